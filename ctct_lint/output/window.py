"""Which part of a line is shown, and in which columns its characters stand.

A line may be the whole of a big file, so nothing here reads more of it than a
few times the room there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.display import TAB_STOP, cells

if TYPE_CHECKING:
    from ctct_lint.output.display import Cells
    from ctct_lint.output.report import Lines

CUT = "…"
# Characters without width take no room: this many code points for each column
# are read, and a base character with more marks than that is cut.
_PER_COLUMN = 4


class LinePart(NamedTuple):
    """Code points `start` to `end` of a line."""

    start: int
    end: int


class Gap(NamedTuple):
    """The display column of a `…`, and the code points that it stands for."""

    column: int
    start: int
    end: int


class View(NamedTuple):
    """A line as shown.

    parts  for each part that is shown, in order, its first code point, the display
           column of that, and how many columns each of its code points takes
    """

    shown: str
    parts: tuple[tuple[int, int, list[int]], ...]
    gaps: tuple[Gap, ...]

    def covered(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last display column of a span, at least one."""
        first, last = self._column(start), self._column(end) - 1
        if last < first and start < end:
            first = max(first - 1, 0)  # below the character that a mark sits on
        return first, max(first, last)

    def _column(self, at: int) -> int:
        """Return the display column of a code point; the last one of what is cut."""
        for start, column, widths in reversed(self.parts):
            if start <= at <= start + len(widths):
                return column + sum(widths[: at - start])
        _, column, widths = self.parts[-1]
        return column + sum(widths)


class Line:
    """A line, its number of code points, and the display columns there are for it."""

    __slots__ = ("_lines", "_whole", "length", "number", "room")

    def __init__(self, lines: Lines, number: int, room: int) -> None:
        self._lines = lines
        self.number = number
        self.room = room
        # None if not all of it can be shown.
        self._whole: Cells | None = None
        text = lines.slice(number, 0, room * _PER_COLUMN + 1)
        self.length = len(text)
        if self.length <= room * _PER_COLUMN:
            whole = cells(text)
            self._whole = whole if sum(whole.widths) <= room else None
        else:
            self.length = lines.length(number)

    @property
    def fits(self) -> bool:
        """Can all of the line be shown?"""
        return self._whole is not None

    def width(self, start: int, end: int) -> int:
        """Return the most columns that a span takes; too long: more than the room."""
        if end - start > self.room * _PER_COLUMN:
            return self.room + 1
        return sum(self._widths(start, end))

    def view(self, start: int, end: int, behind: int = 0) -> View:
        """Show as much of the line as fits, and the span in any case.

        Of a span that is too wide, its start and its end are shown. Where the line
        is cut, `behind` columns are left for a label that follows the span.
        """
        parts: list[tuple[int, int, list[int]]] = []
        gaps: list[Gap] = []
        shown: list[str] = []
        column = at = 0
        for piece in self._pieces(start, end, behind):
            if piece.start > at:
                gaps.append(Gap(column, at, piece.start))
                shown.append(CUT)
                column += 1
            chars, widths = self._whole or cells(self._slice(*piece))
            shown.append(chars)
            parts.append((piece.start, column, widths))
            at = piece.start + len(widths)
            column += sum(widths)
        if at < self.length:
            gaps.append(Gap(column, at, self.length))
            shown.append(CUT)
            parts.append((self.length, column + 1, []))
        return View("".join(shown), tuple(parts), tuple(gaps))

    def _pieces(self, start: int, end: int, behind: int) -> tuple[LinePart, ...]:
        if self.fits:
            return (LinePart(0, self.length),)
        focus = self.width(start, end)
        if focus > self.room - 2:
            return self._both_ends(start, end)
        if self.width(0, end) + behind < self.room:
            return (LinePart(0, max(end, self._reach(0, self.room - 1))),)
        spare = self.room - 2 - focus
        behind = min(behind, spare)
        right = self._reach(end, max(behind, spare // 2))
        used = max(behind, self.width(end, right))
        uncut = right == self.length
        left = self._reach_back(start, spare - used + uncut)
        return (LinePart(left, right),)

    def _both_ends(self, start: int, end: int) -> tuple[LinePart, LinePart]:
        half = (self.room - 3) // 2
        context = half // 4
        left = self._reach_back(start, context)
        right = self._reach(end, context)
        return (
            LinePart(left, self._reach(start, half - self.width(left, start))),
            LinePart(self._reach_back(end, half - self.width(end, right)), right),
        )

    def _reach(self, start: int, room: int) -> int:
        """Return how far a span from `start` may go in so many columns."""
        end = start
        for width in self._widths(start, start + room * 2):
            room -= width
            if room < 0:
                break
            end += 1
        return end

    def _reach_back(self, end: int, room: int) -> int:
        """Return where a span up to `end` may start, never between base and mark."""
        at = start = end
        for width in reversed(self._widths(max(end - room * 2, 0), end)):
            room -= width
            if room < 0:
                break
            at -= 1
            start = at if width else start
        return start

    def _widths(self, start: int, end: int) -> list[int]:
        text = self._slice(start, end)
        widths = zip(text, cells(text).widths, strict=True)
        return [TAB_STOP if char == "\t" else width for char, width in widths]

    def _slice(self, start: int, end: int) -> str:
        return self._lines.slice(self.number, start, end)
