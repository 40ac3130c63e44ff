"""Which rules of the user's own there are; they are read here, not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config import covers
from ctct_lint.config.own_rules import as_shown
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.own.rules import OwnRules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.own.files import Broken
    from ctct_lint.profiles.description import Description
    from ctct_lint.rules.base import Rule


class FoundRules(NamedTuple):
    """The rules that profiles name, and the files that are no rules."""

    rules: tuple[Rule, ...] = ()
    broken: tuple[Broken, ...] = ()

    @property
    def troubles(self) -> tuple[str, ...]:
        """Where the files are no rules, and why, a line each."""
        return tuple(str(as_shown(one.problem)) for one in self.broken)

    def broken_as(self, word: str) -> tuple[str, ...]:
        """Return those of the lines of files whose rule is likely called so."""
        names = {word.upper(), word}
        pairs = zip(self.broken, self.troubles, strict=True)
        return tuple(told for one, told in pairs if not names.isdisjoint(one.words))

    def has(self, selector: str) -> bool:
        """Whether a rule has a code, prefix or name, be its file broken or not."""
        words = [(rule.code, rule.name) for rule in self.rules]
        words += [(word, word) for one in self.broken for word in one.words]
        return any(covers(selector, *pair) for pair in words)


def found_in(profiles: Iterable[Description]) -> FoundRules:
    """Return the rules that profiles name, by profile and code, each once."""
    rules: dict[str, Rule] = {}
    broken: dict[Broken, None] = {}
    for profile in profiles:
        if profile.rules:
            own = OwnRules(profile.rules, profile.name)
            broken.update(dict.fromkeys(own.found.broken))
            for rule in own.rules:
                rules.setdefault(rule.code, rule)
    return FoundRules(tuple(rules.values()), tuple(broken))


def rules_of(profiles: Iterable[Description]) -> tuple[Rule, ...]:
    """Return those of `found_in` whose files have nothing wrong."""
    return found_in(profiles).rules


def find(word: str, rules: Iterable[Rule]) -> Rule | None:
    """Return the rule of a code, in any case, or of a name."""
    return next((r for r in rules if word.upper() == r.code or word == r.name), None)
