"""Which rules of the user's own there are; they are read here, not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.own.rules import OwnRules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.profiles.description import Description
    from ctct_lint.rules.base import Rule


def rules_of(profiles: Iterable[Description]) -> tuple[Rule, ...]:
    """Return the rules that profiles name, by profile and code, each once."""
    found: dict[str, Rule] = {}
    for profile in profiles:
        if profile.rules:
            for rule in OwnRules(profile.rules, profile.name).rules:
                found.setdefault(rule.code, rule)
    return tuple(found.values())


def find(word: str, rules: Iterable[Rule]) -> Rule | None:
    """Return the rule of a code, in any case, or of a name."""
    return next((r for r in rules if word.upper() == r.code or word == r.name), None)
