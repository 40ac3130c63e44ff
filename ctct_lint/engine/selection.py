"""Which findings the settings select, and with which severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.config import Settings
    from ctct_lint.engine.locate import Located


def selected(located: Iterable[Located], settings: Settings) -> Iterator[Located]:
    """Yield the findings that are selected, with the severities asked for."""
    for one in located:
        severity = settings.severity_of(one.code, one.name, one.severity)
        if settings.reports(one.code, one.name, severity):
            is_same = severity is one.severity
            yield one if is_same else one._replace(severity=severity)
