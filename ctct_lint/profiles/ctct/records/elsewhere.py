"""Fields that a record lacks, and those that are there, only not where they belong."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import children_of, facts_of
from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from ctct_lint.profiles.ctct.records.record import Record


def lacks(record: Record, name: str) -> bool:
    """Is a field missing, and nothing else said of that?"""
    return not record.has(name) and not is_elsewhere(record, name)


def is_elsewhere(record: Record, name: str) -> bool:
    """Say whether a missing field stands elsewhere in the entry: that is said of it.

    Or what it would hold stands in its place: that is said of this.
    """
    if record.has(name):
        return False
    if ctct(name) in record.entry.tags:
        return True
    return not _only_in(name, local_name(record.element)).isdisjoint(record.fields)


@cache
def _only_in(name: str, payload: str) -> frozenset[str]:
    """Return the names of what stands in a field and not in the payload itself."""
    return frozenset(children_of(name).keys() - children_of(payload).keys())


@cache
def advised(payload: str, operation: str) -> tuple[str, ...]:
    """Return the names of the fields that a payload should have for an operation."""
    if payload not in CHECKED:
        return ()
    known = facts_of(CHECKED[payload].schema, payload).values()
    return tuple(fact.name for fact in known if operation in fact.wanted)
