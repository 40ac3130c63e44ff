"""Whether the rules have anything to say: of most documents they have not."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ctct_lint.engine.contents import check_contents
from ctct_lint.rules.base import On, Rule
from ctct_lint.rules.registry import PAYLOADS, rules_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.rules.record import Record
    from ctct_lint.schema.operation import Operation


def are_silent(
    payload: Record, operation: Operation, changed: frozenset[str] | None = None
) -> bool:
    """Have the rules nothing to say of a valid entry, given as its one payload?

    Where they had nothing to say before some texts and attributes were `changed`,
    rules that read others are not asked again. The names are local ones of elements.

    A rule that fails is no silence: it will be heard of when all are run.
    """
    on = PAYLOADS[payload.element.tag]
    try:
        return not (
            _say_something(
                _readers(On.ENTRY, operation, changed), payload.entry, operation
            )
            or _say_something(_readers(on, operation, changed), payload, operation)
            or any(True for _ in check_contents(payload, operation))
        )
    except Exception:  # noqa: BLE001 - it fails again, and is worded, in the full run
        return False


@lru_cache(maxsize=256)
def _readers(
    on: On, operation: Operation, changed: frozenset[str] | None
) -> tuple[Rule, ...]:
    """Return the rules that may read what has changed; all if that is not known."""
    rules = rules_on(on, operation)
    if changed is None:
        return rules
    return tuple(r for r in rules if not (r.fields and r.fields.isdisjoint(changed)))


def _say_something(rules: Iterable[Rule], subject: Any, operation: Operation) -> bool:
    for rule in rules:
        for _ in rule.check(subject, operation):
            return True
    return False
