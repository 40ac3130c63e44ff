"""Where children belong that no position of an ordered content model takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.automaton import END, START, Automaton
from ctct_lint.schema.matching import Duplicate, Match, Misplaced, Move
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


def sort_left_out(
    automaton: Automaton, match: Match, left_out: list[_Element], put_in: list[Move]
) -> None:
    """Say what the children are that no position takes: misplaced, duplicate ..."""
    firsts = {child.tag: (child, term) for child, term in reversed(match.matched)}
    for child in left_out:
        missing = next((m for m in put_in if _is_at(automaton, m, child)), None)
        if missing is not None:
            put_in.remove(missing)
            match.misplaced.append(misplaced_at(automaton, missing, child))
            match.matched.append((child, automaton.terms[missing.position]))
        elif child.tag in firsts:
            match.duplicates.append(Duplicate(child, *firsts[child.tag]))
        else:
            match.unknown.append(child)


def find_places(
    automaton: Automaton, match: Match, pairs: list[tuple[int, int]]
) -> None:
    """Say of what is unknown where it belongs, or in whose stead it could stand.

    `pairs` are the positions that follow each other on the way.
    """
    unknown, match.unknown = match.unknown, []
    for child in unknown:
        places = automaton.places(child.tag)
        found = next(gaps_for(automaton, child, places, pairs), None)
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
    pairs: list[tuple[int, int]],
) -> Iterator[Misplaced]:
    """Yield where between two of a path a child may stand."""
    terms, follow = automaton.terms, automaton.follow
    for place in places:
        ends = {*follow.get(place, ()), *((END,) if place in automaton.final else ())}
        for here, following in pairs:
            if place in follow.get(here, ()) and following in ends:
                after = terms[here].local_name if here != START else ""
                before = terms[following].local_name if following != END else ""
                if after or before:
                    yield Misplaced(child, before=before, after=after)


def _instead(
    automaton: Automaton,
    child: _Element,
    places: list[int],
    pairs: list[tuple[int, int]],
) -> Misplaced | None:
    """Return that a child is the other one of a choice."""
    name = local_name(child)
    for here, _ in pairs[1:] if places else ():
        other = automaton.terms[here].local_name
        if name in automaton.alternatives.get(here, ()) and other != name:
            return Misplaced(child, instead=other)
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
