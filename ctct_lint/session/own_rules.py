"""Which rules of the user's own there are; they are read here, not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config.find import Configurations
from ctct_lint.config.overrides import Overrides
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.own.rules import OwnRules
from ctct_lint.rules.registry import all_words

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


def own_words(folder: str, config: str | None = None) -> tuple[str, ...]:
    """Return the codes and names of the rules that a folder's configuration names.

    There are none where it cannot be used: whoever checks there is told.
    """
    configurations = Configurations(all_words, Overrides(folder=folder), file=config)
    try:
        profiles = configurations.of_run().base.profiles
    except ConfigurationError:
        return ()
    return tuple(word for rule in rules_of(profiles) for word in (rule.code, rule.name))


def find(word: str, rules: Iterable[Rule]) -> Rule | None:
    """Return the rule of a code, in any case, or of a name."""
    return next((r for r in rules if word.upper() == r.code or word == r.name), None)
