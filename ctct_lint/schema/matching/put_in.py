"""What a way puts in between children, for those to take that stand elsewhere."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.content.match import Missing, Move

    Found = TypeVar("Found")


class PutIn:
    """The moves of a way that put something in; each is taken once.

    A wide parent may have thousands of them, and as many children to take them.
    """

    __slots__ = ("_left", "_moves", "_queues")

    def __init__(self, moves: Sequence[Move]) -> None:
        """Take the moves of a way."""
        self._moves = [move for move in moves if move.child is None]
        self._left = set(range(len(self._moves)))
        self._queues: dict[Hashable, deque[tuple[int, object]]] = {}

    def __iter__(self) -> Iterator[Move]:
        """Return those that are not taken, in their order."""
        return (self._moves[number] for number in sorted(self._left))

    def __bool__(self) -> bool:
        """Is there one that is not taken?"""
        return bool(self._left)

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


def taken_behind(moves: Sequence[Move]) -> dict[int, int]:
    """Return by the `id` of what is put in where the child right behind it stands."""
    way = [move for move in moves if move.child is None or move.taken]
    pairs = pairwise(way)
    return {
        id(one): behind.position
        for one, behind in pairs
        if one.child is None and behind.child is not None
    }


def missing_before(automaton: Automaton, move: Move, behind: int | None) -> Missing:
    """Return what is missing where something is put in before a position, if any.

    What a choice offers in its place would do only if that may follow it, too.
    """
    found, follow = automaton.missing(move.position), automaton.follow
    if behind is None or not found.alternatives:
        return found
    after = follow.get(move.before, ())
    fitting = (p for p in after if behind in follow.get(p, ()))
    names = {automaton.terms[place].local_name for place in fitting}
    left = tuple(name for name in found.alternatives if name in names)
    return found._replace(alternatives=left if left[1:] else ())
