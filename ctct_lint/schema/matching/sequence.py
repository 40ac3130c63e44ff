"""Matching children against an ordered content model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.content.gaps import START
from ctct_lint.schema.content.match import NOTHING, Match, Missing
from ctct_lint.schema.matching.compared import Compared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Term
    from ctct_lint.schema.content.automaton import Automaton


def match_ordered(
    children: Iterable[_Element], automaton: Automaton, compared: Compared | None = None
) -> Match:
    """Match children in the model's order, with the fewest repairs.

    `compared` has the names of the same document that were compared before.
    """
    if not automaton.final:
        return Match(missing=[Missing(NOTHING)])
    children = list(children)
    right = _as_it_is(children, automaton)
    if right is not None:
        return Match(right)
    from ctct_lint.schema.matching.repaired import repaired

    return repaired(children, automaton, compared or Compared())


def fits(children: Iterable[_Element], automaton: Automaton) -> bool:
    """Is a content right? Repairs are not looked for, where that is not needed."""
    if automaton.ambiguous:
        return match_ordered(children, automaton).is_right
    return _as_it_is(children, automaton) is not None


def _as_it_is(
    children: Iterable[_Element], automaton: Automaton
) -> list[tuple[_Element, Term]] | None:
    """Return the children with what they are declared as, None where that fails.

    Of an ambiguous content another way may be right.
    """
    terms, position = automaton.terms, START
    found: list[tuple[_Element, Term]] = []
    for child in children:
        target = automaton.next(position, child.tag)
        if target is None:
            return None
        found.append((child, terms[target]))
        position = target
    return found if position in automaton.final else None
