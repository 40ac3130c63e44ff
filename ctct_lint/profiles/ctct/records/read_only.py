"""The fields that only the server sets: in what creates a resource they are ignored."""

from __future__ import annotations

from functools import cache

from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.resources import CHECKED

# Every official sample of a campaign sends the first two; the third has its own rule.
_NOT_HERE = {"Campaign": frozenset({"Status", "Date", "CampaignType"})}


@cache
def read_only(payload: str) -> frozenset[str]:
    """Return the fields of which it is to be told, by the local name of a payload."""
    resource = CHECKED.get(payload)
    if resource is None or Operation.CREATE not in resource.sent_for:
        return frozenset()
    known = facts_of(resource.schema, payload).values()
    names = frozenset(f.name for f in known if f.readonly)
    return names - _NOT_HERE.get(payload, frozenset())
