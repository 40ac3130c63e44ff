"""Values that are too long, as two rules word them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.model.place import value_of
from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.base import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.profiles.ctct.records.record import Record


def too_long(record: Record, name: str, size: int, limit: int, *, note: str) -> Finding:
    """Return the finding of a field whose value has `size` code points, over `limit`.

    `note` tells where the limit is known from.
    """
    return Finding(
        at=value_of(record.fields[name]),
        message=f"`{name}` has {size:,} characters, the limit is {limit:,}",
        help=(f"shorten it to {limit:,} characters",),
        notes=(note,),
    )


@cache
def limits(payload: str) -> Mapping[str, int]:
    """Return the most characters that fields may have, as far as the facts say it.

    `payload` is a local name; of what is no payload nothing is said.
    """
    if payload not in CHECKED:
        return {}
    known = facts_of(CHECKED[payload].schema, payload).values()
    return {fact.name: fact.maximum for fact in known if fact.maximum}
