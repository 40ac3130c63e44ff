"""What is found out of names and content models: it is remembered for one document.

To compare a name takes time for each name that the model knows, and a hostile document
has a strange name of its own in each of a hundred thousand parents.

To look for the cheapest way of children through a model takes much longer than to go
it, and who makes a mistake in one parent makes it in all others as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ctct_lint.model.quota import ALL
from ctct_lint.schema.content.match import Move

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.schema import Model

    # A model, the names of all children in order, and how much is put in at one place.
    Key = tuple[int, tuple[str, ...], int]

_MOST_CHILDREN, _MOST_WAYS = 16, 1_000
# A parent can lack hundreds of elements, and a document can have a hundred thousand of
# it: of so many all are told, of others these at each place.
_MUCH_PUT_IN, _FEW_PUT_IN = 30_000, 4
_T = TypeVar("_T")
# So many pairs of names are compared for one document, in less than half a second.
_MOST = 50_000


class KnownWays:
    """The moves of a document's children that were found before.

    They are known for parents of few children, all of whose names the model has: what
    another name is meant for depends on more than the names.

    looked  at how many places, to find ways
    put_in  how many elements were put in between children
    """

    def __init__(self) -> None:
        self.looked = 0
        self.put_in = 0
        # Each move with the number of its child, or -1.
        self._ways: dict[Key, list[tuple[Move, int]]] = {}

    @property
    def most_put_in(self) -> int:
        """How many elements are put in at one place: few where very many were."""
        return ALL if self.put_in < _MUCH_PUT_IN else _FEW_PUT_IN

    def key(self, automaton: Automaton, children: Sequence[_Element]) -> Key | None:
        """Return what the way of children depends on, None if it is on more."""
        if len(children) > _MOST_CHILDREN:
            return None
        names = tuple([child.tag for child in children])
        # A model lives as long as its schema does.
        if not all(map(automaton.names, names)):
            return None
        return id(automaton), names, self.most_put_in

    def recall(self, key: Key, children: Sequence[_Element]) -> list[Move] | None:
        """Return the moves of children, None if they are not known."""
        known = self._ways.get(key)
        if known is None:
            return None
        self.put_in += len(known) - len(children)
        return [
            Move(move.position, move.before, children[number], move.taken)
            if number >= 0
            else move
            for move, number in known
        ]

    def keep(
        self, key: Key, children: Sequence[_Element], moves: Sequence[Move]
    ) -> None:
        """Note the moves of children, without the children."""
        if len(self._ways) >= _MOST_WAYS:
            return
        numbers = {child: number for number, child in enumerate(children)}
        self._ways[key] = [
            (move, -1)
            if move.child is None
            else (move._replace(child=None), numbers[move.child])
            for move in moves
        ]


class Compared:
    """The results of comparing names with those of content models.

    ways  how children of known names go through a model
    """

    def __init__(self) -> None:
        self._found: dict[tuple[int, str], object] = {}
        self._left = _MOST
        self.ways = KnownWays()

    def recall(self, model: Model, name: str, compare: Callable[[], _T]) -> _T | None:
        """Return the result of a comparison; None if there were too many already."""
        # A model lives as long as its schema does.
        key = id(model), name
        if key not in self._found:
            if self._left <= 0:
                return None
            self._left -= len(model.elements)
            self._found[key] = compare()
        return self._found[key]  # type: ignore[return-value]
