"""Which of the service's rules are called with what."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.calls import Calls
from ctct_lint.profiles.ctct.records.record import KINDS
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.registry import rules_in

if TYPE_CHECKING:
    from ctct_lint.profiles.ctct.records.record import Record
    from ctct_lint.rules.base import Rule

_PACKAGE = "ctct_lint.profiles.ctct.rules"
# What is no payload: the folders of its rules.
_OTHERS = {"entry": ("atom",), "content": ("content",)}
_BY_NAME = {resource.name: resource for resource in CHECKED.values()}


@cache
def rules_on(kind: str, operation: str) -> tuple[Rule, ...]:
    """Return the rules that are called with records, or contents, of a kind."""
    resource = _BY_NAME.get(kind)
    folders = _OTHERS[kind] if resource is None else resource.rules
    wanted = {kind, *(() if resource is None else resource.also_on)}
    rules = rules_in(_PACKAGE, folders)
    return tuple(r for r in rules if r.on in wanted and r.runs_for(operation))


def rules_for(record: Record, operation: str) -> tuple[Rule, ...]:
    """Return the rules that may have something to say of a record."""
    return calls(record.element.tag, operation).of(record)


@cache
def calls(tag: str, operation: str) -> Calls:
    """Return what is to be called with the records of elements with a tag."""
    rules = rules_on(KINDS.get(tag, "entry"), operation)
    return Calls(rules, tag.rpartition("}")[2], operation)
