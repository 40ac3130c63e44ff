"""Remainders, whole quotients and rounding where elementpath has another answer.

The remainder has the sign of what is divided, XPath 2.0 functions, section 6.2.6; a
whole quotient is cut off towards zero, section 6.2.5; and what has no type is a
double.
"""

from __future__ import annotations

from copy import copy
from decimal import Context, Decimal
from math import fmod, fsum, isfinite, isnan, nan, trunc
from typing import Any

from elementpath.datatypes import NumericProxy

from ctct_lint.schematron.operators import needed

# As many digits as an account number has that is read as one number, and far more.
_EXACT = Context(prec=2000)


def adapt_arithmetic(parser: Any, version: int) -> None:
    """Give a parser `mod`, `idiv`, `round-half-to-even()`; one of XPath 1 `sum()`."""
    for symbol, evaluate in (("mod", _remainder), ("idiv", _whole_quotient)):
        token = parser.symbol_table[symbol]
        own = {"evaluate": evaluate}
        parser.symbol_table[symbol] = type(token)(token.__name__, (token,), own)
    parser.function("round-half-to-even", nargs=(1, 2)).evaluate = _rounded
    if version == 1:
        parser.function("sum", nargs=1).evaluate = _sum


def _remainder(self: Any, context: Any = None) -> Any:
    left, right = self.get_operands(needed(self, context), cls=NumericProxy)
    if left is None:
        return []
    if self.parser.compatibility_mode or float in {type(left), type(right)}:
        left, right = float(left), float(right)
        return fmod(left, right) if isfinite(left) and right else nan
    if not right:
        raise self.error("FOAR0001", "a number is divided by zero")
    if isinstance(left, int) and isinstance(right, int):
        rest = abs(left) % abs(right)
        return -rest if left < 0 else rest
    return _EXACT.plus(_EXACT.remainder(Decimal(left), Decimal(right)))


def _whole_quotient(self: Any, context: Any = None) -> Any:
    left, right = self.get_operands(needed(self, context), cls=NumericProxy)
    if left is None:
        return []
    if not right:
        raise self.error("FOAR0001", "a number is divided by zero")
    if float not in {type(left), type(right)}:
        return int(_EXACT.divide_int(Decimal(left), Decimal(right)))
    if not isfinite(left) or isnan(right):
        raise self.error("FOAR0002", "an infinite number, or none, has no quotient")
    return trunc(left / right)


def _rounded(self: Any, context: Any = None) -> Any:
    """Round to a number of digits behind the point, 5 to the even digit."""
    context = needed(self, context)
    value = self.get_argument(copy(context), cls=NumericProxy)
    if value is None:
        return []
    digits = 0
    if len(self) > 1:
        digits = self.get_argument(copy(context), index=1, required=True, cls=int)
    if isinstance(value, float):
        return round(value, digits) if isfinite(value) else value
    return round(value, digits)


def _sum(self: Any, context: Any = None) -> float:
    """Add the numbers that nodes are, XPath 1.0, section 4.4; a text is none."""
    context = needed(self, context)
    texts = (str(self.string_value(one)) for one in self[0].select(copy(context)))
    return fsum(map(_number, texts))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return nan
