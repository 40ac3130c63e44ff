"""The first faults of each kind, and how many more of it there are.

A hostile megabyte has a million faults. What nobody will be shown is counted, and
not built: a fault with its places takes a kilobyte, a number takes nothing.
"""

from __future__ import annotations

from collections import Counter
from heapq import heappush, heapreplace
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

# More than any text has: all are kept.
ALL = 1 << 62


class _OfKind(Protocol):
    @property
    def kind(self) -> str: ...


_T = TypeVar("_T")
_K = TypeVar("_K", bound=_OfKind)


class Firsts(Generic[_T]):
    """Keeps so many things of each kind, those that stand first in the text.

    They may come in any order. A thing is asked for with `takes` before it is made,
    which counts it.
    """

    __slots__ = ("_counts", "_heaps", "_most")

    def __init__(self, most: int = ALL) -> None:
        self._most = most
        self._counts: Counter[str] = Counter()
        # The last one in the text is on top: it goes when one before it comes.
        self._heaps: dict[str, list[tuple[int, int, int, _T]]] = {}

    def takes(self, kind: str, start: int, end: int) -> bool:
        """Count one more, and tell whether it is among the first ones so far."""
        self._counts[kind] += 1
        if self._counts[kind] <= self._most:
            return True
        last = self._heaps[kind][0]
        return start <= -last[0] and (start, end) < (-last[0], -last[1])

    def add(self, kind: str, start: int, end: int, item: _T) -> None:
        """Keep one that is taken."""
        heap = self._heaps.setdefault(kind, [])
        entry = (-start, -end, -self._counts[kind], item)
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
        return too_many(self._counts, self._most)


def too_many(counts: Counter[str], most: int) -> Counter[str]:
    """Return by how much each count is more than that."""
    return Counter({kind: n - most for kind, n in counts.items() if n > most})


def first_of_each(things: Iterable[_K], most: int) -> tuple[list[_K], Counter[str]]:
    """Return so many of each kind, in the order given, and how many others."""
    counts: Counter[str] = Counter()
    kept = []
    for thing in things:
        counts[thing.kind] += 1
        if counts[thing.kind] <= most:
            kept.append(thing)
    return kept, too_many(counts, most)
