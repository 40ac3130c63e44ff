"""A field that stands twice is one fault: rules blame it only if both are wrong.

If they find more wrong with the first one alone, that is the worse of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import DOUBLE
from ctct_lint.schema.explain.doubles import of_first

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.model.fault import Fault


def first_ones(faults: Iterable[Fault]) -> dict[_Element | None, set[_Element]]:
    """Return the first ones of fields that stand twice, by what they stand in."""
    found: dict[_Element | None, set[_Element]] = {}
    of_doubles = (fault for fault in faults if fault.kind == DOUBLE)
    places = (place for fault in of_doubles for place, _ in fault.related)
    for first in (at.element for at in places if at.element is not None):
        found.setdefault(first.getparent(), set()).add(first)
    return found


def agreed(
    found: Iterable[RuleFinding], others: Iterable[Iterable[RuleFinding]]
) -> list[RuleFinding]:
    """Return the findings of the first fields that the other fields give as well.

    `others` has the findings for each other choice among fields that stand twice.
    """
    agreed = list(found)
    for other in others:
        if not agreed:
            break
        known = {_key(one) for one in other}
        agreed = [one for one in agreed if _key(one) in known]
    return agreed


def blamed(
    of_first: Iterable[RuleFinding],
    of_both: Iterable[RuleFinding],
    first_ones: Collection[_Element],
) -> Iterator[_Element]:
    """Yield which first ones are worse: of these, and of no others, findings tell.

    Of what a finding does not name only one that alone stands twice can be the cause.
    """
    known = set(map(id, of_both))
    for one in of_first:
        if id(one) not in known:
            at, related = one.finding.at, one.finding.related
            named = {
                element for _, element, *_ in (at, *(place for place, _ in related))
            }
            told = [first for first in first_ones if first in named]
            yield from told or (first_ones if len(first_ones) == 1 else ())


def judged(faults: Iterable[Fault], worse: Container[_Element]) -> Iterator[Fault]:
    """Yield faults; those of duplicates whose first is the worse say so."""
    for fault in faults:
        is_it = any(at.element in worse for at, _ in fault.related)
        yield of_first(fault) if is_it else fault


def _key(one: RuleFinding) -> tuple[object, ...]:
    """Return which rule says something of which kind of place."""
    part, element, name, *_ = one.finding.at
    return one.rule.code, part, None if element is None else element.tag, name
