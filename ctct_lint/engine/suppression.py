"""Suppression by comments, between the rules above it and the diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config import covers
from ctct_lint.engine.choice import wanted
from ctct_lint.engine.resolve import resolve
from ctct_lint.engine.run import word_faults
from ctct_lint.rules.registry import all_rules
from ctct_lint.schema.operation import Operation
from ctct_lint.suppress.apply import suppress
from ctct_lint.suppress.unused import Rulebook

if TYPE_CHECKING:
    from ctct_lint.config import Settings
    from ctct_lint.diagnostic import Diagnostic
    from ctct_lint.engine.parse import Parsed
    from ctct_lint.source import LineIndex


def after_comments(
    diagnostics: list[Diagnostic], parsed: Parsed, lines: LineIndex, settings: Settings
) -> list[Diagnostic]:
    """Return what is selected and not suppressed, with what the comments fail to do."""
    kept, faults = suppress(lines.text, diagnostics, Rulebook(_rules, covers))
    chosen = [d for d in kept if settings.reports(d.code, d.name)]
    found = wanted(word_faults(faults, Operation.CREATE), settings)
    if found:
        chosen += resolve(found, parsed, lines)
        chosen.sort(key=lambda d: d.sort_key)
    return chosen


def _rules() -> list[tuple[str, str]]:
    return [(rule.code, rule.name) for rule in all_rules()]
