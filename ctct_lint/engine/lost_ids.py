"""References to what a broken start tag said: one fault, told where that is.

An ID that is no name is another one in the text as it was repaired. A start tag that is
lost has lost its attributes as well. What refers to them leads nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.model.fault import Fault

_NAME, _OF_ID = "invalid-name", "xml:id"
_LOST_START = "stray-end-tag"
_REFERENCES = frozenset({"unknown-idref", "unknown-keyref"})


def without_lost_ids(
    found: list[RuleFinding], syntax: Iterable[Fault]
) -> list[RuleFinding]:
    """Leave out what refers to so many values as may be lost."""
    lost = sum(map(_loses_id, syntax))
    if not lost:
        return found
    # The message has the value that is referred to.
    sought = {one.finding.message for one in found if one.rule.name in _REFERENCES}
    if len(sought) > lost:
        return found
    return [one for one in found if one.rule.name not in _REFERENCES]


def _loses_id(fault: Fault) -> bool:
    if fault.kind == _LOST_START:
        # What lacks is the tag that is expected.
        return bool(fault.expected)
    return fault.kind == _NAME and fault.detail == _OF_ID
