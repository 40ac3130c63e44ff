"""How long a schema takes to be read: a small one and one of 3 MB, cold and warm.

python benchmarks/schemas.py: for a run of the program on one new document, seconds of
the clock and of the processor, the best of a few; cold without a cache, warm with the
schema in it. Then for the large one the parts of a warm run, and what libxml2 takes
without them: its compiled form lives in one process, so each run makes it again.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.sources.libxml2 import libxml2_schema
from ctct_lint.schema.sources.sources import Sources
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.session.cache.models import ModelStore

if TYPE_CHECKING:
    from collections.abc import Callable

TYPES = 5800
RUNS = 5
WORDS = (
    "Type number {0} of a large message standard, with a few words on what it is for."
)
TYPE = f"""
 <xs:complexType name="T{{0}}">
  <xs:annotation><xs:documentation>{WORDS}</xs:documentation></xs:annotation>
  <xs:sequence>
   <xs:element name="A{{0}}" type="xs:string"/>
   <xs:element name="B{{0}}" minOccurs="0"><xs:simpleType>
    <xs:restriction base="xs:string"><xs:maxLength value="35"/></xs:restriction>
   </xs:simpleType></xs:element>
   <xs:element name="C{{0}}" type="T{{1}}" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>
 </xs:complexType>"""
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:big"
 targetNamespace="urn:big" elementFormDefault="qualified">
 <xs:element name="root" type="T0"/>{}
</xs:schema>"""
DOCUMENTS = {
    "valid": '<root xmlns="urn:big"><A0>{}</A0><C0><A1/></C0></root>',
    "not valid": '<root xmlns="urn:big"><A0>{}</A0><B1/></root>',
}


def schema(types: int) -> str:
    """Return a schema of so many types, each of which refers to another one."""
    every = (TYPE.format(n, (n * 7 + 1) % types) for n in range(types))
    return SCHEMA.format("".join(every))


def main() -> None:
    """Measure runs, then the parts of one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for title, types in (("small", 5), ("large", TYPES)):
            path = folder / f"{title}.xsd"
            path.write_text(schema(types))
            print(f"{title}: {path.stat().st_size >> 10} KB")
            for kind, document in DOCUMENTS.items():
                _time_runs(folder, path, kind, document)
        _time_parts(folder, path)


def _time_runs(folder: Path, path: Path, kind: str, document: str) -> None:
    kept = str(folder / f"kept-{path.stem}")
    for name, options, runs in (
        ("cold", ("--no-cache",), 1),
        ("first", ("--cache-dir", kept), 1),
        ("warm", ("--cache-dir", kept), RUNS),
    ):
        times = [_run(folder, path, document, options, n) for n in range(runs)]
        wall, cpu = map(min, zip(*times, strict=True))
        print(f"  {kind:10} {name:6} {wall:6.3f} s, {cpu:6.3f} s of the processor")


def _run(
    folder: Path, path: Path, document: str, options: tuple[str, ...], number: int
) -> tuple[float, float]:
    """Check a document that no cache knows; return both times."""
    file = folder / "document.xml"
    file.write_text(document.format(f"{options[0]} {number}"))
    command = [sys.executable, "-m", "ctct_lint", "check", f"--schema={path}", "-q"]
    before, start = _used(), perf_counter()
    subprocess.run(
        [*command, *options, str(file)], stdout=subprocess.DEVNULL, check=False
    )
    return perf_counter() - start, _used() - before


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _time_parts(folder: Path, path: Path) -> None:
    print("large, parts of a warm run, ms of the processor")
    models = ModelStore(str(folder / f"kept-{path.stem}"))
    os.chdir(folder)
    best: dict[str, float] = {}
    for _ in range(RUNS):
        made = UserSchema(str(path), "", models)
        sources = Sources(str(path))
        for part, work in {
            "files and their digest": made.sources.fingerprint,
            "libxml2, from what is kept": lambda made=made: made.troubles,
            "the models": lambda made=made: made.compiled(NO_FACTS),
            "libxml2, from the files": lambda s=sources: libxml2_schema(s.url, s.text),
            "libxml2, as lxml does it": lambda: etree.XMLSchema(etree.parse(path)),
        }.items():
            best[part] = min(best.get(part, 9e9), _time(work))
    for part, seconds in best.items():
        print(f"  {part:28} {seconds * 1000:4.0f}")


def _time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
