"""Prints what documents of each kind cost, in CPU time and as ratios of one run.

    python benchmarks/kinds.py [--files 500] [--clean 2000] [--rounds 5]

Every document has markup and texts of its own. The commands take turns, so that a
machine whose speed drifts slows them all. What a file costs among many is what a run
costs beyond that of a single file.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import mails
from compare import CHECK, ENVIRONMENT, PLAIN, SAMPLE, SCHEMA, medians

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter

if TYPE_CHECKING:
    from collections.abc import Callable

ONE_PROCESS = (*CHECK, "--jobs=1")
SCRIPT = (sys.executable, "-c", PLAIN, str(SCHEMA))
COLD = ("clean", "enum", "missing", "broken")
MANY = ("one fault", "ten faults", "warning", "broken")


def cpu_of(command: tuple[str, ...], files: list[str]) -> float:
    """Return the CPU seconds that a command takes, those of the system included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [*command, *files], capture_output=True, check=False, env=ENVIRONMENT
    )
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def written(folder: Path, number: int, kind: str) -> list[str]:
    """Write so many documents with a fault of a kind; return their paths."""
    paths = mails.write(folder, SAMPLE, number, "own markup")
    for path in map(Path, paths):
        path.write_text(mails.with_fault(path.read_text("utf-8"), kind), "utf-8")
    return paths


def lint_time(text: str) -> float:
    """Return the CPU seconds that a document takes in a process that is warm."""
    linter, number = Linter(), 50
    data = [text.replace("Tulip", f"Tulip {n}").encode() for n in range(number)]
    linter.lint_bytes(data[0], Settings())
    start = time.process_time()
    for document in data:
        linter.lint_bytes(document, Settings())
    return (time.process_time() - start) / number


def row(name: str, seconds: float, base: float, of: str) -> None:
    """Print a row of the table."""
    print(f"{name:42} {seconds * 1000:8.2f} ms {seconds / base:6.2f} x {of}")


def cold(scratch: Path, rounds: int) -> tuple[float, float]:
    """Print what a single file costs; return that of the script and of a clean one."""
    runs: dict[str, Callable[[], float]] = {}
    one = {kind: written(scratch / f"one {kind}", 1, kind) for kind in COLD}
    runs["script"] = lambda: cpu_of(SCRIPT, one["clean"])
    for kind in COLD:
        runs[kind] = lambda kind=kind: cpu_of(ONE_PROCESS, one[kind])  # type: ignore[misc]
    found = medians(runs, rounds)
    script, clean = found["script"], found["clean"]
    row("script of ten lines, one file", script, script, "the script")
    row("one clean file", clean, script, "the script")
    for kind in COLD[1:]:
        row(f"one file, {kind}", found[kind], clean, "a clean one")
    return script, clean


def many(
    scratch: Path, options: argparse.Namespace, start: tuple[float, float]
) -> None:
    """Print what each of many files costs, beyond the single file."""
    kinds = ("clean", *MANY)
    number = dict.fromkeys(kinds, options.files) | {"clean": options.clean}
    files = {kind: written(scratch / kind, number[kind], kind) for kind in kinds}
    runs: dict[str, Callable[[], float]] = {}
    runs["script"] = lambda: cpu_of(SCRIPT, files["clean"])
    for kind in kinds:
        runs[kind] = lambda kind=kind: cpu_of(ONE_PROCESS, files[kind])  # type: ignore[misc]
    found = medians(runs, max(options.rounds // 2, 1))
    script = (found.pop("script") - start[0]) / (options.clean - 1)
    each = {kind: (t - start[1]) / (number[kind] - 1) for kind, t in found.items()}
    row(f"script, each of {options.clean:,} clean files", script, script, "the script")
    row(f"each of {options.clean:,} clean files", each["clean"], script, "the script")
    for kind in MANY:
        name = f"each of {options.files:,} files, {kind}"
        row(name, each[kind], each["clean"], "a clean one")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--clean", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        many(Path(scratch), options, cold(Path(scratch), options.rounds))
    text = SAMPLE.read_text("utf-8")
    runs: dict[str, Callable[[], float]] = {
        kind: lambda kind=kind: lint_time(mails.with_fault(text, kind))  # type: ignore[misc]
        for kind in ("clean", *MANY)
    }
    found = medians(runs, options.rounds)
    for kind, seconds in found.items():
        row(f"in a running process, {kind}", seconds, found["clean"], "a clean one")


if __name__ == "__main__":
    main()
