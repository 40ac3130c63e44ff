"""Fields that are there, only not where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from ctct_lint.profiles.ctct.records.record import Record


def is_elsewhere(record: Record, name: str) -> bool:
    """Say whether the field stands elsewhere in the entry: that is said of it.

    Or what it would hold stands in its place: that is said of this.
    """
    if next(record.entry.element.iter(ctct(name)), None) is not None:
        return True
    own = children_of(local_name(record.element))
    held = children_of(name).keys() - own.keys()
    return not held.isdisjoint(record.fields)
