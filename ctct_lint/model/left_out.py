"""The diagnostic that stands for those of one code that are not shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.diagnostic import Diagnostic

# What its rule is called.
NAME = "too-many-diagnostics"
_MESSAGE = lazy(r"(\d+) more (\w+) \(([^)]+)\) not shown")


class LeftOut(NamedTuple):
    """How many diagnostics of a code are not shown; the name is that of its rule."""

    number: int
    code: str
    name: str


def message(left: LeftOut) -> str:
    """Return what the diagnostic says."""
    return f"{left.number} more {left.code} ({left.name}) not shown"


def as_left_out(diagnostic: Diagnostic) -> LeftOut | None:
    """Return what a diagnostic stands for; None if it is one of its own."""
    if diagnostic.name != NAME:
        return None
    found = _MESSAGE.fullmatch(diagnostic.message)
    return LeftOut(int(found[1]), found[2], found[3]) if found else None


def numbers(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    """Return how many of each code were found, shown or not."""
    found: Counter[str] = Counter()
    for diagnostic in diagnostics:
        left = as_left_out(diagnostic)
        found[(left or diagnostic).code] += left.number if left else 1
    return found


def number_of(diagnostics: Iterable[Diagnostic]) -> int:
    """Return how many were found, shown or not."""
    return sum(numbers(diagnostics).values())
