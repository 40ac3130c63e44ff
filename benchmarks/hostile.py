"""Measures what a document can cost at worst: time and memory for its size.

    python benchmarks/hostile.py [WORD ... | --all] [--of-schema | --own-schemas]
                                 [--sizes 64,128] [-- OPTION ...]

Each input is one piece of text, repeated in one surrounding until the document has
its size: `<` in a root, `&amp;` in a mail, end tags alone. Without a word they are the
signs that markup is made of, alone and in a root, and those that take the most time; a
word picks the inputs with it in their name. Options behind `--` go to `ctct-lint
check`, as `-- --output-format sarif` or `-- --fix`. Each document is checked by a
process of its own, which has a limit on time and memory: nothing can take the machine
down.

With `--of-schema` they are documents of a schema with one fault, repeated among
siblings, in depth and each in a parent of its own, checked with that schema; those
that are `asserted` with a Schematron schema, too. With `--own-schemas` each input has a
schema of its own: wide, ambiguous, with many keys. Without a word all of them are run.

Flagged are more than 5 s of processor time for a megabyte and 1 s besides, more than
200 bytes of memory for a byte and 60 MB besides, and growth that is not linear: a
document of twice the size that takes more than 2.6 times as long. The exit status is 1
then.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import faulty
import own_schemas
import repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

CHECK = (sys.executable, "-m", "ctct_lint", "check", "--isolated", "--quiet")
SIZES = "64,128,256,512,1024"
KILO, MEGA = 1 << 10, 1 << 20
# Imports, and what a busy machine adds, are not for the size.
SECONDS_A_MEGABYTE, SECONDS_BESIDES = 5.0, 1.0
BYTES_A_BYTE, BYTES_BESIDES = 200, 60 * MEGA
MOST_GROWTH = 2.6
# Shorter times are mostly noise.
SHORTEST = 1.0
MOST_SECONDS, MOST_MEMORY = 120, 3 << 30
# What makes the documents of an input, and has the files that they are checked with.
OF_SCHEMA: dict[str, ModuleType] = {
    **dict.fromkeys(faulty.names(), faulty),
    **dict.fromkeys(own_schemas.names(), own_schemas),
}


class Cost(NamedTuple):
    """Seconds of processor time, the highest use of memory, and how it ended."""

    seconds: float
    memory: int
    status: int


def cost(path: Path, options: Sequence[str]) -> Cost:
    """Check a document in a process with limits."""
    command = [*CHECK, *options, str(path)]
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_limit,  # noqa: PLW1509 - this program has no threads
        cwd=path.parent,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    return Cost(seconds, usage.ru_maxrss * KILO, process.returncode)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def complaints(sizes: Sequence[int], costs: Sequence[Cost], start: float) -> list[str]:
    """Return what is wrong with the costs of one input's documents.

    `start` is what a document takes that has nothing in it.
    """
    size, last = sizes[len(costs) - 1], costs[-1]
    found = []
    if last.status not in (0, 1):
        found.append(f"status {last.status}")
    if last.seconds - start > SECONDS_A_MEGABYTE * size / MEGA + SECONDS_BESIDES:
        found.append("time")
    if last.memory > BYTES_A_BYTE * size + BYTES_BESIDES:
        found.append("memory")
    if len(costs) > 1:
        before, after = (cost.seconds - start for cost in costs[-2:])
        if after > SHORTEST and after > MOST_GROWTH * max(before, 0.01):
            found.append("growth")
    return found


def document_of(name: str, size: int) -> bytes:
    """Return an input's document, of a schema or of none."""
    made: bytes = OF_SCHEMA.get(name, repeated).document(name, size)
    return made


def files_for(name: str, folder: str) -> Iterator[str]:
    """Write the schemas that an input is checked with; yield the options for them."""
    made_by = OF_SCHEMA.get(name)
    for option, text in made_by.options(name) if made_by else ():
        path = Path(folder, option.strip("-"))
        path.write_text(text)
        yield f"{option}={path}"


def measured(
    name: str, sizes: Sequence[int], options: Sequence[str], start: float
) -> list[str]:
    """Print what the documents of one input cost; return what is wrong with it.

    What goes wrong at one size is not tried at twice the size.
    """
    costs: list[Cost] = []
    wrong: list[str] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch, "document.xml")
            path.write_bytes(document_of(name, size))
            costs.append(cost(path, [*options, *files_for(name, scratch)]))
        wrong = complaints(sizes, costs, start)
        if wrong:
            break
    shown = "  ".join(
        f"{c.seconds - start:6.2f} s {c.memory // MEGA:4} MB" for c in costs
    )
    print(f"{name:40} {shown}  {', '.join(wrong)}", flush=True)
    return wrong


def picked(words: Sequence[str], made_by: ModuleType, *, every: bool) -> Iterator[str]:
    """Yield the names of the inputs that have one of the words; the usual for none."""
    usual = repeated.USUAL if made_by is repeated else OF_SCHEMA
    for name in made_by.names():
        if (
            every
            or any(word in name for word in words)
            or (not words and name in usual)
        ):
            yield name


def main() -> None:
    """Measure and print."""
    arguments, options = sys.argv[1:], []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, options = arguments[:at], arguments[at + 1 :]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", metavar="WORD", nargs="*")
    parser.add_argument("--all", action="store_true", help="each input there is")
    of = parser.add_mutually_exclusive_group()
    sorts = {"--of-schema": faulty, "--own-schemas": own_schemas}
    for option, made_by in sorts.items():
        of.add_argument(
            *(option,), action="store_const", dest="of", const=made_by, help="see above"
        )
    parser.add_argument("--sizes", default=SIZES, help="in KB, growing by doubling")
    given = parser.parse_args(arguments)
    sizes = [int(size) * KILO for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "document.xml")
        least = next(given.of.names()) if given.of else ""
        path.write_bytes(document_of(least, 100) if least else b"<a>&</a>")
        with_files = [*options, *files_for(least, scratch)]
        start = min(cost(path, with_files).seconds for _ in range(3))
    print(f"{'':40} {'  '.join(f'{size // KILO:10} KB    ' for size in sizes)}")
    names = picked(given.words, given.of or repeated, every=given.all)
    wrong = [name for name in names if measured(name, sizes, options, start)]
    sys.exit(f"{len(wrong)} beyond the bounds" if wrong else 0)


if __name__ == "__main__":
    main()
