"""A document's text, and positions in it: code points, lines, UTF-16 columns."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The lines of a longer text are not kept.
_LONG = 1 << 16
_ASTRAL = lazy("[\U00010000-\U0010ffff]")
_LINE_END, _BARE_LINE_END = lazy(r"\r\n|\r|\n"), lazy(r"(?<!\r)\n")


class Position(NamedTuple):
    """A place between two characters; every count starts at 0.

    `offset` counts code points from the start of the text (a BOM is not
    text), `column` code points and `character` UTF-16 code units from the
    start of the line. LF, CR LF and a lone CR each end a line.
    """

    offset: int
    line: int
    column: int
    character: int


class Range(NamedTuple):
    """From `start` up to, not including, `end`."""

    start: Position
    end: Position


START = Position(0, 0, 0, 0)


def line_starts(text: str) -> array[int]:
    """Return where the lines of a text start, the first one at 0; do not change it.

    Who looks for places in a text is followed by who shows them.
    """
    return _starts(text) if len(text) > _LONG else _starts_of_last(text)


def _starts(text: str) -> array[int]:
    if "\r" in text:
        # With one sign for each line end, and as long as before.
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    *lines, _ = text.split("\n")
    return array("Q", list(accumulate((len(line) + 1 for line in lines), initial=0)))


_starts_of_last = lru_cache(maxsize=1)(_starts)


def line_bounds(text: str, starts: Sequence[int], number: int) -> tuple[int, int]:
    """Return where a line starts, and where it ends before its line end.

    starts  of all lines of the text. Behind the last line is the empty place at the
            end of the text
    """
    size = len(text)
    if number >= len(starts):
        return size, size
    start = starts[number]
    if number + 1 == len(starts):
        return start, size
    end = starts[number + 1]
    return start, end - (2 if text.startswith("\r\n", end - 2) else 1)


def line_ends_of(text: str) -> Callable[[str], str]:
    """Return what gives other texts the line ends of a text: its first one."""
    found = _LINE_END.search(text)
    end = found[0] if found else "\n"
    return lambda new: _BARE_LINE_END.sub(end, new)


def advanced(start: Position, text: str) -> Position:
    """Return the position behind a text that begins at a position.

    A CR at its end is taken for a line end, whatever follows.
    """
    ends = text.count("\n")
    if "\r" in text:
        ends += text.count("\r") - text.count("\r\n")
    last = max(text.rfind("\n"), text.rfind("\r")) + 1
    column = len(text) - last
    character = column
    if not text.isascii():
        character += sum(1 for _ in _ASTRAL.finditer(text, last))
    line, offset = start.line + ends, start.offset + len(text)
    if last:
        return Position(offset, line, column, character)
    return Position(offset, line, start.column + column, start.character + character)


class LineIndex:
    """Turns offsets of one text into positions; built on the first question."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: array[int] | None = None
        self._astral: list[int] = []

    def position(self, offset: int) -> Position:
        """Return the position of an offset from 0 to the length of the text."""
        starts = self._found()
        line = bisect_right(starts, offset) - 1
        start = starts[line]
        column = offset - start
        if not self._astral:
            return Position(offset, line, column, column)
        pairs = bisect_left(self._astral, offset) - bisect_left(self._astral, start)
        return Position(offset, line, column, column + pairs)

    def range(self, start: int, end: int) -> Range:
        """Return the range of two offsets."""
        return Range(self.position(start), self.position(end))

    def line(self, number: int) -> tuple[int, int]:
        """Return where a line starts and ends; see `line_bounds`."""
        return line_bounds(self.text, self._found(), number)

    def _found(self) -> array[int]:
        """Return where the lines start; they are looked for once."""
        if self._starts is None:
            self._starts = line_starts(self.text)
            if not self.text.isascii():
                self._astral = [m.start() for m in _ASTRAL.finditer(self.text)]
        return self._starts
