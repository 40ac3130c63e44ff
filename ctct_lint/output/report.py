"""What a renderer gets: the diagnostics of a file and the lines they point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.source import line_bounds, line_starts

if TYPE_CHECKING:
    from array import array

    from ctct_lint.model.diagnostic import Diagnostic

_LONE_RETURN = lazy(r"\r(?!\n)")
_INDENT = lazy(r"[ \t]*")


class Lines:
    r"""The lines of a text, numbered from 0, found when first asked for.

    `\n`, `\r\n` and a lone `\r` each end a line and nothing else does, as in
    LSP; after the last line end there is one more, empty line. Columns count
    code points. A line that the text does not have is empty.
    """

    __slots__ = ("_index", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._index: array[int] | None = None

    @property
    def is_whole(self) -> bool:
        """Is all of the text at hand?"""
        return True

    @property
    def whole(self) -> str:
        """The text."""
        return self._text

    @property
    def count(self) -> int:
        """The number of lines, never 0."""
        return len(self._starts)

    def text(self, line: int) -> str:
        """Return a line without its end; it may be as long as the whole text."""
        return self.slice(line, 0, self.length(line))

    def length(self, line: int) -> int:
        """Return the number of code points before the line's end."""
        start, end = self._bounds(line)
        return end - start

    def slice(self, line: int, start: int, end: int) -> str:
        """Return columns `start` to `end` of a line; no more than these is copied."""
        first, last = self._bounds(line)
        return self._text[min(first + max(start, 0), last) : min(first + end, last)]

    def between(self, start: int, end: int) -> str:
        """Return the text, line ends included, from one offset up to another."""
        return self._text[start:end]

    def has_lone_return(self) -> bool:
        """Tell whether a CR without an LF after it ends a line."""
        return _LONE_RETURN.search(self._text) is not None

    def indent(self, line: int) -> int:
        """Return the number of blanks and tabs that a line starts with."""
        start, end = self._bounds(line)
        match = _INDENT.match(self._text, start, end)
        return match.end() - start if match else 0

    @property
    def _starts(self) -> array[int]:
        if self._index is None:
            self._index = line_starts(self._text)
        return self._index

    def _bounds(self, line: int) -> tuple[int, int]:
        return line_bounds(self._text, self._starts, line)


class FileReport(NamedTuple):
    """The result of one checked file.

    `name` is the path as the user gave it, the `--stdin-filename` or `<stdin>`;
    `uri` is `file:///...` or `stdin:`. The diagnostics are sorted. `is_plain`: do
    the bytes of the file spell the text in UTF-8, without a BOM?
    """

    name: str
    uri: str
    lines: Lines
    diagnostics: tuple[Diagnostic, ...]
    is_plain: bool = True
