"""Streams that a run writes to, and what happens if that fails."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ctct_lint.session.errors import JobError

if TYPE_CHECKING:
    from typing import TextIO


class OutputError(JobError):
    """A place that cannot be written to, and why."""

    def __init__(self, name: str, error: OSError | None) -> None:
        why = "it is closed" if error is None else error.strerror or str(error)
        super().__init__(f"cannot write {name}: {why.lower()}")


def stdout() -> TextIO:
    """Return stdout; OutputError if there is none (`>&-`)."""
    if sys.stdout is None:
        raise OutputError("stdout", None)
    return sys.stdout


def say(text: str) -> None:
    """Write a text and a line end to stdout."""
    write(stdout(), f"{text}\n")


def write(stream: TextIO, text: str, name: str = "stdout") -> None:
    """Write to a stream; BrokenPipeError if nobody reads, else OutputError."""
    try:
        stream.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(name, error) from None


def flush(stream: TextIO, name: str = "stdout") -> None:
    """Hand over what was written; raises as `write` does."""
    try:
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(name, error) from None
