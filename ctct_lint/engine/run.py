"""Running the rules: each record is dispatched once to the rules that want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.rules.base import Finding, On, Rule
from ctct_lint.rules.record import Record
from ctct_lint.rules.registry import is_about_meaning, rule_named, rules_on
from ctct_lint.schema.names import atom, ctct
from ctct_lint.schema.operation import Operation
from ctct_lint.severity import Severity
from ctct_lint.syntax.place import name_of, source_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.syntax.fault import Fault
    from ctct_lint.syntax.place import Place

_ENTRY, _FEED = atom("entry"), atom("feed")
_PAYLOADS = {ctct("Campaign"): On.CAMPAIGN, ctct("Schedule"): On.SCHEDULE}


class Found(NamedTuple):
    """A finding, the rule that it is of, and how bad it is in this document."""

    rule: Rule
    finding: Finding
    severity: Severity


def word_faults(faults: Iterable[Fault], operation: Operation) -> Iterator[Found]:
    """Yield the findings of the rules that word these faults."""
    for fault in faults:
        rule = rule_named(fault.kind)
        try:
            yield from [
                _found(rule, f, operation) for f in rule.check(fault, operation)
            ]
        except Exception as error:  # noqa: BLE001 - one must not end the run
            yield crash(rule.code, error, fault.at)


def run_rules(root: _Element, operation: Operation) -> Iterator[Found]:
    """Yield the findings of all rules about the entries of a tree."""
    if root.tag in _PAYLOADS:
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
    for child in (*inside, *entry.fields.values()):
        if child.tag in _PAYLOADS:
            yield child


def _run_all(record: Record, operation: Operation) -> Iterator[Found]:
    on = _PAYLOADS.get(record.element.tag, On.ENTRY)
    for rule in rules_on(on, operation):
        try:
            for finding in rule.check(record, operation):
                yield _found(rule, finding, operation)
        except Exception as error:  # noqa: BLE001, PERF203 - one must not end the run
            yield crash(rule.code, error, name_of(record.element))


def _found(rule: Rule, finding: Finding, operation: Operation) -> Found:
    severity = rule.severity if finding.severity is None else finding.severity
    if operation is Operation.RESPONSE and is_about_meaning(rule):
        # What the server wrote itself it cannot refuse.
        severity = max(severity, Severity.WARNING)
    return Found(rule, finding, severity)


def crash(what: str, error: Exception, at: Place | None = None) -> Found:
    """Return the finding that says that the linter itself has failed."""
    rule = rule_named("internal-error")
    message = f"{what} failed: {type(error).__name__}: {error}"
    finding = Finding(at or source_span(0, 1), message[:200])
    return Found(rule, finding, rule.severity)
