"""Matching children against an ordered content model by minimal repair.

What the cheapest way leaves out, puts in or renames is named by what it is: an
element that is missing, unknown, misspelt, misplaced or a duplicate.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.automaton import END, START
from ctct_lint.schema.content.match import Match, Misplaced, Missing, StandIn
from ctct_lint.schema.matching.compared import Compared
from ctct_lint.schema.matching.disorder import find_disorder
from ctct_lint.schema.matching.displaced import (
    Neighbours,
    find_places,
    gaps_for,
    misplaced_at,
    sort_left_out,
)
from ctct_lint.schema.matching.meant import Meant
from ctct_lint.schema.matching.ways import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.content.match import Move
    from ctct_lint.schema.matching.displaced import Pairs


def match_ordered(
    children: Iterable[_Element], automaton: Automaton, compared: Compared | None = None
) -> Match:
    """Match children in the model's order, with the fewest repairs.

    `compared` has the names of the same document that were compared before.
    """
    meant = Meant(automaton, compared or Compared())
    walk = Walk(list(children), automaton, meant)
    walk.run()
    return _match(automaton, walk.moves, meant)


def fits(children: Iterable[_Element], automaton: Automaton) -> bool:
    """Is a content right? Repairs are not looked for, where that is not needed."""
    if automaton.ambiguous:
        return match_ordered(children, automaton).is_right
    position = START
    for child in children:
        target = automaton.next(position, child.tag)
        if target is None:
            return False
        position = target
    return position in automaton.final


def _match(automaton: Automaton, moves: list[Move], meant: Meant) -> Match:
    match = Match()
    for move in moves:
        if move.child is not None and move.taken:
            _take(automaton, match, move.child, move.position)
    put_in = [m for m in moves if m.child is None]
    left_out = [m.child for m in moves if m.child is not None and not m.taken]
    if not (put_in or left_out):
        return match
    if left_out:
        path = [m.position for m in moves if m.child is None or m.taken]
        neighbours = Neighbours(automaton, moves)
        left_out = sort_left_out(automaton, match, left_out, put_in, neighbours)
        # Of what repeats each pair counts once: there are few, however many children.
        pairs: dict[tuple[int, int], float] = {}
        for rank, pair in enumerate(pairwise([START, *path, END])):
            pairs.setdefault(pair, rank + 0.5)
        find_places(automaton, match, left_out, pairs)
        _find_misspelt(automaton, meant, match, put_in, pairs)
        find_disorder(match, moves)
    stands = {strange.position: strange.child for strange in _stand_ins(moves)}
    for move in put_in:
        term = automaton.terms[move.position]
        if match.unknown and not isinstance(term, Element):
            # What is let in by a wildcard has another namespace than what is there.
            continue
        names = automaton.alternatives.get(move.position, ())
        missing = Missing(term.local_name or "*", names)
        match.missing.append(missing)
        child = stands.get(move.position)
        if child is not None and child in match.unknown:
            elements = tuple(_offered(automaton, move, names))
            match.stand_ins.append(StandIn(child, missing, elements))
    return match


def _stand_ins(moves: Iterable[Move]) -> Iterator[Move]:
    """Yield for each child that is left out where one is put in that position."""
    left_out: list[_Element] = []
    put_in: list[Move] = []
    for move in (*moves, None):
        if move is not None and move.child is None:
            put_in.append(move)
        elif move is not None and move.child is not None and not move.taken:
            left_out.append(move.child)
        else:
            if len(left_out) == len(put_in) == 1:
                yield put_in[0]._replace(child=left_out[0])
            left_out, put_in = [], []


def _offered(
    automaton: Automaton, move: Move, names: tuple[str, ...]
) -> Iterator[Element]:
    """Yield the elements that would do where one is put in."""
    for position in (move.position, *automaton.follow.get(move.before, ())):
        term = automaton.terms[position]
        is_it = position == move.position or term.local_name in names
        if is_it and isinstance(term, Element) and not term.abstract:
            yield term


def _take(automaton: Automaton, match: Match, child: _Element, position: int) -> None:
    term = automaton.terms[position]
    if isinstance(term, Element) and not term.matches(child.tag):
        match.renamed.append((child, term))
    else:
        match.matched.append((child, term))


def _find_misspelt(
    automaton: Automaton,
    meant: Meant,
    match: Match,
    put_in: list[Move],
    pairs: Pairs,
) -> None:
    """Say of what is unknown by its name what it is meant for, and where that belongs.

    What it is meant for is not missing.
    """
    unknown, match.unknown = match.unknown, []
    for child in unknown:
        found = _misspelt(automaton, meant.positions(child), child, put_in, pairs)
        if found is None:
            match.unknown.append(child)
        else:
            match.misplaced.append(found)


def _misspelt(
    automaton: Automaton,
    places: list[int],
    child: _Element,
    put_in: list[Move],
    pairs: Pairs,
) -> Misplaced | None:
    """Return that a child is one that is put in, or that may be, by a close name.

    What is put in for it is taken away.
    """
    for move in put_in if places else ():
        names = automaton.alternatives.get(move.position, ())
        offered = list(_offered(automaton, move, names))
        for place in places:
            meant = automaton.terms[place]
            if meant in offered and isinstance(meant, Element):
                put_in.remove(move)
                there = move._replace(position=place)
                return misplaced_at(automaton, there, child)._replace(meant=meant)
    for place in places:
        meant = automaton.terms[place]
        gap = next(gaps_for(automaton, child, [place], pairs), None)
        if gap is not None and isinstance(meant, Element):
            return gap._replace(meant=meant)
    return None
