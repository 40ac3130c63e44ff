"""The repairs that make the children of an ordered content model right.

What the cheapest way leaves out, puts in or renames is named by what it is: an
element that is missing, unknown, misspelt, misplaced or a duplicate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.match import Match, Misplaced, Spot, StandIn
from ctct_lint.schema.matching.disorder import find_disorder
from ctct_lint.schema.matching.displaced import Gaps, misplaced_at, sort_left_out
from ctct_lint.schema.matching.meant import IntendedNames
from ctct_lint.schema.matching.path import Path
from ctct_lint.schema.matching.put_in import PutIn
from ctct_lint.schema.matching.ways import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Term
    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.content.match import Missing, Move
    from ctct_lint.schema.matching.compared import Compared


def repaired(
    children: list[_Element], automaton: Automaton, compared: Compared
) -> Match:
    """Match children, which are not right as they are, with the fewest repairs."""
    meant = IntendedNames(automaton, compared)
    walk = Walk(children, automaton, meant, compared.ways)
    walk.run()
    return _Repairs(automaton, walk.moves, meant).match()


class _Repairs:
    """Reads out of the moves of a walk what is right, and which repairs are made."""

    def __init__(
        self, automaton: Automaton, moves: list[Move], meant: IntendedNames
    ) -> None:
        self._automaton = automaton
        self._moves = moves
        self._meant = meant
        self._put_in = PutIn(moves)
        self._path = Path(automaton, moves)
        self._match = Match()

    def match(self) -> Match:
        """Return how the children are matched."""
        left_out = []
        for move in self._moves:
            if move.child is not None and move.taken:
                self._take(move.child, move.position)
            elif move.child is not None:
                left_out.append(move.child)
        if left_out:
            self._name_left_out(left_out)
        if self._put_in:
            self._name_put_in()
        return self._match

    def _take(self, child: _Element, position: int) -> None:
        term = self._automaton.terms[position]
        if isinstance(term, Element) and not term.matches(child.tag):
            self._match.renamed.append((child, term))
        else:
            self._match.matched.append((child, term))

    def _name_left_out(self, left_out: list[_Element]) -> None:
        match, gaps = self._match, Gaps(self._path)
        gaps.sort(sort_left_out(self._path, match, left_out, self._put_in), match)
        self._find_misspelt(gaps)
        find_disorder(match, self._path)

    def _name_put_in(self) -> None:
        match = self._match
        stand_ins = _stand_ins(self._moves, self._automaton.terms)
        strange = {move.position: move.child for move in stand_ins}
        unknown = frozenset(match.unknown)
        for move in self._put_in:
            term = self._automaton.terms[move.position]
            if unknown and not isinstance(term, Element):
                # What a wildcard lets in has another namespace than what is there.
                continue
            missing = self._missing(move)
            before = self._path.taken_before(move)
            match.missing.append(missing)
            match.spots.append(Spot(missing, None if before is None else before.child))
            child = strange.get(move.position)
            if child is not None and child in unknown:
                elements = self._automaton.offered(move.position, move.before)
                match.stand_ins.append(StandIn(child, missing, elements))

    def _missing(self, move: Move) -> Missing:
        position, behind = move.position, self._path.right_behind(move)
        if behind is None:
            return self._automaton.missing(position)
        return self._automaton.missing_before(position, move.before, behind.position)

    def _find_misspelt(self, gaps: Gaps) -> None:
        """Say of unknown children what they are meant for, and where that belongs.

        What it is meant for is not missing.
        """
        unknown, self._match.unknown = self._match.unknown, []
        for child in unknown:
            places = tuple(self._meant.positions(child))
            found = self._misspelt(child, places, gaps) if places else None
            if found is None:
                self._match.unknown.append(child)
            else:
                self._match.misplaced.append(found)

    def _misspelt(
        self, child: _Element, places: tuple[int, ...], gaps: Gaps
    ) -> Misplaced | None:
        """Return that a child is one that is put in, or that may be, by a close name.

        What is put in for it is taken away.
        """
        automaton, terms = self._automaton, self._automaton.terms

        def there(move: Move) -> tuple[int, Element] | None:
            """Return the first of the places that would do where one is put in."""
            offered = automaton.offered(move.position, move.before)
            meant = ((place, terms[place]) for place in places)
            found = ((p, t) for p, t in meant if isinstance(t, Element))
            return next((one for one in found if one[1] in offered), None)

        taken = self._put_in.take(places, there)
        if taken is not None:
            move, (place, meant) = taken
            missing = move._replace(position=place)
            return misplaced_at(automaton, missing, child)._replace(meant=meant)
        for place in places:
            term = terms[place]
            gap = gaps.find(child, (place,))
            if gap is not None and isinstance(term, Element):
                return gap._replace(meant=term)
        return None


def _stand_ins(moves: Iterable[Move], terms: Sequence[Term]) -> Iterator[Move]:
    """Yield for each child that is left out where one is put in that position.

    There may be others of the element that is put in between the two.
    """
    left_out: list[_Element] = []
    put_in: list[Move] = []
    between: Term | None = None
    for move in (*moves, None):
        if move is not None and move.child is None:
            left_out = left_out if between in {None, terms[move.position]} else []
            put_in.append(move)
        elif move is not None and move.child is not None and not move.taken:
            if between is not None:
                left_out, between = [], None
            left_out.append(move.child)
        else:
            if len(left_out) == len(put_in) == 1:
                yield put_in[0]._replace(child=left_out[0])
            term = None if move is None else terms[move.position]
            stays = not put_in and between in {None, term}
            left_out, put_in, between = left_out if stays else [], [], term
