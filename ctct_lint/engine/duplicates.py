"""A field that stands twice is one fault: rules blame it only if both are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.engine.found import RuleFinding


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


def _key(one: RuleFinding) -> tuple[object, ...]:
    """Return which rule says something of which kind of place."""
    part, element, name, *_ = one.finding.at
    return one.rule.code, part, None if element is None else element.tag, name
