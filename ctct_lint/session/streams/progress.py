"""A count of files on a terminal's stderr, once a run takes long."""

from __future__ import annotations

from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_SILENT_SECONDS = 1.0
_EVERY_SECONDS = 0.1
_ERASE_LINE = "\r\x1b[K"
# What turns while one file takes its time.
_SIGNS = "|/-\\"


@contextmanager
def moving(stream: TextIO, *, enabled: bool) -> Iterator[Progress]:
    """Give a progress that moves also while one file takes its time.

    Whatever ends the run, nothing is left of it.
    """
    progress = Progress(stream, enabled=enabled)
    try:
        if progress.is_live:
            from ctct_lint.session.streams.alarm import repeating

            with repeating(progress.tick, _SILENT_SECONDS, _EVERY_SECONDS):
                yield progress
        else:
            yield progress
    finally:
        progress.clear()


class Progress:
    """Writes `checked N files` in place; nothing where stderr is no terminal."""

    def __init__(self, stream: TextIO, *, enabled: bool) -> None:
        self._stream = stream
        self._files = self._turn = 0
        self._shown = False
        # Does the next output start a line?
        self._is_free = True
        self.is_live = enabled and stream.isatty()
        self._next = monotonic() + _SILENT_SECONDS

    def step(self, files: int) -> None:
        """Note the number of files, and show it if it is time to."""
        self._files = files
        self.tick()

    def clear(self, text: str = "\n") -> None:
        """Take the line away before a text is written; let an unfinished one stand."""
        if self._shown:
            self._stream.write(_ERASE_LINE)
            self._stream.flush()
            self._shown = False
        self._is_free = text.endswith("\n")
        self._wait()

    def _wait(self) -> None:
        self._next = max(self._next, monotonic() + _EVERY_SECONDS)

    def tick(self) -> None:
        """Show it, if it is time to and no line is unfinished."""
        if not self.is_live or not self._is_free or monotonic() < self._next:
            return
        self._wait()
        self._shown = True
        sign = _SIGNS[self._turn % len(_SIGNS)]
        self._turn += 1
        files = count(self._files, "file")
        self._stream.write(f"{_ERASE_LINE}checked {files} {sign}")
        self._stream.flush()
