"""Numbers of single precision, `xs:float`: elementpath keeps them as doubles."""

from __future__ import annotations

from struct import pack, unpack
from typing import Any

from elementpath.datatypes import Float

from ctct_lint.schematron.override import override

_FEWEST, _MOST = 6, 9


class Single(Float):
    """A number of single precision, rounded as it is made."""

    def __new__(cls, value: Any, xsd_version: str | None = None) -> Any:
        """Return the number; NaN is elementpath's own."""
        found = Float(value, xsd_version)
        return super().__new__(cls, _rounded(found), xsd_version)

    __hash__ = float.__hash__

    def __eq__(self, other: object) -> bool:
        """Compare exactly; `Float` takes near ones for equal."""
        return float(self) == other

    def __ne__(self, other: object) -> bool:
        """Compare exactly."""
        return float(self) != other


def adapt_singles(parser: Any) -> None:
    """Give a parser `xs:float()`, and casts to it, with numbers so rounded."""
    override(parser, "float", cast=_cast)


def shortest(value: Single) -> str:
    """Return the fewest digits that stand for a number."""
    for digits in range(_FEWEST, _MOST):
        text = f"{float(value):.{digits}g}"
        if _rounded(float(text)) == value:
            return text
    return f"{float(value):.{_MOST}g}"


def _cast(self: Any, value: Any) -> Any:
    return Single(self.inherited.cast(self, value))


def _rounded(value: float) -> float:
    found: float = unpack("f", pack("f", value))[0]
    return found
