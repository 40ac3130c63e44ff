"""The manual page of one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Evidence
from ctct_lint.rules.registry import group_of

if TYPE_CHECKING:
    from ctct_lint.rules.base import Rule

_STRONG = frozenset({Evidence.STANDARD, Evidence.STAFF, Evidence.DOCUMENTATION})
_KNOWN = """\
Only in a document that is to be refused, such as the bad example of a test: there is
strong evidence that its receiver does."""
_WEAK = """\
If you have seen its receiver take such a document. Then it is a false error: report it,
with the document and the answer."""
_WARNING = """\
If you know that its receiver takes it, and does with it what you want. Let a comment in
the document say why, so that the next reader knows it too."""


def rule_page(rule: Rule) -> str:
    """Return a rule's manual page in Markdown."""
    head = f"# {rule.code} {rule.name}\n\n"
    facts = [f"{rule.severity.label}, {group_of(rule)}"]
    if rule.operations:
        facts.append("only for " + ", ".join(sorted(rule.operations)))
    suppress = f"## When to suppress it\n\n{_suppress(rule)}"
    evidence = f"## Evidence\n\n{_evidence(rule)}"
    manual = rule.manual.strip()
    if rule.is_own:
        known = [f"## Evidence\n\n{_evidence(rule)}"] if _evidence(rule) else []
        return head + "\n\n".join(("; ".join(facts), manual, *known))
    return head + "\n\n".join(("; ".join(facts), manual, suppress, evidence))


def _suppress(rule: Rule) -> str:
    """Return when a user is right to want no diagnostic of it."""
    if rule.severity > Severity.WARNING:
        return "If you know it already: ignore the rule in the configuration."
    if rule.severity is Severity.WARNING:
        return _WARNING
    if not rule.is_about_meaning:
        return "Never: no parser takes such a document, whoever reads it."
    return _KNOWN if rule.evidence in _STRONG else _WEAK


def _evidence(rule: Rule) -> str:
    """Return what is known and from where; many sources begin with what they are."""
    kind = "" if rule.evidence is None else rule.evidence.value
    source = rule.source
    if not (kind and source):
        return kind or source
    return source if source.startswith(kind) else f"{kind}: {source}"
