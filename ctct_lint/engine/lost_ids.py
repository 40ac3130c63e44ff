"""References to an ID that is no name: one fault, told where the ID is.

The ID is another one in the text as it was repaired, and the reference leads nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.model.fault import Fault

_NAME, _OF_ID, _REFERENCE = "invalid-name", "xml:id", "unknown-idref"


def without_lost_ids(
    found: list[RuleFinding], syntax: Iterable[Fault]
) -> list[RuleFinding]:
    """Leave out what refers to IDs of which as many are no names."""
    lost = sum(fault.kind == _NAME and fault.detail == _OF_ID for fault in syntax)
    if not lost:
        return found
    # The message has the ID that is referred to.
    sought = {one.finding.message for one in found if one.rule.name == _REFERENCE}
    if len(sought) > lost:
        return found
    return [one for one in found if one.rule.name != _REFERENCE]
