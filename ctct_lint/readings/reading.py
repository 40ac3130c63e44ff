"""A value in the form of its type, as somebody may have meant it."""

from __future__ import annotations

from math import inf

from ctct_lint.named_tuple import NamedTuple

# What a list of any type is called, which has no name in XSD.
LIST = "list"
_BITS = {"long": 64, "int": 32, "short": 16, "byte": 8}
# The types of whole numbers, with the least and the greatest of each.
BOUNDS: dict[str, tuple[float, float]] = {
    "integer": (-inf, inf),
    "nonNegativeInteger": (0, inf),
    "positiveInteger": (1, inf),
    "nonPositiveInteger": (-inf, 0),
    "negativeInteger": (-inf, -1),
    **{name: (-(1 << n - 1), (1 << n - 1) - 1) for name, n in _BITS.items()},
    **{f"unsigned{name.title()}": (0, (1 << n) - 1) for name, n in _BITS.items()},
}


class Reading(NamedTuple):
    """A value of a type; is it the same beyond doubt, in another notation?"""

    value: str
    is_sure: bool = False
