"""What of the findings the settings want, and how bad they say that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.config import Settings
    from ctct_lint.engine.run import Found
    from ctct_lint.severity import Severity


def wanted(found: Iterable[Found], settings: Settings) -> list[Found]:
    """Return the findings that are selected, with the severities asked for."""
    chosen = (f for f in found if settings.reports(f.rule.code, f.rule.name))
    return weighed(chosen, settings)


def weighed(found: Iterable[Found], settings: Settings) -> list[Found]:
    """Return the findings with the severities asked for."""
    if not settings.severities:
        return list(found)
    return [f._replace(severity=_severity(f, settings)) for f in found]


def _severity(found: Found, settings: Settings) -> Severity:
    rule = found.rule
    return settings.severity_of(rule.code, rule.name, found.severity)
