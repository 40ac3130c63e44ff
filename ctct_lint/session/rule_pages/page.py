"""The manual page of one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.rules.registry import group_of

if TYPE_CHECKING:
    from ctct_lint.rules.base import Rule


def page(rule: Rule) -> str:
    """Return a rule's manual page in Markdown."""
    head = f"# {rule.code} {rule.name}\n\n"
    facts = [f"{rule.severity.label}, {group_of(rule)}"]
    if rule.operations:
        facts.append("only for " + ", ".join(sorted(rule.operations)))
    evidence = f"\n\n## Evidence\n\n{_evidence(rule)}"
    return head + "; ".join(facts) + "\n\n" + rule.manual.strip() + evidence


def _evidence(rule: Rule) -> str:
    """Return what is known and from where; many sources begin with what they are."""
    kind, source = rule.evidence.value, rule.source
    return source if source.startswith(kind) else f"{kind}: {source}"
