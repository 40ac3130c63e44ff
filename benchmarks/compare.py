"""Times ctct-lint against xmllint and a plain lxml script, in one run.

    python benchmarks/compare.py [--files 2000] [--rounds 5] [--break-even]

The commands take turns, so that a machine whose speed drifts slows them all;
what counts are the ratios. xmllint is left out where it is not installed. Of many
files it matters what they have in common: see `mails.py`. With `--break-even` one
process and two are compared for growing numbers of files.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import mails

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schemas" / "campaign-entry.xsd"
SAMPLE = ROOT / "fixtures" / "valid" / "campaign-html.create.xml"
CHECK = (sys.executable, "-m", "ctct_lint", "check", "--quiet", "--isolated")
# A program that is installed is compiled.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
SIZES = (50, 100, 200, 400, 800, 1600, 3200)
PLAIN = """
import sys
from lxml import etree
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
for path in sys.argv[2:]:
    with open(path, "rb") as file:
        root = etree.fromstring(file.read())
    if not schema.validate(root):
        print(path, schema.error_log)
"""


def commands(files: list[str], cache: str) -> dict[str, list[str]]:
    """Return the commands to compare; the plain script is what ratios refer to."""
    found = {
        "plain lxml": [sys.executable, "-c", PLAIN, str(SCHEMA), *files],
        "one process": [*CHECK, "--jobs=1", *files],
        "ctct-lint": [*CHECK, *files],
        "warm cache": [*CHECK, "--cache-dir", cache, *files],
    }
    xmllint = shutil.which("xmllint")
    if xmllint:
        found["xmllint"] = [xmllint, "--noout", "--schema", str(SCHEMA), *files]
    return found


def seconds_of(command: list[str]) -> float:
    """Return the seconds that a command takes, which finds nothing wrong."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=ENVIRONMENT)
    return time.perf_counter() - start


def medians(runs: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of each measure, after one round of warming up."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds + 1):
        for name, run in runs.items():
            times[name].append(run())
    return {name: statistics.median(t[1:]) for name, t in times.items()}


def measure(runs: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each command."""
    timed = {n: lambda c=command: seconds_of(c) for n, command in runs.items()}
    return medians(timed, rounds)


def show(title: str, found: dict[str, float]) -> None:
    """Print the medians and their ratios to the plain script."""
    print(title)
    for name, seconds in found.items():
        ratio = seconds / found["plain lxml"]
        print(f"  {name:12} {seconds * 1000:8.1f} ms   {ratio:5.2f} x plain lxml")


def break_even(paths: list[str], rounds: int) -> None:
    """Print where two processes begin to be faster than one."""
    for size in SIZES:
        runs = {f"{jobs}": [*CHECK, f"--jobs={jobs}", *paths[:size]] for jobs in (1, 2)}
        one, two = measure(runs, rounds).values()
        print(f"  {size:6,} files  {one * 1000:6.0f} ms, two {two * 1000:6.0f} ms")


def main() -> None:
    """Measure a cold start on one file and a run over many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--break-even", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if options.break_even:
            folder = Path(scratch, "mails")
            files = mails.write(folder, SAMPLE, SIZES[-1], "own contents")
            break_even(files, options.rounds)
            return
        runs = commands([str(SAMPLE)], str(Path(scratch, "cache")))
        show("cold start, one valid file", measure(runs, options.rounds))
        for kind in mails.KINDS:
            files = mails.write(Path(scratch, kind), SAMPLE, options.files, kind)
            runs = commands(files, str(Path(scratch, f"{kind} cache")))
            title = f"{options.files:,} valid files of 5.8 KB: {kind}"
            show(title, measure(runs, options.rounds))


if __name__ == "__main__":
    main()
