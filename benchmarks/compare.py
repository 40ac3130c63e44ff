"""Times ctct-lint against xmllint and a plain lxml script, in one run.

    python benchmarks/compare.py [--files 2000] [--rounds 5]

The commands take turns, so that a machine whose speed drifts slows them all;
what counts are the ratios. xmllint is left out where it is not installed.
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


def commands(folder: str) -> dict[str, list[str]]:
    """Return the commands to compare; the plain script is what ratios refer to."""
    files = sorted(map(str, Path(folder).iterdir()))
    python = [sys.executable]
    found = {
        "plain lxml": [*python, "-c", PLAIN, str(SCHEMA), *files],
        "ctct-lint": [*python, "-m", "ctct_lint", "check", "--quiet", folder],
    }
    xmllint = shutil.which("xmllint")
    if xmllint:
        found["xmllint"] = [xmllint, "--noout", "--schema", str(SCHEMA), *files]
    return found


def measure(folder: str, rounds: int) -> dict[str, float]:
    """Return the median seconds of each command, after one round of warming up."""
    times: dict[str, list[float]] = {}
    for _ in range(rounds + 1):
        for name, command in commands(folder).items():
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
    with tempfile.TemporaryDirectory() as folder:
        data = SAMPLE.read_bytes()
        Path(folder, "0.xml").write_bytes(data)
        show("cold start, one valid file", measure(folder, options.rounds))
        for number in range(1, options.files):
            Path(folder, f"{number}.xml").write_bytes(data)
        title = f"{options.files:,} valid files of {len(data):,} bytes, one process"
        show(title, measure(folder, options.rounds))


if __name__ == "__main__":
    main()
