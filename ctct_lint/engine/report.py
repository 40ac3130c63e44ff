"""From what was found in a document to what is reported of it.

Each step has a module of its own: what repeats another finding is left out
(`deduplicate`, `lost`), places become ranges (`locate`), comments suppress, and the
settings select; of one code there are at most so many (`limits`). Suppression is
computed from all findings, before selection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config import covers
from ctct_lint.engine.cut_off import of_meaning
from ctct_lint.engine.deduplicate import without_echoes
from ctct_lint.engine.found import word_faults
from ctct_lint.engine.limits import limited, selected
from ctct_lint.engine.locate import Locations
from ctct_lint.engine.lost import without_lost, without_lost_ids, without_lost_starts
from ctct_lint.engine.schema_trial import SchemaTrial
from ctct_lint.model.diagnostic import Diagnostic
from ctct_lint.rules.base import FAILURES
from ctct_lint.rules.context import Context
from ctct_lint.rules.registry import all_rules
from ctct_lint.suppress import MARK
from ctct_lint.text.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ctct_lint.config import Settings
    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.engine.locate import Located
    from ctct_lint.engine.parse import Parsed
    from ctct_lint.model.fault import Fault
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.suppress.rulebook import Rulebook
    from ctct_lint.xml.model import ContentModel


class Report:
    """What there is to report of a document, but for the limits, by position.

    left_out  how many more findings there are, by the names of their rules
    every     all findings, also echoes, and what is suppressed or not selected
    crashed   has the linter failed? That is no matter of what is selected
    """

    def __init__(
        self,
        located: list[Located],
        locations: Locations,
        left_out: Mapping[str, int],
        every: list[Located],
        *,
        crashed: bool,
    ) -> None:
        self.located = located
        self.every = every
        self.left_out = left_out
        self.crashed = crashed
        self._locations = locations

    def diagnostic(self, located: Located) -> Diagnostic:
        """Return one of them as the user gets it."""
        return self._locations.diagnostic(located)

    def limited(self, most: int) -> tuple[Diagnostic, ...]:
        """Return diagnostics, at most so many of one code."""
        return tuple(
            one if isinstance(one, Diagnostic) else self.diagnostic(one)
            for one in limited(self.located, most, self.left_out)
        )


def findings_of(  # noqa: PLR0913, PLR0917 - all that is known of a document
    found: list[RuleFinding],
    parsed: Parsed,
    text: str,
    settings: Settings,
    left_out: Mapping[str, int],
    profile: Profile | None = None,
    of_schema: tuple[Fault, ...] | None = None,
) -> Report:
    """Return what there is to report of a document.

    text      as it was given; `parsed` may be of a repaired one
    left_out  how many more findings there are, by the names of their rules
    profile   the vocabulary, None if that is not known
    of_schema what is wrong by its schema; None if none was asked
    """
    found = without_lost_ids(without_lost(found), parsed.faults)
    found = of_meaning(found, parsed.root, parsed.faults)
    trial = None
    if profile is not None and of_schema is not None:
        trial = SchemaTrial(parsed.text, profile, settings.operation, of_schema)
    locations = Locations(found, parsed, LineIndex(text), trial)
    every = locations.locate(found)
    located = without_echoes(every, parsed.faults, text)
    located = without_lost_starts(located, parsed.faults)
    if MARK in text and parsed.root is not None:
        located = _after_comments(located, locations, text, profile, parsed.faults)
    crashed = any(one.rule.name in FAILURES for one in found)
    kept = list(selected(located, settings))
    return Report(kept, locations, left_out, every, crashed=crashed)


def _after_comments(
    located: list[Located],
    locations: Locations,
    text: str,
    profile: Profile | None,
    syntax: Iterable[Fault],
) -> list[Located]:
    """Return what no comment suppresses, with what the comments fail to do."""
    from ctct_lint.suppress.apply import suppress

    told = {(fault.kind, fault.at) for fault in syntax}

    def is_of_syntax(one: Located) -> bool:
        return (one.name, one.finding.at) in told

    rulebook, model = _rulebook(profile), content_model_of(text, profile)
    kept, faults = suppress(text, located, rulebook, model, is_of_syntax)
    kept += locations.locate(word_faults(faults, Context()))
    return sorted(kept, key=lambda one: one.sort_key)


def _rulebook(profile: Profile | None) -> Rulebook:
    from ctct_lint.suppress.rulebook import Rulebook

    own = () if profile is None or profile.own is None else profile.own.rules

    def rules() -> list[tuple[str, str]]:
        return [(rule.code, rule.name) for rule in (*all_rules(), *own)]

    is_whole = profile is not None and not (profile.own_is_idle or profile.unused())
    return Rulebook(rules, covers, is_whole=is_whole)


def content_model_of(text: str, profile: Profile | None) -> ContentModel:
    """Return what may stand where, as far as it is known."""
    if profile is not None:
        return profile.content_model(text)
    from ctct_lint.schema.repairing.unknown_model import model_of

    return model_of(text)
