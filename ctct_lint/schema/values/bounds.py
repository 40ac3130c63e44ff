"""The bounds of XSD's own types of whole numbers."""

from __future__ import annotations

from ctct_lint.readings.reading import BOUNDS
from ctct_lint.text.patterns import lazy

_NUMBER = lazy(r"[+-]?\d{1,100}")


def bound_of(value: str, name: str) -> str:
    """Return the bound of a built-in type that a number passes, "" for none.

    It is written as a facet is: `minInclusive 0`.
    """
    if name not in BOUNDS or not _NUMBER.fullmatch(value):
        return ""
    least, most = BOUNDS[name]
    if int(value) < least:
        return f"minInclusive {least}"
    return f"maxInclusive {most}" if int(value) > most else ""
