"""In which row of a content that repeats a child without a place stands.

Of `(k, v, w?)*` each row has a room of its own for a `w`: one that stands before the
`v` of its row belongs behind that one, and behind no other `v`.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Misplaced
    from ctct_lint.schema.matching.path import Path

    # Where a child may stand, as which position, and at which places of the way.
    Gap = tuple[Misplaced, int, Sequence[int]]


class Rows:
    """The rows on the way of children through a model; a place is before the nth."""

    def __init__(self, path: Path) -> None:
        """Go along a way."""
        self._path, own = path.steps, 0
        self._own: dict[_Element, int] = {}
        for move in path.moves:
            if move.child is None or move.taken:
                own += 1
            else:
                self._own[move.child] = own
        starts = (int(b.position < a.position) for a, b in pairwise(self._path))
        self._rows = list(accumulate(starts, initial=0))
        self._by_name: dict[str, list[int]] = {}
        for number, move in enumerate(self._path):
            if move.child is not None:
                self._by_name.setdefault(move.child.tag, []).append(number)

    def __bool__(self) -> bool:
        """Is there more than one?"""
        return self._rows[-1] > 0

    def nearest(self, child: _Element, gaps: Iterable[Gap]) -> Misplaced | None:
        """Return the nearest place for a child, in its own row if there is one.

        None where that row has no room, but has one of the child's name.
        """
        own = self._own[child]
        options = [
            (not self._is_in_row(own, self._row(place, position)), place, one)
            for one, position, at in gaps
            for place in _around(own, at)
        ]
        is_far, place, found = min(options, key=lambda o: (o[0], abs(o[1] - own)))
        if self._is_beside_its_like(child) or (is_far and self.like(child) is not None):
            return None
        return self._at(place, found, own)._replace(child=child)

    def _at(self, place: int, found: Misplaced, own: int) -> Misplaced:
        """Return what is misplaced with the neighbour on whose wrong side it stands."""
        after, before = found.after, found.before
        is_after = bool(after) and (place > own or not before)
        after, before = (after, "") if is_after else ("", before)
        beside = self._path[place - 1 if is_after else place].child
        return found._replace(
            before=before, after=after, rank=place + 0.5, beside=beside
        )

    def like(self, child: _Element) -> _Element | None:
        """Return the last one of a child's name in its own row, None for none."""
        own, numbers = self._own[child], self._by_name.get(child.tag, [])
        for number in _around(own, numbers):
            if self._is_in_row(own, self._rows[number]):
                return self._path[number].child
        return None

    def _is_beside_its_like(self, child: _Element) -> bool:
        own = self._own[child]
        beside = (one.child for one in self._path[max(own - 1, 0) : own + 1])
        return any(one is not None and one.tag == child.tag for one in beside)

    def _row(self, place: int, position: int) -> int:
        """Return the row of what would stand at a place as some position."""
        if place and position > self._path[place - 1].position:
            return self._rows[place - 1]
        return self._rows[min(place, len(self._rows) - 1)]

    def _is_in_row(self, own: int, row: int) -> bool:
        """Is it a row in which, or beside which, a child stands?"""
        rows = self._rows
        return row in {rows[max(own - 1, 0)], rows[min(own, len(rows) - 1)]}


def _around(own: int, numbers: Sequence[int]) -> Sequence[int]:
    """Return of some numbers in their order the last one before and the next one."""
    at = bisect_left(numbers, own)
    return numbers[max(at - 1, 0) : at + 1]
