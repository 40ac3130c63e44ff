"""A field that stands twice is one fault: rules blame it only if both are wrong.

If they blame the first one alone, that is the worse of the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.schema.explain.doubles import of_first

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.model.fault import Fault


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


def blamed(found: Iterable[RuleFinding]) -> Iterator[_Element]:
    """Yield the elements of whose values findings tell."""
    for one in found:
        part, element, *_ = one.finding.at
        if part is Part.VALUE and element is not None:
            yield element


def judged(faults: Iterable[Fault], worse: Container[_Element]) -> Iterator[Fault]:
    """Yield faults; those of duplicates whose first is the worse say so."""
    for fault in faults:
        is_it = any(at.element in worse for at, _ in fault.related)
        yield of_first(fault) if is_it else fault


def _key(one: RuleFinding) -> tuple[object, ...]:
    """Return which rule says something of which kind of place."""
    part, element, name, *_ = one.finding.at
    return one.rule.code, part, None if element is None else element.tag, name
