"""The codes and names of rules that are none of our own; they are not run here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config.find import Configurations
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.kinds import SELECTOR
from ctct_lint.config.overrides import Overrides
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.own.files import read_rules
from ctct_lint.rules.registry import all_words
from ctct_lint.session.profiles.distributions import brought_profiles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.profiles.description import Description


def own_words(folder: str, config: str | None = None) -> tuple[str, ...]:
    """Return the codes and names of the rules that a folder's configuration names.

    There are none where it cannot be used: whoever checks there is told.
    """
    known = KnownNames(all_words, brought=brought_words)
    configurations = Configurations(known, Overrides(folder=folder), file=config)
    try:
        profiles = configurations.of_run().base.profiles
    except ConfigurationError:
        return ()
    return _words(profiles)


def brought_words() -> tuple[str, ...]:
    """Return the codes and names of the rules that distributions bring."""
    return _words(brought_profiles().described)


def known_selectors(given: Iterable[str]) -> tuple[str, ...]:
    """Return selectors, of which a text is one; ValueError for what no rule has."""
    known = KnownNames(all_words, brought=brought_words)
    selectors = (given,) if isinstance(given, str) else tuple(given)
    for selector in selectors:
        for problem in SELECTOR.problems(selector, (), known):
            raise ValueError("; ".join([problem.message, *problem.help]))
    return selectors


def _words(profiles: Iterable[Description]) -> tuple[str, ...]:
    return tuple(word for one in profiles for word in read_rules(one.rules).words)
