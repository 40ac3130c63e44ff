"""The places of diagnostics as marks on lines, and marks as segments of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.html.glyphs import cluster_end, cluster_start
from ctct_lint.output.marks import last_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.html.excerpt import Row
    from ctct_lint.output.report import Lines

# Underlines one below the other; more share the last place.
LEVELS = 3
# Marks on the same character; a hostile document can have thousands.
_DEEPEST = 8


class MarkedPlace(NamedTuple):
    """What is to be underlined for the diagnostic `key`, and what it says there.

    `kind` is a severity's label, or `related` for a second place.
    """

    range: Range
    key: str
    kind: str
    message: str


class Mark(NamedTuple):
    """Code points of a line; of an empty one, the gap before `start`."""

    start: int
    end: int
    level: int
    place: MarkedPlace


class Segment(NamedTuple):
    """Code points of a row that the same marks cover, the outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_by_line(
    places: Iterable[MarkedPlace], shown: Sequence[int], lines: Lines
) -> Mapping[int, list[Mark]]:
    """Return the marks on the lines that are shown; `shown` is sorted."""
    found: defaultdict[int, list[tuple[int, int, MarkedPlace]]] = defaultdict(list)
    for place in places:
        for line, start, end in _by_line(place.range, shown, lines):
            found[line].append((start, end, place))
    return {line: list(_levelled(spans)) for line, spans in found.items()}


def _by_line(
    span: Range, shown: Sequence[int], lines: Lines
) -> Iterator[tuple[int, int, int]]:
    first = span.start.line
    last, last_column = last_line(span, lines)
    if first == last:
        yield first, span.start.column, max(last_column, span.start.column)
        return
    # A line end alone is nothing that could be underlined, but a place.
    yield first, span.start.column, lines.length(first)
    for line in shown[bisect_right(shown, first) : bisect_right(shown, last)]:
        indent = lines.indent(line)
        end = last_column if line == last else lines.length(line)
        if end > 0:
            yield line, indent if indent < end else 0, end


def _levelled(spans: list[tuple[int, int, MarkedPlace]]) -> Iterator[Mark]:
    """Give each mark the first level that is free where it starts."""
    ends = [-1] * LEVELS
    for start, end, place in sorted(spans, key=lambda span: (span[0], -span[1])):
        free = (level for level in range(LEVELS) if ends[level] <= start)
        level = next(free, LEVELS - 1)
        ends[level] = max(ends[level], end, start + 1)
        yield Mark(start, end, level, place)


def marks_by_row(
    rows: Iterable[Row], marks: Mapping[int, Sequence[Mark]]
) -> Mapping[Row, Sequence[Mark]]:
    """Return the marks that reach into each row; a line can have very many of both."""
    found: dict[Row, Sequence[Mark]] = {}
    for line, here in groupby(rows, key=lambda row: row.line):
        coming = deque(marks.get(line, ()))
        active: list[Mark] = []
        for row in here:
            active = [mark for mark in active if mark.end >= row.start]
            while coming and (coming[0].start <= row.end or row.final):
                active.append(coming.popleft())
            found[row] = active
    return found


def segments(row: Row, text: str, marks: Sequence[Mark]) -> list[Segment]:
    """Return the segments of a row's text, in columns of the text.

    The marks reach over whole characters as they are seen: an accent alone could
    not be underlined.
    """
    here = [mark for each in marks for mark in _clipped(row, text, each)]
    bounds = {0, len(text)}.union(*((mark.start, mark.end) for mark in here))
    starting: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in here:
        starting[mark.start].append(mark)
    found: list[Segment] = []
    active: list[Mark] = []
    for left, right in pairwise([*sorted(bounds), len(text)]):
        active = [mark for mark in active if mark.end > left]
        for mark in starting.pop(left, ()):
            if mark.end > left:
                active.append(mark)
            else:
                found.append(Segment(left, left, (mark,)))
        if right > left:
            found.append(Segment(left, right, tuple(active[-_DEEPEST:])))
    return found


def _clipped(row: Row, text: str, mark: Mark) -> Iterator[Mark]:
    """Yield what of a mark is in a row, if anything."""
    start, end = max(mark.start, row.start), min(mark.end, row.end)
    if mark.start == mark.end:
        here = row.start <= mark.start < row.end
        if here or (mark.start >= row.end and row.final):
            at = min(mark.start, row.end) - row.start
            yield mark._replace(start=at, end=at)
    elif start < end:
        yield mark._replace(
            start=cluster_start(text, start - row.start),
            end=cluster_end(text, end - row.start),
        )


def cut(segment: Segment, bounds: Sequence[int]) -> Iterator[Segment]:
    """Split a segment at those of the sorted bounds that are inside it."""
    inside = bounds[
        bisect_right(bounds, segment.start) : bisect_left(bounds, segment.end)
    ]
    for left, right in pairwise((segment.start, *inside, segment.end)):
        yield segment._replace(start=left, end=right)
