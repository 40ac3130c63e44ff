"""Where misplaced children belong in an ordered content model."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.gaps import END, START
from ctct_lint.schema.content.match import Duplicate, Misplaced
from ctct_lint.schema.matching.rows import Rows
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.content.match import Match, Move
    from ctct_lint.schema.matching.path import Path
    from ctct_lint.schema.matching.put_in import PutIn
    from ctct_lint.schema.matching.rows import Gap

# What has more places than that, together with another, may stand beside it.
_MOST_PLACES = 64
# Of so many places for a child the nearest one is looked for.
_MOST_GAPS = 16


def sort_left_out(
    path: Path, match: Match, left_out: list[_Element], put_in: PutIn
) -> list[_Element]:
    """Say of children that no position takes that they are what is missing elsewhere.

    Those are returned that are nothing of that.
    """
    others, automaton = [], path.automaton
    for child in left_out:
        places = tuple(automaton.places(child.tag))
        missing = put_in.take_at(places) or _as_other(put_in, places, automaton)
        if missing is not None:
            found = _beside(path, missing, child)
            match.misplaced.append(found._replace(rank=path.rank(missing)))
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


def _beside(path: Path, missing: Move, child: _Element) -> Misplaced:
    """Say between which children one belongs that is put in.

    Without any the content model tells what could stand there.
    """
    steps = path.taken_before(missing), path.taken_behind(missing)
    names = ("" if one is None else path.name(one.position) for one in steps)
    own = local_name(child)
    after, before = ("" if name == own else name for name in names)
    if after or before:
        return Misplaced(child, before, after)
    return misplaced_at(path.automaton, missing, child)


class Gaps:
    """Where on a way children may stand that no position takes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows = Rows(path)
        # By the names of children and their places: thousands may have the same.
        self._known: dict[tuple[str, tuple[int, ...]], list[Gap]] = {}
        self._others: dict[str, Misplaced | None] = {}

    def find(self, child: _Element, places: Sequence[int]) -> Misplaced | None:
        """Return the first place between two positions, None if there is none.

        In rows it is the nearest one.
        """
        key = child.tag, tuple(places)
        if key not in self._known:
            found = _gaps(self._path, child, places)
            self._known[key] = list(islice(found, _MOST_GAPS if self._rows else 1))
        gaps = self._known[key]
        if gaps and self._rows:
            return self._rows.nearest(child, gaps)
        return gaps[0][0]._replace(child=child) if gaps else None

    def _instead(self, child: _Element, places: list[int]) -> Misplaced | None:
        """Return that a child is the other one of a choice, None if it is not."""
        if child.tag not in self._others:
            self._others[child.tag] = _instead(self._path, child, places)
        other = self._others[child.tag]
        return None if other is None else other._replace(child=child)

    def sort(self, left_out: Iterable[_Element], match: Match) -> None:
        """Say of children where they could stand, if they could.

        Else one is a duplicate, the other one of a choice, or unknown.
        """
        automaton = self._path.automaton
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


def _gaps(path: Path, child: _Element, places: Iterable[int]) -> Iterator[Gap]:
    """Yield where between two of a path a child may stand, and how often that is.

    Between two of one name that would not say where. Beside one of its own name that
    is named which stands before all of these, or behind.
    """
    automaton, own = path.automaton, local_name(child)
    follow = automaton.follow
    for place in places:
        ends = {*follow.get(place, ()), *((END,) if place in automaton.final else ())}
        for (here, following), steps in path.pairs.items():
            if place in follow.get(here, ()) and following in ends:
                names = path.name(here), path.name(following)
                after, before = ("" if name == own else name for name in names)
                if after != before:
                    after = after or path.name_before(here, own)
                    before = before or path.name_behind(following, own)
                    rank = steps[0] + 0.5
                    yield Misplaced(child, before, after, rank=rank), place, steps


def _instead(path: Path, child: _Element, places: list[int]) -> Misplaced | None:
    """Return that a child is the other one of a choice, or of its branch."""
    name, automaton = local_name(child), path.automaton
    here_to = islice(path.pairs, 1, None) if places else ()
    standing = [here for here, _ in here_to]
    for here in standing:
        other = automaton.terms[here].local_name
        among = automaton.alternatives.get(here, ())
        if name in among and other != name:
            if not _may_stand_together(automaton, here, places):
                among = ()
            return Misplaced(child, instead=other, among=among)
    for here in standing if automaton.names(child.tag) else ():
        if here in path.taken and not _may_stand_together(automaton, here, places):
            return Misplaced(child, instead=path.name(here))
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
