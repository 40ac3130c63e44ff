"""The bounds of XSD's own types of whole numbers."""

from __future__ import annotations

from ctct_lint.text.patterns import lazy

_NUMBER = lazy(r"[+-]?\d{1,100}")
_BITS = {"long": 64, "int": 32, "short": 16, "byte": 8}
_BOUNDS: dict[str, tuple[int | None, int | None]] = {
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    **{name: (-(1 << n - 1), (1 << n - 1) - 1) for name, n in _BITS.items()},
    **{f"unsigned{name.title()}": (0, (1 << n) - 1) for name, n in _BITS.items()},
}


def bound_of(value: str, name: str) -> str:
    """Return the bound of a built-in type that a number passes, "" for none.

    It is written as a facet is: `minInclusive 0`.
    """
    if name not in _BOUNDS or not _NUMBER.fullmatch(value):
        return ""
    least, most = _BOUNDS[name]
    if least is not None and int(value) < least:
        return f"minInclusive {least}"
    if most is not None and int(value) > most:
        return f"maxInclusive {most}"
    return ""
