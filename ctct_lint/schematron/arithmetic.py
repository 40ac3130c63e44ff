"""Remainders, whole quotients and rounding where elementpath has another answer.

The remainder has the sign of what is divided, XPath 2.0 functions, section 6.2.6; a
whole quotient is cut off towards zero, section 6.2.5; and what has no type is a
double.
"""

from __future__ import annotations

from copy import copy
from decimal import Decimal
from math import fmod, isfinite, isnan, nan, trunc
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import NumericProxy, UntypedAtomic

from ctct_lint.schematron.decimals import EXACT, Exact, Single, quotient
from ctct_lint.schematron.operators import needed_context, number
from ctct_lint.schematron.override import override

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUMS = ("+", "-", "*", "div")
_NUMBERS = ("+", "-", "mod", "ceiling", "floor", "round")


def adapt_arithmetic(parser: Any, version: int) -> None:
    """Give a parser operators, `round-half-to-even()`, `avg()` and `sum()`."""
    operands = _doubles if version == 1 else _exact
    for symbol in _SUMS:
        override(parser, symbol, get_operands=operands)
    override(parser, "mod", evaluate=_remainder)
    override(parser, "idiv", evaluate=_whole_quotient)
    override(parser, "round-half-to-even", evaluate=_rounded)
    override(parser, "avg", evaluate=_mean)
    if version == 1:
        for symbol in _NUMBERS:
            override(parser, symbol, "empty_or_number", evaluate=_number)
        override(parser, "sum", evaluate=_sum_of_nodes, nargs=1)
        override(parser, "substring", get_argument=_place)
    else:
        override(parser, "sum", evaluate=_sum)


def _exact(self: Any, context: Any, cls: Any = None) -> tuple[Any, Any]:
    """Return the operands of XPath 2.0, decimals as exact ones."""
    left, right = self.inherited.get_operands(self, context, cls=cls)
    are_whole = isinstance(left, int) and isinstance(right, int)
    if (are_whole and self.symbol != "div") or not _are_exact((left, right)):
        return _of_a_quotient(self.symbol, left, right)
    return Exact.of(left), Exact.of(right)


def _are_exact(values: Iterable[Any]) -> bool:
    return all(
        isinstance(one, (int, Decimal)) and not isinstance(one, bool) for one in values
    )


def _doubles(self: Any, context: Any, cls: Any = None) -> tuple[Any, Any]:
    """Return the operands of XPath 1.0, which knows doubles alone."""
    left, right = self.inherited.get_operands(self, context, cls=cls)
    if left is None:
        return nan, nan
    return _of_a_quotient(self.symbol, float(left), float(right))


def _of_a_quotient(symbol: str, left: Any, right: Any) -> tuple[Any, Any]:
    """Return operands; what is not a number has no infinite quotient by zero."""
    is_none = symbol == "div" and isinstance(left, float) and isnan(left)
    return left, nan if is_none else right


def _number(self: Any, context: Any = None) -> Any:
    """Return what XPath 1.0 has for a number: NaN where there is no node."""
    found = self.empty_or_number.evaluate(self, needed_context(self, context))
    return nan if found == [] else found


def _mean(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    values = _atoms(self, context)
    if values and _are_exact(values):
        whole: Any = 0
        for one in values:
            whole = Exact.of(whole) + one if isinstance(one, Decimal) else whole + one
        return quotient(whole, len(values))
    if _are_doubles(values):
        return _added(values) / len(values)
    return self.inherited.evaluate(self, context)


def _sum(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    values = _atoms(self, context)
    if _are_doubles(values):
        return _added(values)
    return self.inherited.evaluate(self, context)


def _atoms(self: Any, context: Any) -> list[Any]:
    """Return the values of the first argument; one without a type is a double."""
    return [
        self.cast_to_double(one.value) if isinstance(one, UntypedAtomic) else one
        for one in self[0].atomization(copy(context))
    ]


def _are_doubles(values: Iterable[Any]) -> bool:
    """Are these numbers that are added as doubles, as one of them is?"""
    types = {*map(type, values)}
    return float in types and types <= {float, int, Decimal}


def _added(values: Iterable[Any]) -> float:
    """Add numbers one after another, as other programs do.

    From Python 3.12 on `sum` makes up for what is lost in each step.
    """
    total = 0.0
    for one in values:
        total += float(one)
    return total


def _remainder(self: Any, context: Any = None) -> Any:
    left, right = self.get_operands(needed_context(self, context), cls=NumericProxy)
    if left is None:
        return []
    are_single = _are_single(left, right)
    if self.parser.compatibility_mode or are_single is not None:
        left, right = float(left), float(right)
        rest = fmod(left, right) if isfinite(left) and right else nan
        return Single(rest) if are_single else rest
    if not right:
        raise self.error("FOAR0001", "a number is divided by zero")
    if isinstance(left, int) and isinstance(right, int):
        rest = abs(left) % abs(right)
        return -rest if left < 0 else rest
    return EXACT.plus(EXACT.remainder(Decimal(left), Decimal(right)))


def _whole_quotient(self: Any, context: Any = None) -> Any:
    left, right = self.get_operands(needed_context(self, context), cls=NumericProxy)
    if left is None:
        return []
    if not right:
        raise self.error("FOAR0001", "a number is divided by zero")
    if _are_single(left, right) is None:
        return int(EXACT.divide_int(Decimal(left), Decimal(right)))
    if not isfinite(left) or isnan(right):
        raise self.error("FOAR0002", "an infinite number, or none, has no quotient")
    return trunc(left / right)


def _are_single(left: Any, right: Any) -> bool | None:
    """Are two numbers taken for those of single precision? None for exact ones."""
    inexact = [type(one) for one in (left, right) if isinstance(one, float)]
    return float not in inexact if inexact else None


def _rounded(self: Any, context: Any = None) -> Any:
    """Round to a number of digits behind the point, 5 to the even digit."""
    context = needed_context(self, context)
    value = self.get_argument(copy(context), cls=NumericProxy)
    if value is None:
        return []
    digits = 0
    if len(self) > 1:
        digits = self.get_argument(copy(context), index=1, required=True, cls=int)
    if isinstance(value, float):
        return round(value, digits) if isfinite(value) else value
    return round(value, digits)


def _sum_of_nodes(self: Any, context: Any = None) -> float:
    """Add the numbers that nodes are, XPath 1.0, section 4.4; a text is none."""
    context = needed_context(self, context)
    nodes = self[0].select(copy(context))
    return _added(number(str(self.string_value(one))) for one in nodes)


def _place(self: Any, context: Any, index: int = 0, **how: Any) -> Any:
    """Return an argument; in XPath 1.0 those of places are what they are as numbers."""
    if not index:
        return self.inherited.get_argument(self, context, index=index, **how)
    return self.number_value(self.inherited.get_argument(self, context, index=index))
