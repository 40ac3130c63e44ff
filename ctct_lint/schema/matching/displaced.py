"""Where misplaced children belong in an ordered content model."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.gaps import END, START
from ctct_lint.schema.content.match import Duplicate, Match, Misplaced, Move
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.matching.put_in import PutIn
    from ctct_lint.schema.matching.rows import Gap, Rows

# What has more places than that, together with another, may stand beside it.
_MOST_PLACES = 64
# Of so many places for a child the nearest one is looked for.
_MOST_GAPS = 16


class TakenPath(NamedTuple):
    """What the children that stand right make of a content model.

    pairs   the positions that follow each other, and after how many steps they do
    taken   the names of what stands there, by the positions
    """

    automaton: Automaton
    pairs: Mapping[tuple[int, int], Sequence[int]]
    taken: Mapping[int, str]

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


def names_taken(moves: Iterable[Move]) -> dict[int, str]:
    """Return the names of what is taken to the positions."""
    taken = ((m.position, m.child) for m in moves if m.taken and m.child is not None)
    return {position: local_name(child) for position, child in taken}


class Neighbours:
    """Which children stand right on either side of what is put in."""

    def __init__(self, way: TakenPath, moves: Sequence[Move]) -> None:
        """Go along the moves of a way, and back."""
        self._way = way
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
                name = self._way.name(move.position)

    def misplaced(self, missing: Move, child: _Element) -> Misplaced:
        """Say between which children one belongs that is put in.

        Without any the content model tells what could stand there.
        """
        found = self._beside(missing, child)
        return found._replace(rank=self._ranks[id(missing)])

    def _beside(self, missing: Move, child: _Element) -> Misplaced:
        own, number = local_name(child), id(missing)
        after, before = (
            "" if name == own else name
            for name in (self._after[number], self._before[number])
        )
        if after or before:
            return Misplaced(child, before, after)
        return misplaced_at(self._way.automaton, missing, child)


def sort_left_out(
    automaton: Automaton,
    match: Match,
    left_out: list[_Element],
    put_in: PutIn,
    neighbours: Neighbours,
) -> list[_Element]:
    """Say of children that no position takes that they are what is missing elsewhere.

    Those are returned that are nothing of that.
    """
    others = []
    for child in left_out:
        places = tuple(automaton.places(child.tag))
        missing = put_in.take_at(places) or _as_other(put_in, places, automaton)
        if missing is not None:
            match.misplaced.append(neighbours.misplaced(missing, child))
            match.matched.append((child, automaton.terms[places[0]]))
        else:
            others.append(child)
    return others


def _as_other(
    put_in: PutIn, places: tuple[int, ...], automaton: Automaton
) -> Move | None:
    """Take what is put in where one at some positions would do as well."""
    terms = [automaton.terms[place] for place in places]

    def would_do(move: Move) -> bool | None:
        offered = automaton.offered(move.position, move.before)
        return any(one in offered for one in terms) or None

    found = put_in.take(("other", *places), would_do) if places else None
    return None if found is None else found[0]


class Gaps:
    """Where on a way children may stand that no position takes."""

    def __init__(self, way: TakenPath, rows: Rows) -> None:
        self._way = way
        self._rows = rows
        # By the names of children and their places: thousands may have the same.
        self._known: dict[tuple[str, tuple[int, ...]], list[Gap]] = {}
        self._others: dict[str, Misplaced | None] = {}

    def find(self, child: _Element, places: Sequence[int]) -> Misplaced | None:
        """Return the first place between two positions, None if there is none.

        In rows it is the nearest one.
        """
        key = child.tag, tuple(places)
        if key not in self._known:
            found = _gaps(self._way, child, places)
            self._known[key] = list(islice(found, _MOST_GAPS if self._rows else 1))
        gaps = self._known[key]
        if gaps and self._rows:
            return self._rows.nearest(child, gaps)
        return gaps[0][0]._replace(child=child) if gaps else None

    def _instead(self, child: _Element, places: list[int]) -> Misplaced | None:
        """Return that a child is the other one of a choice, None if it is not."""
        if child.tag not in self._others:
            self._others[child.tag] = _instead(self._way, child, places)
        other = self._others[child.tag]
        return None if other is None else other._replace(child=child)

    def sort(self, left_out: Iterable[_Element], match: Match) -> None:
        """Say of children where they could stand, if they could.

        Else one is a duplicate, the other one of a choice, or unknown.
        """
        automaton = self._way.automaton
        firsts = {child.tag: (child, term) for child, term in reversed(match.matched)}
        for child in left_out:
            places = automaton.places(child.tag)
            found = self.find(child, places)
            if found is None and child.tag in firsts:
                among = automaton.alternatives.get(places[0], ()) if places else ()
                first, term = firsts[child.tag]
                like = self._rows.like(child) if self._rows else None
                first = first if like is None else like
                double = Duplicate(child, first, term, among=among)
                match.duplicates.append(double)
                continue
            found = found or self._instead(child, places)
            if found is None:
                match.unknown.append(child)
            else:
                match.misplaced.append(found)
                match.matched.append((child, automaton.terms[places[0]]))


def _gaps(way: TakenPath, child: _Element, places: Iterable[int]) -> Iterator[Gap]:
    """Yield where between two of a path a child may stand, and how often that is.

    Between two of one name that would not say where. Beside one of its own name that
    is named which stands before all of these, or behind.
    """
    automaton, own = way.automaton, local_name(child)
    follow = automaton.follow
    for place in places:
        ends = {*follow.get(place, ()), *((END,) if place in automaton.final else ())}
        for (here, following), steps in way.pairs.items():
            if place in follow.get(here, ()) and following in ends:
                names = way.name(here), way.name(following)
                after, before = ("" if name == own else name for name in names)
                if after != before:
                    after = after or way.name_before(here, own)
                    before = before or way.name_behind(following, own)
                    rank = steps[0] + 0.5
                    yield Misplaced(child, before, after, rank=rank), place, steps


def _instead(way: TakenPath, child: _Element, places: list[int]) -> Misplaced | None:
    """Return that a child is the other one of a choice, or of its branch."""
    name, automaton = local_name(child), way.automaton
    path = [here for here, _ in islice(way.pairs, 1, None)] if places else []
    for here in path:
        other = automaton.terms[here].local_name
        among = automaton.alternatives.get(here, ())
        if name in among and other != name:
            if not _may_stand_together(automaton, here, places):
                among = ()
            return Misplaced(child, instead=other, among=among)
    for here in path if automaton.names(child.tag) else ():
        if here in way.taken and not _may_stand_together(automaton, here, places):
            return Misplaced(child, instead=way.name(here))
    return None


def _may_stand_together(automaton: Automaton, here: int, places: list[int]) -> bool:
    """May what stands at one of some positions stand beside what stands `here`?

    That may have other positions as well.
    """
    term = automaton.terms[here]
    others = automaton.places(term.name) if isinstance(term, Element) else [here]
    if len(others) + len(places) > _MOST_PLACES:
        return True
    return any(
        place in automaton.gaps(other) or other in automaton.gaps(place)
        for other in others
        for place in places
    )


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
