"""What asks whether an expression is true, or selects anything, and no more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_tokens import XPathFunction

from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.truth import has_any, truth

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a count is compared with, where that asks for any node, or for none.
_ANY = frozenset({(">", 0), (">=", 1), ("!=", 0), ("gt", 0), ("ge", 1), ("ne", 0)})
_NONE = frozenset({("=", 0), ("<", 1), ("<=", 0), ("eq", 0), ("lt", 1), ("le", 0)})
_TURNED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}
_TURNED |= {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}


def adapt_conditions(parser: Any) -> None:
    """Give a parser these functions and expressions; `if` has XPath 2.0 alone."""
    for name, evaluate in (
        ("boolean", _is_true),
        ("not", _is_false),
        ("exists", _is_any),
        ("empty", _is_none),
    ):
        override(parser, name, evaluate=evaluate, select=_selected)
    override(parser, "if", evaluate=_chosen, select=_selected_of_chosen)
    for symbol in {one for one, _ in _ANY | _NONE}:
        counting = {"asked": None, "is_read": False}
        override(parser, symbol, "comparing", evaluate=_compared, **counting)


def _is_true(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    if self.label != "function":
        # It is `xs:boolean()`.
        return self.inherited.evaluate(self, context.again())
    return truth(self[0], context)


def _is_false(self: Any, context: Any = None) -> bool:
    return not truth(self[0], needed_context(self, context))


def _is_any(self: Any, context: Any = None) -> bool:
    return has_any(self[0], needed_context(self, context))


def _is_none(self: Any, context: Any = None) -> bool:
    return not has_any(self[0], needed_context(self, context))


def _selected(self: Any, context: Any = None) -> Iterator[Any]:
    yield self.evaluate(context)


def _chosen(self: Any, context: Any = None) -> Any:
    is_met = truth(self[0], needed_context(self, context))
    return self[1 if is_met else 2].evaluate(context)


def _selected_of_chosen(self: Any, context: Any = None) -> Iterator[Any]:
    is_met = truth(self[0], needed_context(self, context))
    yield from self[1 if is_met else 2].select(context)


def _compared(self: Any, context: Any = None) -> Any:
    """Compare; a count with 0 or 1 as far as the nodes have to be looked at."""
    context = needed_context(self, context)
    if not self.is_read:
        self.asked, self.is_read = _asked(self), True
    if self.asked is None:
        return self.comparing.evaluate(self, context)
    nodes, is_wanted = self.asked
    return has_any(nodes, context) is is_wanted


def _asked(comparison: Any) -> tuple[Any, bool] | None:
    """Return whose count is compared, and whether there are to be any of these."""
    symbol, (left, right) = comparison.symbol, comparison
    if left.symbol == "(integer)":
        symbol, left, right = _TURNED.get(symbol, symbol), right, left
    is_count = left.symbol == "count" and isinstance(left, XPathFunction)
    if not is_count or right.symbol != "(integer)":
        return None
    question = symbol, right.value
    return (left[0], question in _ANY) if question in _ANY | _NONE else None
