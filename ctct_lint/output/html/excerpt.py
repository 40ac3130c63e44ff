"""Which lines of a source are shown, and which parts of long ones.

Not more than a few characters around each edge of a range is read of a line:
it may be as long as the whole of a big file.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.html.glyphs import cluster_start
from ctct_lint.output.marks import last_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.report import Lines

# Lines above and below a fault.
_AROUND = 3
# A range of so many lines is shown whole, of a longer one both ends.
_WHOLE = 12
# Longer lines are cut to so many code points on each side of a range's edges.
LONGEST = 400
_BESIDE = 80
# What is shorter than the words that it is left out.
_NOT_WORTH_A_GAP = 20
# Rows of a line without a line end in sight, and blocks without a gap.
_LONGEST_ROW = 640
_LONGEST_BLOCK = 32
# What must be read to find the start of a character that is seen.
_ENOUGH = 32


class Row(NamedTuple):
    """Code points `start` to `end` of a line.

    `before` code points are left out between them and the row before or the start
    of the line, in a line's last row (`final`) `behind` up to the line's end.
    """

    line: int
    start: int
    end: int
    before: int = 0
    behind: int = 0
    final: bool = True


class Block(NamedTuple):
    """Rows that follow one another, after `before` lines that are left out."""

    before: int
    rows: tuple[Row, ...]

    @property
    def first(self) -> int:
        """The first line."""
        return self.rows[0].line

    @property
    def last(self) -> int:
        """The last line, which the next block may go on with."""
        return self.rows[-1].line


def excerpt(lines: Lines, ranges: Sequence[Range]) -> Iterator[Block]:
    """Yield the blocks that show the ranges with the lines around them."""
    edges: defaultdict[int, list[int]] = defaultdict(list)
    for span in ranges:
        line, column = last_line(span, lines)
        edges[span.start.line].append(span.start.column)
        edges[line].append(column)
        if line - span.start.line < _WHOLE:
            for between in range(span.start.line, line):
                edges[between]  # it is shown, wherever it is cut
    before = 0
    for first, last in _windows(edges, lines):
        gap = first - before
        rows: list[Row] = []
        for line in range(first, last + 1):
            for row in _rows(lines, line, edges.get(line, ())):
                if len(rows) == _LONGEST_BLOCK:
                    yield Block(gap, tuple(rows))
                    gap, rows = 0, []
                rows.append(row)
        yield Block(gap, tuple(rows))
        before = last + 1


def lines_behind(lines: Lines, last: int) -> int:
    """Return how many lines follow one; nothing after the last line end is none."""
    end = lines.count - (lines.length(lines.count - 1) == 0)
    return max(end - last - 1, 0)


def _windows(shown: Iterable[int], lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield the first and the last lines of what is shown without a gap."""
    wanted = sorted({min(line, lines.count - 1) for line in shown})
    end = wanted[-1] + lines_behind(lines, wanted[-1])
    first = last = -1
    for line in wanted:
        # A gap of one line would take no less room than the line.
        if first >= 0 and line - _AROUND > last + 2:
            yield first, last
            first = -1
        if first < 0:
            first = max(line - _AROUND, 0)
            first = 0 if first == 1 else first
        last = min(line + _AROUND, end)
    yield first, end if end - last == 1 else last


def _rows(lines: Lines, line: int, edges: Sequence[int]) -> Iterator[Row]:
    length = lines.length(line)
    if length <= LONGEST:
        yield Row(line, 0, length)
        return
    at = 0
    *others, (last, end) = _pieces(lines, line, edges or (0,))
    for start, stop in others:
        yield Row(line, start, stop, start - at, final=False)
        at = stop
    yield Row(line, last, end, last - at, length - end)


def _pieces(lines: Lines, line: int, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans around the edges, not more than `_LONGEST_ROW` at once."""
    length = lines.length(line)
    spans: list[list[int]] = []
    for edge in sorted(edges):
        start, end = edge - _BESIDE, min(edge + _BESIDE, length)
        if not spans and start < _NOT_WORTH_A_GAP:
            spans.append([0, end])
        elif not spans or start - spans[-1][1] > _NOT_WORTH_A_GAP:
            spans.append([min(start, length), end])
        else:
            spans[-1][1] = end
    if length - spans[-1][1] < _NOT_WORTH_A_GAP:
        spans[-1][1] = length
    for start, end in spans:
        for at in range(start, end, _LONGEST_ROW):
            stop = min(at + _LONGEST_ROW, end)
            yield _cluster(lines, line, at), _cluster(lines, line, stop)


def _cluster(lines: Lines, line: int, at: int) -> int:
    """Return a place near one that does not part a base from its marks."""
    left = max(at - _ENOUGH, 0)
    return left + cluster_start(lines.slice(line, left, at + 1), at - left)
