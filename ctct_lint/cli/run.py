"""Doing what `check` was asked for: read, lint, render, count."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ctct_lint.cli.progress import Progress
from ctct_lint.cli.terminal import prepare, style_for
from ctct_lint.engine.lint import lint_bytes
from ctct_lint.inputs import Input, NoInput, find_inputs, reason
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.config import Settings

_GARBAGE = 100_000


class Job(NamedTuple):
    """The options of one call of `check`."""

    paths: tuple[str, ...]
    settings: Settings
    output_format: str
    stdin_name: str | None
    fail_on: Severity
    exit_zero: bool
    color: str
    quiet: bool


class Tally:
    """What happened so far: files checked, jobs failed, diagnostics found."""

    __slots__ = ("failed", "files", "found")

    def __init__(self) -> None:
        self.files = 0
        self.failed = 0
        self.found: Counter[Severity] = Counter()


def run(job: Job) -> int:
    """Check and print; return the exit status."""
    # Trees are freed with their last name; what has cycles is little, and rare.
    gc.set_threshold(_GARBAGE)
    tally = Tally()
    prepare(sys.stdout, as_utf8=job.output_format == "json")
    prepare(sys.stderr)
    progress = Progress(sys.stderr, enabled=not job.quiet)
    reports = _reports(job, tally, progress)
    style = style_for(sys.stdout, job.color)
    for chunk in FORMATS[job.output_format](reports, style):
        progress.clear()
        sys.stdout.write(chunk)
    sys.stdout.flush()
    progress.clear()
    if not job.quiet:
        sys.stderr.write(summary(tally) + "\n")
    return _status(job, tally)


def _reports(job: Job, tally: Tally, progress: Progress) -> Iterator[FileReport]:
    """Yield the reports of all files that could be read; say which could not."""
    always = job.output_format == "json"
    for found in find_inputs(job.paths, job.stdin_name):
        progress.step(tally.files)
        data = _read(found, tally, progress)
        if data is None or isinstance(found, NoInput):
            continue
        outcome = lint_bytes(data, job.settings)
        tally.files += 1
        tally.failed += outcome.crashed
        if outcome.diagnostics or always:
            tally.found.update(d.severity for d in outcome.diagnostics)
            lines = Lines(outcome.text)
            yield FileReport(found.name, found.uri, lines, outcome.diagnostics)


def _read(found: Input | NoInput, tally: Tally, progress: Progress) -> bytes | None:
    why = found.reason if isinstance(found, NoInput) else ""
    if isinstance(found, Input):
        try:
            return found.read()
        except OSError as error:
            why = reason(error)
        except MemoryError:
            why = "not enough memory"
    tally.failed += 1
    progress.clear()
    _complain(sys.stderr, found.name, why)
    return None


def _complain(stream: TextIO, name: str, why: str) -> None:
    from ctct_lint.output.display import escape

    stream.write(f"ctct-lint: cannot read {escape(name)}: {why}\n")


def _status(job: Job, tally: Tally) -> int:
    if tally.failed:
        return 2
    bad = any(n for severity, n in tally.found.items() if severity <= job.fail_on)
    return int(bad and not job.exit_zero)


def summary(tally: Tally) -> str:
    """Return the closing line: `2 errors, 1 warning in 3 files checked`."""
    counts = [
        _count(tally.found[severity], word)
        for severity, word in _WORDS.items()
        if tally.found[severity]
    ]
    files = _count(tally.files, "file")
    found = (
        f"{', '.join(counts)} in {files} checked"
        if counts
        else f"{files} checked, nothing found"
    )
    return f"{found}, {tally.failed} failed" if tally.failed else found


_WORDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
    Severity.HINT: "hint",
}


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
