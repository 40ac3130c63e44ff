"""Comparisons and logic of XPath where elementpath lacks an answer, or has another one.

XPath 1.0 has an answer for any operands. XPath 2.0 compares two values without a type
as texts, section 3.5.2, where elementpath takes both for numbers; and of `and` and
`or` one operand may decide though the other has no value, section 3.6.
"""

from __future__ import annotations

import operator
import re
from itertools import product
from math import nan
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.override import override
from ctct_lint.schematron.shared_texts import have_shared_text
from ctct_lint.schematron.truth import truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_NUMBER = re.compile(
    r"\s*-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*", re.ASCII | re.IGNORECASE
)


def needed_context(self: Any, context: Any) -> Any:
    """Return a context; without one, an expression is only parsed."""
    if context is None:
        raise self.missing_context()
    return context


def adapt_operators(parser: Any, version: int) -> None:
    """Give a parser of a version of XPath, 1 or 2, operators with the right answers."""
    symbols: dict[str, dict[str, Any]] = {
        "and": {"evaluate": _combined},
        "or": {"evaluate": _combined},
    }
    for symbol in _COMPARISONS:
        if version == 1:
            symbols[symbol] = {"evaluate": _compared}
        else:
            symbols[symbol] = {"iter_comparison_data": _pairs}
    if version > 1:
        symbols["="]["evaluate"] = _are_equal
    symbols["="]["sides"] = None
    for symbol, methods in symbols.items():
        override(parser, symbol, **methods)


def _combined(self: Any, context: Any = None) -> bool:
    """Return the value of `and` or `or`; it fails only if no operand decides."""
    context = needed_context(self, context)
    decisive = self.symbol == "or"
    failed: Exception | None = None
    for operand in self:
        try:
            value = truth(operand, context)
        except Exception as error:  # noqa: BLE001, PERF203 - any may come up
            failed = failed or error
        else:
            if value is decisive:
                return decisive
    if failed is not None:
        raise failed
    return not decisive


def _pairs(self: Any, context: Any) -> Iterator[tuple[Any, Any]]:
    """Yield what a comparison of XPath 2.0 compares."""
    for left, right in self.inherited.iter_comparison_data(self, context):
        if isinstance(left, UntypedAtomic) and isinstance(right, UntypedAtomic):
            yield left.value, right.value
        else:
            yield left, right


def _are_equal(self: Any, context: Any = None) -> bool:
    """Compare as XPath 2.0 does."""
    context = needed_context(self, context)
    answer = have_shared_text(self, context)
    if answer is None:
        return bool(self.inherited.evaluate(self, context))
    return answer


def _compared(self: Any, context: Any = None) -> bool:
    """Compare as XPath 1.0 does, section 3.4: one pair of values is enough."""
    context = needed_context(self, context)
    answer = have_shared_text(self, context) if self.symbol == "=" else None
    if answer is not None:
        return answer
    compare = _COMPARISONS[self.symbol]
    left, right = (_operand(token, context) for token in self)
    if bool in {type(left), type(right)}:
        # Nodes are true if there are any.
        values = (bool(v) if isinstance(v, list) else v for v in (left, right))
        left, right = values
    pairs = product(*(v if isinstance(v, list) else [v] for v in (left, right)))
    return any(compare(*_alike(self, *pair)) for pair in pairs)


def _operand(token: Any, context: Any) -> Any:
    """Return the value of an operand; of nodes a list of their texts."""
    values = list(token.select(context.again()))
    if len(values) == 1 and not isinstance(values[0], XPathNode):
        return values[0]
    return [str(token.string_value(one)) for one in values]


def _alike(self: Any, one: Any, other: Any) -> tuple[Any, Any]:
    """Return two values as what they are compared as."""
    is_order = self.symbol not in {"=", "!="}
    if not is_order and bool in {type(one), type(other)}:
        return bool(self.boolean_value(one)), bool(self.boolean_value(other))
    if is_order or not (isinstance(one, str) and isinstance(other, str)):
        return number(one), number(other)
    return one, other


def number(value: Any) -> float:
    """Return a value as a double as XPath 1.0 does, NaN for what is none.

    Of a text, Python would take `1_0`, `inf` and digits of other scripts, too. XPath
    1.0 has no exponents, section 3.5; those that evaluate it take them.
    """
    is_text = isinstance(value, str)
    if value is None or (is_text and not _NUMBER.fullmatch(value)):
        return nan
    return float(value)
