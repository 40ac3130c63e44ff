"""Compares what ctct-lint and other programs say of the same faults, in one run.

    python benchmarks/peers.py > table.md

Each mutant is one valid campaign with one thing changed; one more has ten changes at
once. Of each program is counted:

found  faults with a message on their line
exact  faults with a message that points at their first character
extra  messages beyond one for each fault
CPU    time for a mutant, with the start of the program: the median

All get the project's own XSD. xmllint and jing are left out where they are missing.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schemas" / "campaign-entry.xsd"
SAMPLE = ROOT / "fixtures" / "valid" / "campaign-minimal.create.xml"
LXML = """
import sys
from lxml import etree
try:
    root = etree.parse(sys.argv[2])
    schema = etree.XMLSchema(etree.parse(sys.argv[1]))
    schema.validate(root)
    log = schema.error_log
except etree.XMLSyntaxError as error:
    log = error.error_log
for entry in log:
    print(f"document:{entry.line}:{entry.column}: {entry.message}")
"""
XMLSCHEMA = """
import sys
import xmlschema
from lxml import etree
try:
    root = etree.parse(sys.argv[2])
except etree.XMLSyntaxError as error:
    print(f"document:{error.position[0]}:{error.position[1]}: {error.msg}")
else:
    for error in xmlschema.XMLSchema(sys.argv[1]).iter_errors(root):
        print(f"document:{error.sourceline or 1}: {str(error.reason).splitlines()[0]}")
"""


MARK = "\N{SECTION SIGN}"  # stands before the first character of a fault
SUBJECT = "      <Subject>Tulip bulbs are in</Subject>\n"
ADDRESS = (
    '<Email id="http://api.constantcontact.com/ws/customers/greenleaf/'
    'settings/emailaddresses/2"/>'
)
MUTATIONS = {
    "wrong value": [(">VT<", f">{MARK}Vermont<")],
    "wrong case of a value": [(">NO</ViewAs", f">{MARK}no</ViewAs")],
    "misspelt element": [
        ("<PermissionReminder>", f"<{MARK}PermisionReminder>"),
        ("</PermissionReminder>", "</PermisionReminder>"),
    ],
    "wrong case of an element": [
        ("<EmailContentFormat>", f"<{MARK}emailContentFormat>"),
        ("</EmailContentFormat>", "</emailContentFormat>"),
    ],
    "unknown element": [("<FromName>", f"<{MARK}Sender/><FromName>")],
    "missing element": [(SUBJECT, ""), ("<Campaign", f"<{MARK}Campaign")],
    "element twice": [(SUBJECT, SUBJECT + SUBJECT.replace("<S", f"<{MARK}S"))],
    "misspelt attribute": [("<ContactList id", f"<ContactList {MARK}idd")],
    "missing attribute": [(ADDRESS, f"<{MARK}Email/>")],
    "text between elements": [(SUBJECT, f"{SUBJECT}{MARK}bulbs\n")],
    "wrong namespace": [("http://ws.c", f"{MARK}http://www.c")],
    "end tag missing": [("<FromName>", f"<{MARK}FromName>"), ("</FromName>", "")],
    "end tag misspelt": [("</FromName>", f"</{MARK}FormName>")],
    "bare ampersand": [("Tulip bulbs", f"Tulips {MARK}& bulbs")],
    "bare less-than": [("Tulip bulbs", f"Tulips {MARK}< bulbs")],
    "undefined entity": [("Green Leaf N", f"Green{MARK}&nbsp;Leaf N")],
    "unquoted value": [('type="text"', f"type={MARK}text")],
}
AT_ONCE = "ten at once"
_TOGETHER = (
    *("wrong case of a value", "misspelt element", "wrong case of an element"),
    *("wrong value", "unknown element", "misspelt attribute", "end tag misspelt"),
    *("bare ampersand", "undefined entity", "unquoted value"),
)


class Mutant(NamedTuple):
    """A document with faults, each a 1-based line and column of its first character."""

    kind: str
    text: str
    faults: tuple[tuple[int, int], ...]


class Score(NamedTuple):
    """What a program said of a mutant."""

    found: int
    exact: int
    extra: int
    seconds: float


def mutants() -> Iterator[Mutant]:
    """Yield one mutant of each kind, and one with ten of them."""
    text = SAMPLE.read_text("utf-8")
    for kind, changes in MUTATIONS.items():
        yield _mutant(kind, text, changes)
    together = [change for kind in _TOGETHER for change in MUTATIONS[kind]]
    yield _mutant(AT_ONCE, text, together)


def _mutant(kind: str, text: str, changes: list[tuple[str, str]]) -> Mutant:
    for old, new in changes:
        before, _, after = text.partition(old)
        text = before + new + after
    faults = []
    for row, line in enumerate(text.split("\n"), 1):
        parts = line.split(MARK)
        ends = accumulate(map(len, parts[:-1]))
        faults += [(row, column + 1) for column in ends]
    return Mutant(kind, text.replace(MARK, ""), tuple(faults))


def programs() -> dict[str, list[str]]:
    """Return the commands by the names of the programs; a document is put behind."""
    schema, python = str(SCHEMA), sys.executable
    lint = [python, "-m", "ctct_lint", "check", "-q", "--output-format=concise"]
    found = {
        "ctct-lint": [*lint, "--isolated", "--operation=create"],
        "lxml": [python, "-c", LXML, schema],
        "xmlschema": [python, "-c", XMLSCHEMA, schema],
    }
    if xmllint := shutil.which("xmllint"):
        found["xmllint"] = [xmllint, "--noout", "--schema", schema]
    if jing := shutil.which("jing"):
        found["jing"] = [jing, schema]
    return found


def said(output: str) -> list[tuple[int, int]]:
    """Return where messages point: line and column, 0 where none is told."""
    found = re.findall(
        r"^(?:[^\n:]*:)?(\d+):(?:(\d+):)? (?!note)", output, re.MULTILINE
    )
    return [(int(line), int(column or 0)) for line, column in found]


def scored(command: list[str], mutant: Mutant, path: Path) -> Score:
    """Run a program on a mutant and compare what it says with what was done."""
    path.write_text(mutant.text, "utf-8")
    before = os.times()
    done = subprocess.run(
        [*command, str(path)], capture_output=True, encoding="utf-8", check=False
    )
    after = os.times()
    places = said(done.stdout + done.stderr)
    lines = Counter(line for line, _ in mutant.faults)
    told = Counter(line for line, _ in places)
    found = (lines & told).total()
    exact = len(set(places) & set(mutant.faults))
    seconds = (after[2] + after[3]) - (before[2] + before[3])
    return Score(found, exact, max(0, len(places) - found), seconds)


def main() -> None:
    """Print the table, and below it what each program missed."""
    every = list(mutants())
    faults = sum(len(mutant.faults) for mutant in every)
    print(f"{len(every)} mutants with {faults} faults.\n")
    print("| program | found | exact | extra | CPU, ms | found of the ten at once |")
    print("|---|---|---|---|---|---|")
    missed = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "campaign.xml"
        for name, command in programs().items():
            scores = [scored(command, mutant, path) for mutant in every]
            found, exact, extra = (
                sum(each) for each in list(zip(*scores, strict=True))[:3]
            )
            seconds = statistics.median(score.seconds for score in scores)
            row = (name, found, exact, extra, f"{seconds * 1000:.0f}", scores[-1].found)
            print(f"| {' | '.join(map(str, row))} |")
            pairs = zip(every, scores, strict=True)
            missed[name] = [m.kind for m, s in pairs if s.found < len(m.faults)]
    print()
    for name, kinds in missed.items():
        print(f"- {name} missed: {', '.join(kinds) or 'nothing'}")


if __name__ == "__main__":
    main()
