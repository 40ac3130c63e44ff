"""Numbers as exact as XPath has them: decimals, and those of single precision.

elementpath cuts decimals off behind 28 digits, and keeps an `xs:float` as a double.
XPath says little of how many digits a quotient has. Here it has those of Saxon, which
most rules are tried with: 18 behind the point, more if it is the dividend that has
more, and a half is rounded down.
"""

from __future__ import annotations

from decimal import Context, Decimal
from struct import pack, unpack
from typing import Any

from elementpath.datatypes import Float

from ctct_lint.schematron.override import override

# As many digits as an account number has that is read as one number, and far more.
EXACT = Context(prec=2000)
_LEAST = 18
_ZERO = Decimal(0)
_FEWEST, _MOST = 6, 9


class Exact(Decimal):
    """A number whose sums, differences, products and quotients are exact."""

    __slots__ = ("is_whole",)

    is_whole: bool

    @classmethod
    def of(cls, number: int | Decimal) -> Exact:
        """Return the same number; an integer counts as whole, `2.0` does not."""
        found = cls(number)
        found.is_whole = isinstance(number, int)
        return found

    def __add__(self, other: Any) -> Decimal:
        """Add; nought has no sign, as in all of these."""
        return EXACT.add(self, other) or _ZERO

    def __sub__(self, other: Any) -> Decimal:
        """Subtract."""
        return EXACT.subtract(self, other) or _ZERO

    def __mul__(self, other: Any) -> Decimal:
        """Multiply."""
        return EXACT.multiply(self, other) or _ZERO

    def __truediv__(self, other: Any) -> Decimal:
        """Divide; `other` is not nought."""
        return quotient(self, other)


def quotient(dividend: int | Decimal, divisor: int | Decimal) -> Decimal:
    """Return a quotient as Saxon rounds it."""
    more = _places(dividend) - _places(divisor)
    places = _LEAST + max(more, 0)
    (above, below), (over, under) = (
        number.as_integer_ratio() for number in (dividend, divisor)
    )
    top, bottom = above * under * 10**places, below * over
    digits, rest = divmod(abs(top), abs(bottom))
    digits += 2 * rest > abs(bottom)
    sign = -1 if (top < 0) is not (bottom < 0) else 1
    return EXACT.scaleb(Decimal(sign * digits), -places) or _ZERO


def _places(number: int | Decimal) -> int:
    """Return how many digits are behind the point, below 0 for noughts before it."""
    if isinstance(number, int) or getattr(number, "is_whole", False):
        return 0
    exponent = EXACT.plus(number).normalize(EXACT).as_tuple().exponent
    return -int(exponent)


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
