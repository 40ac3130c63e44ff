"""Spans of a text, as offsets: code points from its start."""

from __future__ import annotations

from bisect import bisect_right
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
    """Spans in order and apart from each other; `offset in spans` takes little time."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        found = list(spans)
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
