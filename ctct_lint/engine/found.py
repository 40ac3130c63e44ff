"""Findings with the rules that they are of, and how bad they are in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import NEEDLESS
from ctct_lint.model.place import source_span
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.base import Finding, Rule
from ctct_lint.rules.registry import rule_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.rules.context import Context


class RuleFinding(NamedTuple):
    """A finding, the rule that it is of, and how bad it is in this document.

    `left_out` is how many more there are of its kind that are not shown.
    """

    rule: Rule
    finding: Finding
    severity: Severity
    left_out: int = 0


def found_by(rule: Rule, finding: Finding, context: Context) -> RuleFinding:
    """Return a rule's finding with its severity."""
    from ctct_lint.rules.placeholder import as_placeholder

    finding = as_placeholder(finding)
    severity = rule.severity if finding.severity is None else finding.severity
    if context.is_answer and rule.is_about_meaning:
        # What the server wrote itself it cannot refuse, and means as it is.
        severity = max(severity, Severity.WARNING)
        finding = _at_own_risk(finding)
    elif finding.fixes:
        from ctct_lint.rules.decisions import left_to_user

        finding = left_to_user(finding, context.facts)
    return RuleFinding(rule, finding, severity)


def word_faults(faults: Iterable[Fault], context: Context) -> Iterator[RuleFinding]:
    """Yield the findings of the rules that word these faults."""
    for fault in faults:
        rule = rule_named(fault.kind)
        try:
            said = _said(rule, fault, context)
            yield from [found_by(rule, finding, context) for finding in said]
        except Exception as error:  # noqa: BLE001 - one must not end the run
            yield crash(rule.code, error, fault.at)


def _said(rule: Rule, fault: Fault, context: Context) -> Iterable[Finding]:
    if fault.detail == NEEDLESS:
        from ctct_lint.rules.needless import as_needless

        return as_needless(fault, rule, context)
    return context.vocabulary.word(fault, context) or rule.check(fault, context)


def _at_own_risk(finding: Finding) -> Finding:
    """Return a finding none of whose fixes is made without consent."""
    unsafe = (f._replace(applicability=Applicability.UNSAFE) for f in finding.fixes)
    return finding._replace(fixes=tuple(unsafe))


def crash(what: str, error: Exception, at: Place | None = None) -> RuleFinding:
    """Return the finding that says that the linter itself has failed."""
    rule = rule_named("internal-error")
    message = f"{what} failed: {type(error).__name__}: {error}"
    finding = Finding(at or source_span(0, 1), message[:200])
    return RuleFinding(rule, finding, rule.severity)
