"""Numbers as texts: elementpath writes `10000000` for `1.0E7`, and `1.5E3` for 1.5E300.

XPath 2.0 functions, section 17.1.2; XPath 1.0, section 4.2, which has no exponents.
"""

from __future__ import annotations

from decimal import Decimal
from math import isinf, isnan
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.decimals import Single, shortest
from ctct_lint.schematron.operators import number

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST, _MOST = 1e-6, 1e6


def adapt_number_texts(parser: Any, version: int) -> None:
    """Let all that a parser knows write numbers, and read them, as its version does."""
    table = parser.symbol_table
    for name, token in table.items():
        own: dict[str, Any] = {"string_value": _writing(token.string_value, version)}
        if version == 1:
            own["number_value"] = _read
        table[name] = type(token)(token.__name__, (token,), own)


def text_of(value: Any) -> str:
    """Return a value that is no node as XPath 2.0 writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return _text(value) if isinstance(value, (float, Decimal)) else str(value)


def _writing(
    inherited: Callable[[Any, Any], str], version: int
) -> Callable[[Any, Any], str]:
    text = _plain_text if version == 1 else _text

    def string_value(self: Any, value: Any) -> str:
        is_number = isinstance(value, (float, Decimal))
        return text(value) if is_number else inherited(self, value)

    return string_value


def _read(self: Any, value: Any) -> float:
    """Read a number as XPath 1.0 does."""
    is_text = isinstance(value, (XPathNode, UntypedAtomic))
    return number(str(self.string_value(value)) if is_text else value)


def _text(value: float | Decimal) -> str:
    """Write a number as XPath 2.0 does."""
    if isinstance(value, Decimal):
        return _without_exponent(value)
    if isnan(value) or isinf(value):
        return "NaN" if isnan(value) else str(float(value)).upper()
    if not value or _LEAST <= abs(value) < _MOST:
        sign = "-" if str(float(value)) == "-0.0" else ""
        return sign + _without_exponent(_digits(value))
    number = _digits(value)
    mantissa = _without_exponent(number.scaleb(-number.adjusted()))
    whole = mantissa if "." in mantissa else f"{mantissa}.0"
    return f"{whole}E{number.adjusted()}"


def _plain_text(value: float | Decimal) -> str:
    """Write a number as XPath 1.0 does."""
    if isnan(value):
        return "NaN"
    if isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return _without_exponent(_digits(value))


def _digits(value: float | Decimal) -> Decimal:
    """Return a number with no more digits than it needs."""
    if isinstance(value, Decimal):
        return value
    return Decimal(shortest(value) if isinstance(value, Single) else repr(float(value)))


def _without_exponent(value: Decimal) -> str:
    written = f"{value:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written if value else "0"
