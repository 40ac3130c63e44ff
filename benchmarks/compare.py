"""Times ctct-lint against xmllint and a plain lxml script, in one run.

    python benchmarks/compare.py [--files 2000] [--rounds 5]

The commands take turns, so that a machine whose speed drifts slows them all;
what counts are the ratios. xmllint is left out where it is not installed. Of many
files it matters what they have in common: see `mails.py`.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import mails

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schemas" / "campaign-entry.xsd"
SAMPLE = ROOT / "fixtures" / "valid" / "campaign-html.create.xml"
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


def commands(files: list[str]) -> dict[str, list[str]]:
    """Return the commands to compare; the plain script is what ratios refer to."""
    python = [sys.executable]
    check = [*python, "-m", "ctct_lint", "check", "--quiet"]
    found = {
        "plain lxml": [*python, "-c", PLAIN, str(SCHEMA), *files],
        "one process": [*check, "--jobs=1", *files],
        "ctct-lint": [*check, *files],
    }
    xmllint = shutil.which("xmllint")
    if xmllint:
        found["xmllint"] = [xmllint, "--noout", "--schema", str(SCHEMA), *files]
    return found


def measure(files: list[str], rounds: int) -> dict[str, float]:
    """Return the median seconds of each command, after one round of warming up."""
    times: dict[str, list[float]] = {}
    for _ in range(rounds + 1):
        for name, command in commands(files).items():
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True)
            times.setdefault(name, []).append(time.perf_counter() - start)
    return {name: statistics.median(t[1:]) for name, t in times.items()}


def show(title: str, medians: dict[str, float]) -> None:
    """Print the medians and their ratios to the plain script."""
    print(title)
    for name, seconds in medians.items():
        ratio = seconds / medians["plain lxml"]
        print(f"  {name:12} {seconds * 1000:8.1f} ms   {ratio:5.2f} x plain lxml")


def main() -> None:
    """Measure a cold start on one file and a run over many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        show("cold start, one valid file", measure([str(SAMPLE)], options.rounds))
        for kind in mails.KINDS:
            files = mails.write(Path(scratch, kind), SAMPLE, options.files, kind)
            title = f"{options.files:,} valid files of 5.8 KB: {kind}"
            show(title, measure(files, options.rounds))


if __name__ == "__main__":
    main()
