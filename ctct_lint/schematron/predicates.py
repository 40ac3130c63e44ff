"""Predicates that know no position: each item is looked at when somebody asks for it.

elementpath lists all items before it looks at one, for a predicate may ask for their
number.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.hoisting import has_one_value, once
from ctct_lint.schematron.joins import looked_up
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.positions import knows_no_position
from ctct_lint.schematron.truth import in_any_order, truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PATHS = frozenset({"/", "//", "(", "|", "union"})


def adapt_predicates(parser: Any) -> None:
    """Give a parser such predicates."""
    methods = {"select": _selected, "any_order": _in_any_order}
    override(parser, "[", kept_as="counting", is_plain=None, **methods)


def _selected(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    if not _is_plain(self):
        yield from self.counting.select(self, context)
        return
    items = _looked_up(self, context)
    if items is None:
        items = self[0].select(context.again())
    yield from _filtered(self, items, context)


def _in_any_order(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    if self[0].symbol not in _PATHS or not _is_plain(self):
        # By its name, a step may be looked up.
        yield from self.select(context)
        return
    yield from _filtered(self, in_any_order(self[0], context.again()), context)


def _filtered(self: Any, items: Iterable[Any], context: Any) -> Iterator[Any]:
    """Yield the items at which the predicate is true."""
    inside, needs_nodes = context.again(), _needs_nodes(self[1])
    for inside.item in items:
        if needs_nodes and not isinstance(inside.item, XPathNode):
            raise self.error("XPTY0020", "a value is no node: nothing is next to it")
        if truth(self[1], inside):
            yield inside.item


def _looked_up(self: Any, context: Any) -> list[Any] | None:
    """Return nodes of a variable of the schema by the texts that a predicate wants."""
    variable, predicate = self
    if variable.symbol != "$":
        return None
    variable.needs = (str(variable[0].value),)
    if not has_one_value(variable, context):
        return None
    nodes = once(variable, context, "in order", partial(_in_order, variable, context))
    if nodes is None:
        return None
    return looked_up((predicate,), lambda: nodes, nodes, context)


def _in_order(token: Any, context: Any) -> list[Any] | None:
    """Return nodes, None if some are none or not in the order of the document."""
    items = list(token.select(context.again()))
    if not all(isinstance(one, XPathNode) for one in items):
        return None
    is_ordered = all(one.position < after.position for one, after in pairwise(items))
    return items if is_ordered else None


def _needs_nodes(predicate: Any) -> bool:
    """Is it a step that elementpath takes from nodes alone?"""
    return predicate.label in {"axis", "kind test"} or predicate.symbol == ".."


def _is_plain(self: Any) -> bool:
    if self.is_plain is None:
        self.is_plain = knows_no_position(self[1])
    return bool(self.is_plain)
