"""Spans of a text, as offsets: code points from its start."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """From `start` up to, not including, `end`."""

    start: int
    end: int

    def holds(self, offset: int) -> bool:
        """Is the offset inside, or at one of the ends?"""
        return self.start <= offset <= self.end


class Spans:
    """Spans, which may overlap; to ask what is inside of them takes little time."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        found = sorted(spans)
        self._starts = [start for start, _ in found]
        # The farthest end of all spans up to here.
        self._ends = list(accumulate((end for _, end in found), max))

    def __contains__(self, offset: int) -> bool:
        return self.hold(offset, offset + 1)

    def hold(self, start: int, end: int) -> bool:
        """Is all from one offset up to another inside of them?"""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]
