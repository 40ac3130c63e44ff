"""Streams that a run writes to, and what happens if that fails."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ctct_lint.cli.errors import JobError

if TYPE_CHECKING:
    from typing import TextIO

    from ctct_lint.cli.render import Limit
    from ctct_lint.output.style import Style


class OutputError(JobError):
    """A place that cannot be written to, and why."""

    def __init__(self, name: str, error: OSError | None) -> None:
        why = "it is closed" if error is None else error.strerror or str(error)
        super().__init__(f"cannot write {name}: {why.lower()}")


class Target:
    """A format and the stream that it is written to.

    `name` is what messages call the stream; `limit` is None where all is shown.
    """

    def __init__(
        self,
        format_: str,
        stream: TextIO,
        name: str,
        style: Style,
        limit: Limit | None = None,
    ) -> None:
        self.format = format_
        self.style = style
        self.limit = limit
        self._stream = stream
        self._name = name

    def write(self, text: str) -> None:
        """Write some text; OutputError if that fails, but for a reader gone away."""
        write(self._stream, text, self._name)

    def flush(self) -> None:
        """Hand over what was written; OutputError as of `write`."""
        flush(self._stream, self._name)


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
