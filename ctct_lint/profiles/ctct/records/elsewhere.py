"""Fields that a record lacks, and those that are there, only not where they belong."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from ctct_lint.profiles.ctct.records.record import Record


def lacks(record: Record, name: str) -> bool:
    """Is a field missing, and nothing else said of that?"""
    return not record.has(name) and not is_elsewhere(record, name)


def is_elsewhere(record: Record, *names: str) -> bool:
    """Say whether a missing field stands elsewhere in the entry: that is said of it.

    Or what it would hold stands in its place: that is said of this. Of several fields
    it is enough that this holds of one.
    """
    missing = tuple([name for name in names if name not in record.fields])
    if not missing:
        return False
    tags, inside = _signs_of(missing, local_name(record.element))
    has_tags = not tags.isdisjoint(record.entry.tags)
    return has_tags or not inside.isdisjoint(record.fields)


@lru_cache(maxsize=256)
def _signs_of(
    names: tuple[str, ...], payload: str
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the tags of fields, and the names of what stands in one of them alone.

    What may stand in the payload itself is not among these.
    """
    held = frozenset().union(*(children_of(name).keys() for name in names))
    return frozenset(map(ctct, names)), held - children_of(payload).keys()
