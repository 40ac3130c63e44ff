"""What fixes come to: a mended document or a diff on stdout, and what is said of it."""

from __future__ import annotations

import os
import re
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

from ctct_lint.config.settings import LARGEST
from ctct_lint.session.errors import JobError
from ctct_lint.session.files.find import STDIN
from ctct_lint.session.files.input import Input
from ctct_lint.session.fixing.fix_lines import told
from ctct_lint.session.streams.stdio import OutputError, stdout, write
from ctct_lint.session.streams.terminal import style_for
from ctct_lint.text.patterns import lazy
from ctct_lint.text.regular import reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from ctct_lint.session.files.input import NoInput
    from ctct_lint.session.files.result import FileResult, Results
    from ctct_lint.session.job import Job
    from ctct_lint.session.streams.progress import Progress

_RESET = "\x1b[0m"
# What the runner of GitHub takes for a command, at the beginning of a line or anywhere.
_COMMAND = lazy(r"^\s*::|##\[", re.MULTILINE)
# As git has them.
_COLORS = {"header": "1", "hunk": "36", "removed": "31", "added": "32"}


def write_fixed(
    job: Job, results: Results, progress: Progress
) -> Iterator[tuple[Input | NoInput, FileResult]]:
    """Pass the results on, and write what was mended, and say so."""
    stream = stdout() if job.diff else None
    color = stream is not None and style_for(stream, job.color).color
    waits = job.fix and STDIN in job.paths
    for found, checked in results:
        waits = waits and not (isinstance(found, Input) and found.path is None)
        mending = checked.mending
        if mending is not None and mending.data is not None:
            progress.clear(mending.data[-1:].decode("latin-1"))
            _write_document(mending.data)
        if mending is not None and mending.diff and stream is not None:
            progress.clear()
            _write_diff(stream, mending.diff, color=color)
        if mending is not None and not job.quiet:
            lines = told(found.name, mending, would=job.diff, each=job.show_fixes)
            _say(lines, progress)
        yield found, checked
    if waits:
        # It is excluded, but an editor puts what it gets in the place of its text.
        _write_document(_stdin())


def _stdin() -> bytes:
    """Return the document from stdin as it is; JobError if that is not possible."""
    try:
        data = Input("<stdin>", None).read(LARGEST + 1)
    except OSError as error:
        raise JobError(f"cannot read <stdin>: {reason(error)}") from None
    if len(data) > LARGEST:
        raise JobError(f"cannot read <stdin>: has more than {LARGEST >> 20} MiB")
    return data


def _say(lines: Iterable[str], progress: Progress) -> None:
    for line in lines:
        progress.clear()
        sys.stderr.write(f"{line}\n")


def _write_document(data: bytes) -> None:
    """Write the bytes as they are: text would lose the encoding and the line ends."""
    stream = stdout()
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("stdout", error) from None


def _write_diff(
    stream: TextIO, lines: tuple[tuple[str, str], ...], *, color: bool
) -> None:
    is_terminal = stream.isatty()
    text = "".join(
        _line(kind, line, color=color, shown=is_terminal) for kind, line in lines
    )
    write(stream, without_commands(text, os.environ.get("GITHUB_ACTIONS", "")))


def without_commands(diff: str, runner: str) -> str:
    """Return a diff in which the runner of GitHub, if it reads it, finds no commands.

    A line such as ` ::error::...` of a document would be one. The lines of a patch
    stay as they are: the runner is told to look for no commands up to a word that
    cannot be in the diff, as it is made of it.
    """
    if runner != "true" or not _COMMAND.search(diff):
        return diff
    word = sha256(diff.encode("utf-8", "surrogatepass")).hexdigest()
    return f"::stop-commands::{word}\n{diff}::{word}::\n"


def _line(kind: str, line: str, *, color: bool, shown: bool) -> str:
    """Return a line as it is written; a person must not meet what acts or hides."""
    text = line.rstrip("\r\n")
    end = line[len(text) :]
    if shown:
        from ctct_lint.output.display import escape

        text, end = escape(text.expandtabs(8)), "\n"
    code = _COLORS.get(kind)
    return f"\x1b[{code}m{text}{_RESET}{end}" if color and code else text + end
