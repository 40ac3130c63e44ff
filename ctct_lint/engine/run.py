"""Running the rules: each record is dispatched once to the rules that want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.contents import check_contents
from ctct_lint.engine.found import Found, crash, found_by, word_faults
from ctct_lint.rules.base import On
from ctct_lint.rules.record import Record
from ctct_lint.rules.registry import PAYLOADS, rules_on
from ctct_lint.schema.names import atom
from ctct_lint.syntax.place import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.operation import Operation

__all__ = ["Found", "crash", "run_rules", "word_faults"]

_ENTRY, _FEED = atom("entry"), atom("feed")


def run_rules(root: _Element, operation: Operation) -> Iterator[Found]:
    """Yield the findings of all rules about the entries of a tree."""
    if root.tag in PAYLOADS:
        yield from _run_all(Record(root), operation)
    for element in _entries(root):
        entry = Record(element)
        yield from _run_all(entry, operation)
        for payload in _payloads(entry):
            yield from _run_all(Record(payload, entry), operation)


def _entries(root: _Element) -> Iterable[_Element]:
    if root.tag == _ENTRY:
        return (root,)
    return root.iterchildren(_ENTRY) if root.tag == _FEED else ()


def _payloads(entry: Record) -> Iterator[_Element]:
    """Yield what `content` holds, and a payload that stands outside of it."""
    inside: Iterable[_Element] = entry.fields.get("content", ())
    for child in (*inside, *entry.element):
        if child.tag in PAYLOADS:
            yield child


def _run_all(record: Record, operation: Operation) -> Iterable[Found]:
    found, others = _run(record, operation), record.choices()
    if not others:
        return found
    from ctct_lint.engine.duplicates import agreed

    return agreed(found, (_run(other, operation) for other in others))


def _run(record: Record, operation: Operation) -> Iterator[Found]:
    on = PAYLOADS.get(record.element.tag, On.ENTRY)
    for rule in rules_on(on, operation):
        try:
            for finding in rule.check(record, operation):
                yield found_by(rule, finding, operation)
        except Exception as error:  # noqa: BLE001, PERF203 - one must not end the run
            yield crash(rule.code, error, name_of(record.element))
    if on is On.CAMPAIGN:
        yield from check_contents(record, operation)
