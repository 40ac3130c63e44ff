"""What the facts of a schema say of the fields of a payload, by its local name.

Of what is no payload nothing is said.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import children_of, facts_of
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.resources import CHECKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ctct_lint.schema.facts.fact import Fact

# Every official sample of a campaign sends the first two; the third has its own rule.
_NOT_TOLD = {"Campaign": frozenset({"Status", "Date", "CampaignType"})}


@cache
def advised(payload: str, operation: str) -> tuple[str, ...]:
    """Return the fields that a payload should have for an operation."""
    return tuple(f.name for f in _facts_of(payload) if operation in f.wanted)


@cache
def limits(payload: str) -> Mapping[str, int]:
    """Return the most characters that fields may have, as far as the facts say it."""
    return {f.name: f.maximum for f in _facts_of(payload) if f.maximum}


@cache
def read_only(payload: str) -> frozenset[str]:
    """Return the fields that only the server sets: a create ignores them.

    They are those of which it is to be told.
    """
    resource = CHECKED.get(payload)
    if resource is None or Operation.CREATE not in resource.sent_for:
        return frozenset()
    names = frozenset(f.name for f in _facts_of(payload) if f.readonly)
    return names - _NOT_TOLD.get(payload, frozenset())


def _facts_of(payload: str) -> Iterable[Fact]:
    resource = CHECKED.get(payload)
    return () if resource is None else facts_of(resource.schema, payload).values()


@cache
def needing_text(owner: str) -> tuple[str, ...]:
    """Return the names of an element's children that must have a text."""
    known = children_of(owner).values()
    return tuple(f.name for f in known if f.type_name == "NonBlankElement")
