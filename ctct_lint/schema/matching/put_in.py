"""What a way puts in between children, for those to take that stand elsewhere."""

from __future__ import annotations

from collections import deque
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from ctct_lint.schema.content.match import Move

    Found = TypeVar("Found")


class PutIn:
    """The moves of a way that put something in; each is taken once.

    A wide parent may have thousands of them, and as many children to take them.
    """

    def __init__(self, moves: Sequence[Move]) -> None:
        """Take the moves of a way."""
        self._moves = [move for move in moves if move.child is None]
        self._left = set(range(len(self._moves)))
        self._queues: dict[Hashable, deque[tuple[int, object]]] = {}
        # By their positions the numbers of those that may be left, from the last one.
        self._at: dict[int, list[int]] = {}
        for number in reversed(range(len(self._moves))):
            self._at.setdefault(self._moves[number].position, []).append(number)

    def __iter__(self) -> Iterator[Move]:
        """Return those that are not taken, in their order."""
        return (self._moves[number] for number in sorted(self._left))

    def __bool__(self) -> bool:
        """Is there one that is not taken?"""
        return bool(self._left)

    def take_at(self, positions: Iterable[int]) -> Move | None:
        """Take the first one that is at one of some positions."""
        found = filter(None, map(self._left_at, positions))
        numbers = min(found, key=itemgetter(-1), default=None)
        if numbers is None:
            return None
        number = numbers.pop()
        self._left.remove(number)
        return self._moves[number]

    def _left_at(self, position: int) -> list[int]:
        """Return the numbers of those that are left at a position."""
        numbers = self._at.get(position, [])
        while numbers and numbers[-1] not in self._left:
            numbers.pop()
        return numbers

    def take(
        self, key: Hashable, what_of: Callable[[Move], Found | None]
    ) -> tuple[Move, Found] | None:
        """Take the first one that is of use, with what it is of use as.

        what_of  tells that; the same for all that are asked for by one key
        """
        queue = self._queues.get(key)
        if queue is None:
            found = ((n, what_of(self._moves[n])) for n in sorted(self._left))
            queue = deque(one for one in found if one[1] is not None)
            self._queues[key] = queue
        while queue:
            number, what = queue.popleft()
            if number in self._left:
                self._left.remove(number)
                return self._moves[number], what  # type: ignore[return-value]
        return None
