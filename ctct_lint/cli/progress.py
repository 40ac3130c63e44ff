"""A count of files on a terminal's stderr, once a run takes long."""

from __future__ import annotations

from time import monotonic
from typing import TextIO

_SILENT_SECONDS = 1.0
_EVERY_SECONDS = 0.1
_ERASE_LINE = "\r\x1b[K"


class Progress:
    """Writes `checked N files` in place; nothing where stderr is no terminal."""

    __slots__ = ("_next", "_shown", "_stream")

    def __init__(self, stream: TextIO, *, enabled: bool) -> None:
        self._stream = stream
        self._shown = False
        live = enabled and stream.isatty()
        self._next = monotonic() + _SILENT_SECONDS if live else float("inf")

    def step(self, files: int) -> None:
        """Show the number of files, if it is time to."""
        if self._next != float("inf") and monotonic() >= self._next:
            self._stream.write(f"{_ERASE_LINE}checked {files:,} files ...")
            self._stream.flush()
            self._shown = True
            self._next = monotonic() + _EVERY_SECONDS

    def clear(self) -> None:
        """Take the line away, before other output."""
        if self._shown:
            self._stream.write(_ERASE_LINE)
            self._stream.flush()
            self._shown = False
