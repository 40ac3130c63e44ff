"""Where misplaced children belong in an ordered content model."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.schema.content.automaton import END, START, Automaton
from ctct_lint.schema.content.match import Duplicate, Match, Misplaced, Move
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    Pairs = Mapping[tuple[int, int], float]


class Neighbours:
    """Which children stand right on either side of what is put in."""

    def __init__(self, automaton: Automaton, moves: Sequence[Move]) -> None:
        """Go along the moves of a way, and back."""
        self._automaton = automaton
        path = (m for m in moves if m.child is None or m.taken)
        self._ranks = {id(move): n for n, move in enumerate(path, 1)}
        self._after = dict(self._passed(moves))
        self._before = dict(self._passed(reversed(moves)))

    def _passed(self, moves: Iterable[Move]) -> Iterator[tuple[int, str]]:
        """Yield for what is put in the name of the child passed last, or ""."""
        name = ""
        for move in moves:
            if move.child is None:
                yield id(move), name
            elif move.taken:
                name = self._automaton.terms[move.position].local_name or ""

    def misplaced(self, missing: Move, child: _Element) -> Misplaced:
        """Say beside which child one belongs that is put in; `Misplaced` names it.

        What stands right before it is named, what follows if nothing does. Without
        either the content model tells what could stand there.
        """
        found = self._beside(missing, child)
        return found._replace(rank=self._ranks[id(missing)])

    def _beside(self, missing: Move, child: _Element) -> Misplaced:
        own, number = local_name(child), id(missing)
        after, before = self._after[number], self._before[number]
        is_next = self._automaton.terms[missing.before].local_name == after
        if after not in {"", own} and (is_next or before in {"", own}):
            return Misplaced(child, after=after)
        if before not in {"", own}:
            return Misplaced(child, before=before)
        return misplaced_at(self._automaton, missing, child)


def sort_left_out(
    automaton: Automaton,
    match: Match,
    left_out: list[_Element],
    put_in: list[Move],
    neighbours: Neighbours,
) -> list[_Element]:
    """Say of children that no position takes that they are what is missing elsewhere.

    Those are returned that are nothing of that.
    """
    others = []
    for child in left_out:
        missing = next((m for m in put_in if _is_at(automaton, m, child)), None)
        if missing is not None:
            put_in.remove(missing)
            match.misplaced.append(neighbours.misplaced(missing, child))
            match.matched.append((child, automaton.terms[missing.position]))
        else:
            others.append(child)
    return others


def find_places(
    automaton: Automaton, match: Match, left_out: Iterable[_Element], pairs: Pairs
) -> None:
    """Say of children that no position takes where they could stand, if they could.

    Else one is a duplicate, the other one of a choice, or unknown. `pairs` are the
    positions that follow each other on the way, and where they do.
    """
    firsts = {child.tag: (child, term) for child, term in reversed(match.matched)}
    for child in left_out:
        places = automaton.places(child.tag)
        found = next(gaps_for(automaton, child, places, pairs), None)
        if found is None and child.tag in firsts:
            among = automaton.alternatives.get(places[0], ()) if places else ()
            match.duplicates.append(Duplicate(child, *firsts[child.tag], among=among))
            continue
        found = found or _instead(automaton, child, places, pairs)
        if found is None:
            match.unknown.append(child)
        else:
            match.misplaced.append(found)
            match.matched.append((child, automaton.terms[places[0]]))


def gaps_for(
    automaton: Automaton,
    child: _Element,
    places: list[int],
    pairs: Pairs,
) -> Iterator[Misplaced]:
    """Yield where between two of a path a child may stand."""
    terms, follow, own = automaton.terms, automaton.follow, local_name(child)
    for place in places:
        ends = {*follow.get(place, ()), *((END,) if place in automaton.final else ())}
        for (here, following), rank in pairs.items():
            if place in follow.get(here, ()) and following in ends:
                after = terms[here].local_name if here != START else ""
                before = terms[following].local_name if following != END else ""
                after, before = ("" if n == own else n or "" for n in (after, before))
                if after or before:
                    yield Misplaced(child, before, after, rank=rank)


def _instead(
    automaton: Automaton,
    child: _Element,
    places: list[int],
    pairs: Pairs,
) -> Misplaced | None:
    """Return that a child is the other one of a choice."""
    name = local_name(child)
    for here, _ in islice(pairs, 1, None) if places else ():
        other, among = (
            automaton.terms[here].local_name,
            automaton.alternatives.get(here),
        )
        if among and name in among and other != name:
            return Misplaced(child, instead=other, among=among)
    return None


def _is_at(automaton: Automaton, missing: Move, child: _Element) -> bool:
    return automaton.terms[missing.position].matches(child.tag)


def misplaced_at(automaton: Automaton, missing: Move, child: _Element) -> Misplaced:
    """Say after what the child belongs; first of all, it belongs before the rest."""
    if missing.before != START:
        return Misplaced(child, after=automaton.terms[missing.before].local_name or "")
    return Misplaced(child, before=_next_name(automaton, missing.position))


def _next_name(automaton: Automaton, position: int) -> str:
    """Return the name of what may follow a position and its repetitions first."""
    own, ahead = automaton.terms[position].local_name, [position]
    for place in ahead:
        name = automaton.terms[place].local_name
        if name and name != own:
            return name
        more = automaton.follow.get(place, ())
        ahead.extend(p for p in more if p not in ahead)
    return ""
