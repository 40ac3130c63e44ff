"""Running the rules: each record is dispatched once to the rules that want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.found import crash, found_by
from ctct_lint.rules.base import On
from ctct_lint.rules.record import Record
from ctct_lint.rules.registry import PAYLOADS, rules_on
from ctct_lint.schema.names import atom
from ctct_lint.syntax.place import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.engine.contents import Contents
    from ctct_lint.engine.found import Found
    from ctct_lint.rules.context import Context

_ENTRY, _FEED = atom("entry"), atom("feed")


def run_rules(root: _Element, context: Context, contents: Contents) -> Iterator[Found]:
    """Yield the findings of all rules about the entries of a tree."""
    for record in _records(root):
        yield from _run_all(record, context, contents)


def _run_all(record: Record, context: Context, contents: Contents) -> Iterable[Found]:
    found, others = _run(record, context, contents), record.choices()
    if not others:
        return found
    from ctct_lint.engine.duplicates import agreed

    return agreed(found, (_run(other, context, contents) for other in others))


def _run(record: Record, context: Context, contents: Contents) -> Iterator[Found]:
    on = PAYLOADS.get(record.element.tag, On.ENTRY)
    for rule in rules_on(on, context.operation):
        try:
            for finding in rule.check(record, context):
                yield found_by(rule, finding, context)
        except Exception as error:  # noqa: BLE001, PERF203 - one must not end the run
            yield crash(rule.code, error, name_of(record.element))
    if on is On.CAMPAIGN:
        yield from contents.check(record, context)


def _records(root: _Element) -> Iterator[Record]:
    """Yield each entry, and behind it what it holds; or the payload that is all."""
    if root.tag in PAYLOADS:
        yield Record(root)
    for element in _entries(root):
        entry = Record(element)
        yield entry
        for payload in _payloads(entry):
            yield Record(payload, entry)


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
