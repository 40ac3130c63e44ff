"""At most so many diagnostics of one code, then how many more there are."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.model.diagnostic import Diagnostic
from ctct_lint.model.quota import Quota
from ctct_lint.model.severity import Severity
from ctct_lint.rules.registry import rule_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ctct_lint.model.diagnostic import Reported


_Reported = TypeVar("_Reported", bound="Reported")


def limited(
    found: Iterable[_Reported],
    most: int,
    left_out: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[_Reported | Diagnostic]:
    """Yield at most so many of each code, then a diagnostic that counts the others.

    `left_out` has the number of those that were not even found, by the names of
    their rules.
    """
    found = list(found)
    total = Counter(one.code for one in found)
    for name, number in left_out.items():
        total[rule_named(name).code] += number
    quota = Quota(most)
    for one in found:
        if quota.takes(one.code):
            yield one
        elif one.code in total:
            yield _more(one, total.pop(one.code) - most)


def _more(first: Reported, number: int) -> Diagnostic:
    rule = rule_named("too-many-diagnostics")
    return Diagnostic(
        range=first.range,
        severity=Severity.INFORMATION,
        code=rule.code,
        name=rule.name,
        message=f"{number} more {first.code} ({first.name}) not shown",
    )
