"""What is reported: what the settings select, and of one code at most so many."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.model.diagnostic import Diagnostic
from ctct_lint.model.left_out import NAME, LeftOut, as_left_out, message
from ctct_lint.model.quota import Quota
from ctct_lint.model.severity import Severity
from ctct_lint.rules.registry import rule_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ctct_lint.config import Settings
    from ctct_lint.engine.locate import Located
    from ctct_lint.model.diagnostic import Reported


_Reported = TypeVar("_Reported", bound="Reported")


def limited(
    found: Iterable[_Reported],
    most: int,
    not_found: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[_Reported | Diagnostic]:
    """Yield at most so many of each code, then a diagnostic that counts the others.

    `not_found` has the number of those that were not even found, by the names of
    their rules.
    """
    found = list(found)
    if len(found) <= most and not not_found:
        yield from found
        return
    total = Counter(one.code for one in found)
    for name, number in not_found.items():
        total[rule_named(name).code] += number
    quota = Quota(most)
    for one in found:
        if quota.takes(one.code):
            yield one
        elif one.code in total:
            yield _more(one, total.pop(one.code) - most)


def limited_more(found: Iterable[Diagnostic], most: int) -> Iterator[Diagnostic]:
    """Yield at most so many of each code, of diagnostics that were limited before.

    The limit before was higher; what it left out counts among those left out now.
    """
    shown: list[Diagnostic] = []
    not_found: Counter[str] = Counter()
    for one in found:
        left = as_left_out(one)
        if left is None:
            shown.append(one)
        else:
            not_found[left.name] += left.number
    yield from limited(shown, most, not_found)


def _more(first: Reported, number: int) -> Diagnostic:
    rule = rule_named(NAME)
    return Diagnostic(
        range=first.range,
        severity=Severity.INFORMATION,
        code=rule.code,
        name=rule.name,
        message=message(LeftOut(number, first.code, first.name)),
    )


def selected(located: Iterable[Located], settings: Settings) -> Iterator[Located]:
    """Yield the findings that are selected, with the severities asked for."""
    for one in located:
        severity = settings.severity_of(one.code, one.name, one.severity)
        if settings.reports(one.code, one.name, severity):
            is_same = severity is one.severity
            yield one if is_same else one._replace(severity=severity)
