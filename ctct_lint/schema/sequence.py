"""Matching children against an ordered content model by minimal repair.

The cheapest way through the automaton, where a child may be left out (it is
unknown, a duplicate or misplaced), a particle put in (it is missing) or a child
renamed (it is misspelt). Linear in the number of children: only the ways within
a distance of the best one that the model gives are followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.schema.aliases import called_so
from ctct_lint.schema.automaton import START, Automaton
from ctct_lint.schema.components import Element
from ctct_lint.schema.matching import Duplicate, Match, Misplaced, Missing
from ctct_lint.schema.names import is_clear, local_name
from ctct_lint.schema.text_home import says_uri
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

# In tenths: a name that is close to what may stand there is better than none at all.
LEAVE_OUT = 10
PUT_IN = 10
RENAME = 9
# A way stays in the running until it is this much dearer than the best one, and
# the price of putting in the whole model: all of it may be missing.
BEAM = 35


class Step(NamedTuple):
    """The cheapest way to a position: its cost, last move, and the way before.

    A move with a child and a position takes the child there; without a child
    the position is put in, without a position the child is left out.
    """

    cost: int
    position: int
    child: _Element | None = None
    taken: bool = False
    before: Step | None = None


def match_ordered(children: Iterable[_Element], automaton: Automaton) -> Match:
    """Match children in the model's order, with the fewest repairs."""
    children = list(children)
    match = _match_exactly(children, automaton)
    if match is not None:
        return match
    steps = _put_in(automaton, {START: Step(0, START)})
    for child in children:
        steps = _put_in(automaton, _next(automaton, steps, child))
    ends = [s for s in steps.values() if s.position in automaton.final]
    best = min(ends or steps.values(), key=lambda s: s.cost)
    return _match(automaton, list(_moves(best)))


def _match_exactly(children: list[_Element], automaton: Automaton) -> Match | None:
    """Match children that need no repair; None if there is one that does."""
    position, match = START, Match()
    for child in children:
        tag = child.tag
        for target in automaton.follow.get(position, ()):
            term = automaton.terms[target]
            if term.matches(tag):
                match.matched.append((child, term))
                position = target
                break
        else:
            return None
    return match if position in automaton.final else None


def _next(
    automaton: Automaton, steps: dict[int, Step], child: _Element
) -> dict[int, Step]:
    """Return the ways after one more child: left out, taken, or renamed."""
    after: dict[int, Step] = {}
    # The cheapest first: of two children for one place the first one takes it.
    for position, step in sorted(steps.items(), key=lambda item: item[1].cost):
        _keep(after, Step(step.cost + LEAVE_OUT, position, child, before=step))
        for target in automaton.follow.get(position, ()):
            price = _price(automaton, target, child)
            if price is not None:
                _keep(
                    after,
                    Step(step.cost + price, target, child, taken=True, before=step),
                )
    most = min(step.cost for step in after.values()) + _beam(automaton)
    return {p: step for p, step in after.items() if step.cost <= most}


def _put_in(automaton: Automaton, steps: dict[int, Step]) -> dict[int, Step]:
    """Add the ways that put in missing particles, the cheapest first."""
    queue = sorted(steps.values(), key=lambda s: s.cost)
    most = queue[0].cost + _beam(automaton)
    for step in queue:  # grows while it is walked
        cost = step.cost + PUT_IN
        if steps[step.position] is not step or cost > most:
            continue
        for target in automaton.follow.get(step.position, ()):
            known = steps.get(target)
            if known is None or cost < known.cost:
                steps[target] = Step(cost, target, taken=True, before=step)
                queue.append(steps[target])
    return steps


def _beam(automaton: Automaton) -> int:
    return BEAM + PUT_IN * len(automaton.terms)


def _keep(steps: dict[int, Step], step: Step) -> None:
    known = steps.get(step.position)
    if known is None or step.cost < known.cost:
        steps[step.position] = step


def _price(automaton: Automaton, target: int, child: _Element) -> int | None:
    term = automaton.terms[target]
    if term.matches(child.tag):
        return 0
    if not isinstance(term, Element) or is_clear(child, automaton.held):
        return None
    if says_uri(child, automaton.facts, (term.local_name,)):
        return None
    is_called = called_so(child, (term,), automaton.facts) is not None
    is_close = closest(local_name(child), (term.local_name,)) is not None
    return RENAME if is_called or is_close else None


def _moves(step: Step | None) -> Iterator[Step]:
    """Yield the moves of a way, from its start."""
    way = []
    while step is not None and step.before is not None:
        way.append(step)
        step = step.before
    return reversed(way)


def _match(automaton: Automaton, moves: list[Step]) -> Match:
    match = Match()
    put_in = [m for m in moves if m.child is None]
    for move in moves:
        if move.child is not None and move.taken:
            _take(automaton, match, move)
    for move in moves:
        if move.child is not None and not move.taken:
            _left_out(automaton, match, move, put_in)
    for move in put_in:
        term = automaton.terms[move.position]
        names = automaton.alternatives.get(move.position, ())
        match.missing.append(Missing(term.local_name or "*", names))
    return match


def _take(automaton: Automaton, match: Match, move: Step) -> None:
    term, child = automaton.terms[move.position], move.child
    assert child is not None  # noqa: S101 - the caller took only such moves
    if isinstance(term, Element) and not term.matches(child.tag):
        match.renamed.append((child, term))
    else:
        match.matched.append((child, term))


def _left_out(
    automaton: Automaton, match: Match, move: Step, put_in: list[Step]
) -> None:
    """Say what a child is that no position takes: misplaced, duplicate, unknown."""
    child = move.child
    assert child is not None  # noqa: S101 - the caller took only such moves
    for missing in put_in:
        term = automaton.terms[missing.position]
        if term.matches(child.tag):
            put_in.remove(missing)
            match.misplaced.append(_misplaced(automaton, missing, child))
            match.matched.append((child, term))
            return
    for first, term in match.matched:
        if first.tag == child.tag:
            match.duplicates.append(Duplicate(child, first, term))
            return
    match.unknown.append(child)


def _misplaced(automaton: Automaton, missing: Step, child: _Element) -> Misplaced:
    """Say after what the child belongs; first of all, it belongs before the rest."""
    before = missing.before
    if before is None or before.position == START:
        following = automaton.follow.get(missing.position, ())
        names = [automaton.terms[p].local_name for p in following]
        return Misplaced(child, before=next(filter(None, names), ""))
    return Misplaced(child, after=automaton.terms[before.position].local_name or "")
