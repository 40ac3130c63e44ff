"""Matching children against an ordered content model by minimal repair.

The children are followed through the automaton. Where one may not stand, the cheapest
way on is looked for, from a few children before: a child may be left out (it is
unknown, a duplicate or misplaced), particles put in (they are missing) or a child
renamed (it is misspelt). Once a few children are right again, they are followed as
before: the time is linear in the number of children.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.aliases import called_so
from ctct_lint.schema.automaton import END, START, Automaton
from ctct_lint.schema.components import Element
from ctct_lint.schema.displaced import (
    find_places,
    gaps_for,
    misplaced_at,
    sort_left_out,
)
from ctct_lint.schema.matching import Match, Misplaced, Missing, Move, StandIn
from ctct_lint.schema.names import is_clear, local_name
from ctct_lint.schema.text_home import says_uri
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

# In tenths: a name that is close to what may stand there is better than none at all,
# and a child that another one must follow is better than one too many.
LEAVE_OUT = 11
PUT_IN = 10
RENAME = 9
# What the schema knows by its name is that, unless something lacks in its place.
RENAME_KNOWN = 12
# So many children before one that may not stand are looked at again, and so many
# right ones after it are enough.
BACK, SETTLED = 6, 6
# So many ways are followed at a time; so many names of a parent are compared.
WAYS, COMPARED = 48, 200
# Where the content cannot end: a choice of nothing.
_MUCH = 1 << 40


class Step(NamedTuple):
    """The cheapest way to a position: its cost, last move, and the way before.

    A step takes a child to the position, or leaves it out and stays there.
    `calm` is how many children were right in a row, `late` the sum of the numbers of
    those left out: of equally dear ways that one is taken which blames later children.
    """

    cost: int
    position: int
    calm: int
    late: int = 0
    child: _Element | None = None
    taken: bool = False
    before: Step | None = None


def match_ordered(children: Iterable[_Element], automaton: Automaton) -> Match:
    """Match children in the model's order, with the fewest repairs."""
    walk = _Walk(list(children), automaton)
    walk.run()
    return _match(automaton, walk)


class _Walk:
    """One pass over the children of a parent; what it has found is in `moves`."""

    def __init__(self, children: list[_Element], automaton: Automaton) -> None:
        self._children = children
        self._automaton = automaton
        self._close: dict[str, list[int]] = {}
        self._at = 0
        # Children before this one have been repaired already.
        self._fixed = 0
        self.moves: list[Move] = []

    def run(self) -> None:
        """Go through all children, to the end of the content."""
        while not (self._follow() and self._may_end()):
            self._go_back()
            if self._repair():
                break

    @property
    def _position(self) -> int:
        return self.moves[-1].position if self.moves else START

    def _may_end(self) -> bool:
        return self._position in self._automaton.final

    def _follow(self) -> bool:
        """Take the children that may stand; False at one that may not."""
        position, following = self._position, self._automaton.next
        while self._at < len(self._children):
            child = self._children[self._at]
            target = following(position, child.tag)
            if target is None:
                return False
            self.moves.append(Move(target, position, child))
            position = target
            self._at += 1
        return True

    def _go_back(self) -> None:
        """Forget the last few children that were right, or all if none is sure."""
        back = self._at - self._fixed
        if not self._automaton.ambiguous:
            back = min(BACK, back)
        self._at -= back
        del self.moves[len(self.moves) - back :]

    def _repair(self) -> bool:
        """Find the cheapest way on to where all is right again; True: to the end."""
        start = Step(0, self._position, 0)
        steps = {start.position: start}
        stuck, is_sure = self._at + BACK, not self._automaton.ambiguous
        while self._at < len(self._children):
            best = min(steps.values(), key=_price)
            if best.calm >= SETTLED and self._at > stuck and is_sure:
                self._take(best)
                return False
            steps = self._after(steps, self._children[self._at])
            self._at += 1
        best = min(steps.values(), key=self._cost_to_the_end)
        self._take(best)
        self._put_in(best.position, END)
        return True

    def _cost_to_the_end(self, step: Step) -> tuple[int, int]:
        gap = self._automaton.gaps(step.position).get(END)
        more = _MUCH if gap is None else PUT_IN * gap.put_in
        return step.cost + more, -step.late

    def _take(self, best: Step) -> None:
        """Add the moves of a way."""
        for step in _steps(best):
            assert step.before is not None  # noqa: S101 - the first one has none
            before = step.before.position
            if step.taken:
                before = self._put_in(before, step.position)
            self.moves.append(Move(step.position, before, step.child, step.taken))
        self._fixed = self._at

    def _put_in(self, position: int, target: int) -> int:
        """Add what lacks between two positions; return the last one before it."""
        for missing in self._automaton.put_in(position, target):
            self.moves.append(Move(missing, position))
            position = missing
        return position

    def _after(self, steps: dict[int, Step], child: _Element) -> dict[int, Step]:
        """Return the ways after one more child: left out, taken, or renamed."""
        after: dict[int, Step] = {}
        right = self._automaton.places(child.tag)
        renamed = self.renamed(child)
        is_known = child.tag in self._automaton.known
        price_of_name = RENAME_KNOWN if is_known else RENAME
        # The cheapest first: of two children for one place the first one takes it.
        for step in sorted(steps.values(), key=_price)[:WAYS]:
            left_out = step.cost + LEAVE_OUT, step.position, 0, step.late + self._at
            _keep(after, Step(*left_out, child, before=step))
            gaps = self._automaton.gaps(step.position)
            for price, targets in ((0, right), (price_of_name, renamed)):
                for target in targets:
                    if target in gaps:
                        more = price + PUT_IN * gaps[target].put_in
                        calm = 0 if more else step.calm + 1
                        taken = step.cost + more, target, calm, step.late
                        _keep(after, Step(*taken, child, taken=True, before=step))
        return after

    def renamed(self, child: _Element) -> list[int]:
        """Return the positions of elements that a child's name may be meant for."""
        if self._automaton.names(child.tag) or is_clear(child, self._automaton.held):
            return []
        name = local_name(child)
        if name not in self._close:
            if len(self._close) >= COMPARED:
                return []
            self._close[name] = list(self._meant(child, name))
        terms, facts = self._automaton.terms, self._automaton.facts
        return [
            position
            for position in self._close[name]
            if not says_uri(child, facts, (terms[position].local_name,))
        ]

    def misspelt(
        self, child: _Element, put_in: list[Move], pairs: list[tuple[int, int]]
    ) -> Misplaced | None:
        """Return that a child is one that is put in, or that may be, by a close name.

        What is put in for it is taken away.
        """
        automaton, places = self._automaton, self.renamed(child)
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

    def _meant(self, child: _Element, name: str) -> Iterator[int]:
        facts, terms = self._automaton.facts, self._automaton.terms
        # An element of this name in another namespace is closer than any other.
        is_exact = any(term.local_name == name for term in terms)
        for position, term in enumerate(terms):
            if not isinstance(term, Element) or term.abstract:
                continue
            close = closest(name, (term.local_name,))
            if is_exact:
                close = name if term.local_name == name else None
            if close is not None or called_so(child, (term,), facts) is not None:
                yield position


def _price(step: Step) -> tuple[int, int]:
    return step.cost, -step.late


def _keep(steps: dict[int, Step], step: Step) -> None:
    known = steps.get(step.position)
    if known is None or _price(step) < _price(known):
        steps[step.position] = step


def _steps(step: Step | None) -> Iterator[Step]:
    """Yield the steps of a way, from its start."""
    way = []
    while step is not None and step.before is not None:
        way.append(step)
        step = step.before
    return reversed(way)


def _match(automaton: Automaton, walk: _Walk) -> Match:
    match, moves = Match(), walk.moves
    for move in moves:
        if move.child is not None and move.taken:
            _take(automaton, match, move.child, move.position)
    put_in = [m for m in moves if m.child is None]
    left_out = [m.child for m in moves if m.child is not None and not m.taken]
    if left_out:
        path = [m.position for m in moves if m.child is None or m.taken]
        sort_left_out(automaton, match, left_out, put_in)
        # Of what repeats each pair counts once: there are few, however many children.
        pairs = list(dict.fromkeys(pairwise([START, *path, END])))
        find_places(automaton, match, pairs)
        _find_misspelt(walk, match, put_in, pairs)
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
    walk: _Walk, match: Match, put_in: list[Move], pairs: list[tuple[int, int]]
) -> None:
    """Say of what is unknown by its name what it is meant for, and where that belongs.

    What it is meant for is not missing.
    """
    unknown, match.unknown = match.unknown, []
    for child in unknown:
        found = walk.misspelt(child, put_in, pairs)
        if found is None:
            match.unknown.append(child)
        else:
            match.misplaced.append(found)
