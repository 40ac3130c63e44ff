"""The first faults of each kind, and how many more of it there are.

A hostile megabyte has a million faults. What will not be shown is counted, and
not built: a fault with its places takes a kilobyte, a number takes nothing.
"""

from __future__ import annotations

from heapq import heappush, heapreplace
from typing import TYPE_CHECKING, Generic, TypeVar

from ctct_lint.model.quota import ALL, left_out

if TYPE_CHECKING:
    from collections import Counter


_T = TypeVar("_T")


class Firsts(Generic[_T]):
    """Keeps so many things of each kind, those that stand first in the text.

    They may come in any order. A thing is asked for with `takes` before it is made,
    which counts it.
    """

    __slots__ = ("_heaps", "_most", "_number", "_seen")

    def __init__(self, most: int = ALL) -> None:
        self._most = most
        self._seen: dict[str, int] = {}
        self._number = 0
        # The last one in the text is on top: it goes when one before it comes.
        self._heaps: dict[str, list[tuple[int, int, int, _T]]] = {}

    def takes(self, kind: str, start: int, end: int) -> bool:
        """Count one more, and tell whether it is among the first ones so far."""
        number = self._seen[kind] = self._seen.get(kind, 0) + 1
        if number <= self._most:
            return True
        last = self._heaps[kind][0]
        return start <= -last[0] and (start, end) < (-last[0], -last[1])

    def add(self, kind: str, start: int, end: int, item: _T) -> None:
        """Keep one that is taken."""
        heap = self._heaps.setdefault(kind, [])
        self._number += 1
        entry = (-start, -end, -self._number, item)
        if len(heap) < self._most:
            heappush(heap, entry)
        else:
            heapreplace(heap, entry)

    def kept(self) -> list[_T]:
        """Return all that are kept, by position; in the order given at one place."""
        entries = (entry for heap in self._heaps.values() for entry in heap)
        ordered = sorted(entries, key=lambda e: (-e[0], -e[1], -e[2]))
        return [item for _, _, _, item in ordered]

    def left_out(self) -> Counter[str]:
        """Return how many of each kind are not kept."""
        return left_out(self._seen, self._most)
