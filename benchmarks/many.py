"""Times ctct-lint on many files: processes and the cache, against xmllint.

    python benchmarks/many.py [--files 10000] [--rounds 3] [--break-even]

The commands take turns, so that a machine whose speed drifts slows them all; what
counts are the ratios. Every document has texts of its own. With `--break-even` one
process and two are compared for growing numbers of files.
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
CHECK = (sys.executable, "-m", "ctct_lint", "check", "--quiet", "--isolated")
SIZES = (50, 100, 200, 400, 800, 1600, 3200)


def commands(paths: list[str], cache: str) -> dict[str, list[str]]:
    """Return the commands to compare; the first is what ratios refer to."""
    found: dict[str, list[str]] = {}
    xmllint = shutil.which("xmllint")
    if xmllint:
        found["xmllint"] = [xmllint, "--noout", "--schema", str(SCHEMA), *paths]
    found["1 process"] = [*CHECK, "--jobs=1", *paths]
    found["2 processes"] = [*CHECK, "--jobs=2", *paths]
    found["warm cache, 1"] = [*CHECK, "--jobs=1", "--cache-dir", cache, *paths]
    found["warm cache, 2"] = [*CHECK, "--jobs=2", "--cache-dir", cache, *paths]
    return found


def measure(runs: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each command, after one round of warming up."""
    times: dict[str, list[float]] = {}
    for _ in range(rounds + 1):
        for name, command in runs.items():
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
            times.setdefault(name, []).append(time.perf_counter() - start)
            if done.returncode:
                sys.exit(f"{name}: status {done.returncode}")
    return {name: statistics.median(t[1:]) for name, t in times.items()}


def show(title: str, medians: dict[str, float]) -> None:
    """Print the medians and their ratios to the first of them."""
    print(title)
    first = next(iter(medians))
    for name, seconds in medians.items():
        ratio = seconds / medians[first]
        print(f"  {name:15} {seconds * 1000:8.0f} ms   {ratio:5.2f} x {first}")


def break_even(paths: list[str], rounds: int) -> None:
    """Print where two processes begin to be faster than one."""
    for size in SIZES:
        runs = {f"{jobs}": [*CHECK, f"--jobs={jobs}", *paths[:size]] for jobs in (1, 2)}
        one, two = measure(runs, rounds).values()
        print(f"  {size:6,} files  {one * 1000:6.0f} ms, two {two * 1000:6.0f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--break-even", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        number = max(options.files, SIZES[-1])
        paths = mails.write(Path(scratch, "mails"), SAMPLE, number, "own contents")
        if options.break_even:
            break_even(paths, options.rounds)
            return
        runs = commands(paths[: options.files], str(Path(scratch, "cache")))
        title = f"{options.files:,} valid files of {SAMPLE.stat().st_size:,} bytes"
        show(title, measure(runs, options.rounds))


if __name__ == "__main__":
    main()
