"""The one child that has to be moved so that all others are in their places.

Of `output, input, fault` the last one is right if `output` stands behind `input`. Of
`a` and `b`, or `b` alone, `b, a` has the first two in another order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.content.match import Misplaced
from ctct_lint.schema.matching.sequence import fits
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.parent import Parent

# Of more children nobody has moved just one without a place that is closer.
_MOST = 12


def find_moved(parent: Parent, match: Match) -> None:
    """Say what is misplaced where the only child without a place has one by its name.

    Where one child can be moved and all is right then, that is what is wrong, also of
    two that exclude each other in their order.
    """
    children, automaton = parent.row, parent.model
    if isinstance(automaton, FreeModel) or match.cost > 1 or len(children) > _MOST:
        return
    homeless = next(_homeless(match), None)
    if homeless is None or not automaton.names(homeless.tag):
        return
    others = [child for child in children if child is not homeless]
    # What is unknown has no place of its own beside the others as they stand.
    found = _moved(
        children, others if match.unknown else (homeless, *others), automaton
    )
    if found is None:
        return
    if match.unknown:
        match.unknown.remove(homeless)
        place = automaton.places(homeless.tag)[0]
        match.matched.append((homeless, automaton.terms[place]))
    match.misplaced[:] = [found]


def find_swapped(parent: Parent, match: Match) -> None:
    """Say which two have changed places where several lack, and nothing else is wrong.

    Of `a` and `b`, repeatedly, `b, a` has one pair in another order rather than the
    halves of two.
    """
    children, automaton = parent.row, parent.model
    is_it = match.cost == len(match.missing) > 1 and len(children) <= _MOST
    if isinstance(automaton, FreeModel) or not is_it or not parent.may("swapped"):
        return
    for number in range(len(children) - 1, 0, -1):
        first, second = children[number - 1 : number + 1]
        order = [*children[: number - 1], second, first, *children[number + 1 :]]
        if fits(order, automaton):
            match.missing.clear()
            match.misplaced.append(Misplaced(second, local_name(first)))
            return


def _homeless(match: Match) -> Iterator[_Element]:
    """Yield what has no place, or only another one of a choice has."""
    yield from match.unknown
    yield from (one.child for one in match.misplaced if one.instead)


def _moved(
    children: Sequence[_Element], movable: Iterable[_Element], automaton: Automaton
) -> Misplaced | None:
    for child in movable:
        others = [one for one in children if one is not child]
        for place in range(len(children)):
            if fits([*others[:place], child, *others[place:]], automaton):
                after = local_name(others[place - 1]) if place else ""
                before = local_name(others[place]) if others[place:] else ""
                return Misplaced(child, before, after)
    return None
