"""Values that are too long, as two rules word them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import value_of
from ctct_lint.rules.base import Finding

if TYPE_CHECKING:
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
