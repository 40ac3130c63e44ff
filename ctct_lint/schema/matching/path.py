"""The way of children through an ordered content model, as whoever names repairs asks.

What is left out has no place on it: it is between two steps.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from ctct_lint.schema.content.gaps import END, START
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.content.match import Move


class Path:
    """The steps of a way: children that stand right, and what is put in between them.

    moves  all moves, also of children that are left out
    steps  the others, which go from position to position
    """

    def __init__(self, automaton: Automaton, moves: Sequence[Move]) -> None:
        self.automaton = automaton
        self.moves = moves
        self.steps = [move for move in moves if move.child is None or move.taken]
        self._numbers = {id(step): n for n, step in enumerate(self.steps)}

    def rank(self, step: Move) -> int:
        """Return the number of a step, counted from 1."""
        return self._numbers[id(step)] + 1

    def right_behind(self, step: Move) -> Move | None:
        """Return the next step if a child takes it."""
        rank = self.rank(step)
        following = self.steps[rank] if rank < len(self.steps) else None
        return None if following is None or following.child is None else following

    def taken_before(self, step: Move) -> Move | None:
        """Return the last step before one that a child takes."""
        return self._befores[self._numbers[id(step)]]

    def taken_behind(self, step: Move) -> Move | None:
        """Return the first step behind one that a child takes."""
        return self._behinds[-self.rank(step) - 1]

    @cached_property
    def _befores(self) -> Sequence[Move | None]:
        return list(accumulate((None, *self.steps), _last_taken))

    @cached_property
    def _behinds(self) -> Sequence[Move | None]:
        return list(accumulate((None, *reversed(self.steps)), _last_taken))

    @cached_property
    def pairs(self) -> Mapping[tuple[int, int], Sequence[int]]:
        """The positions that follow each other, and after how many steps they do.

        Of what repeats there are few pairs, however many children.
        """
        found: dict[tuple[int, int], list[int]] = {}
        positions = (START, *(step.position for step in self.steps), END)
        for steps, pair in enumerate(pairwise(positions)):
            found.setdefault(pair, []).append(steps)
        return found

    @cached_property
    def taken(self) -> Mapping[int, str]:
        """The names of the children that stand right, by the positions."""
        children = ((step.position, step.child) for step in self.steps)
        return {at: local_name(child) for at, child in children if child is not None}

    def name(self, position: int) -> str:
        """Return the name of what stands at a position, "" for its start and its end.

        A wildcard has no name but that of what it has let in.
        """
        if position in {START, END}:
            return ""
        return self.automaton.terms[position].local_name or self.taken.get(position, "")

    def name_before(self, position: int, own: str) -> str:
        """Return the last name before a position that is another one, "" for none."""
        path = [here for here, _ in self.pairs]
        return self._first(reversed(path[: path.index(position)]), own)

    def name_behind(self, position: int, own: str) -> str:
        """Return the first name behind a position that is another one, "" for none."""
        path = [following for _, following in self.pairs]
        return self._first(path[path.index(position) + 1 :], own)

    def _first(self, positions: Iterable[int], own: str) -> str:
        names = map(self.name, positions)
        return next((name for name in names if name not in {"", own}), "")


def _last_taken(last: Move | None, step: Move | None) -> Move | None:
    return last if step is None or step.child is None else step
