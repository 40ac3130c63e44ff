"""Whether the rules have anything to say: of most documents they have not.

What a rule reads it says as its `fields`; of texts that were once seen to be in
order it is not asked again. The documents of a run mostly share all but a few: the
switches, the sender's address, the format.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ctct_lint.engine.contents import check_contents
from ctct_lint.rules.base import On, Rule
from ctct_lint.rules.record import Record
from ctct_lint.rules.registry import rules_on
from ctct_lint.schema.names import ctct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.operation import Operation

_KINDS = {ctct("Campaign"): On.CAMPAIGN, ctct("Schedule"): On.SCHEDULE}
_MOST_REMEMBERED = 256


_Texts = tuple["str | None", ...]


class _Group(NamedTuple):
    """Rules that read the same `fields`, and nothing else.

    `silent` has the texts of the fields, None where there is no such field, of which
    the rules have nothing to say.
    """

    rules: tuple[Rule, ...]
    fields: tuple[str, ...]
    silent: set[_Texts]


class _Plan(NamedTuple):
    """The rules about one kind of payload.

    The `groups` are asked only if the texts of all their `fields` together are new;
    most often it is one free text that is, and one group that has to look at it.
    """

    always: tuple[Rule, ...]
    groups: tuple[_Group, ...]
    fields: tuple[str, ...]
    silent: set[_Texts]


@cache
def _plan(on: On, operation: Operation) -> _Plan:
    always: list[Rule] = []
    readers: dict[frozenset[str], list[Rule]] = {}
    for rule in rules_on(on, operation):
        (readers.setdefault(rule.fields, []) if rule.fields else always).append(rule)
    groups = [_Group(tuple(r), tuple(sorted(f)), set()) for f, r in readers.items()]
    fields = sorted(frozenset[str]().union(*readers))
    return _Plan(tuple(always), tuple(groups), tuple(fields), set())


def are_silent(root: _Element, payload: _Element, operation: Operation) -> bool:
    """Have the rules nothing to say of a valid entry and of its one payload?

    A rule that fails is no silence: it will be heard of when all are run.
    """
    entry = Record(root)
    record = Record(payload, entry)
    try:
        return not (
            _say_something(rules_on(On.ENTRY, operation), entry, operation)
            or _is_remarkable(record, operation)
            or any(True for _ in check_contents(record, operation))
        )
    except Exception:  # noqa: BLE001 - it fails again, and is worded, in the full run
        return False


def _is_remarkable(record: Record, operation: Operation) -> bool:
    plan = _plan(_KINDS[record.element.tag], operation)
    texts = tuple(map(record.texts.get, plan.fields))
    if texts not in plan.silent:
        if any(_speaks(group, record, operation) for group in plan.groups):
            return True
        _remember(plan.silent, texts)
    return _say_something(plan.always, record, operation)


def _speaks(group: _Group, record: Record, operation: Operation) -> bool:
    texts = tuple(map(record.texts.get, group.fields))
    if texts in group.silent:
        return False
    if _say_something(group.rules, record, operation):
        return True
    _remember(group.silent, texts)
    return False


def _remember(silent: set[_Texts], texts: _Texts) -> None:
    if len(silent) >= _MOST_REMEMBERED:
        silent.clear()
    silent.add(texts)


def _say_something(rules: Iterable[Rule], subject: Any, operation: Operation) -> bool:
    for rule in rules:
        for _ in rule.check(subject, operation):
            return True
    return False
