"""Paths whose nodes are in the order of the document.

elementpath returns what a path of two steps selects in the order in which it finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.descendants import in_order, top_of
from ctct_lint.schematron.index import POSITION
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.positions import leads_down, leads_to_nodes
from ctct_lint.schematron.truth import in_any_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def adapt_paths(parser: Any) -> None:
    """Give a parser such a `/`, and unions whose order does not matter."""
    override(
        parser, "/", select=_children, any_order=_children_in_any_order, is_down=None
    )
    for symbol in ("|", "union"):
        override(parser, symbol, any_order=_united)
    override(parser, "(", any_order=_in_brackets)


def _children(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    if len(self) == 1:
        inside = context.again()
        inside.item = top_of(context)
        yield from self[0].select(inside)
        return
    if not len(self):
        yield top_of(context)
        return
    if self.is_down is None:
        self.is_down = leads_down(self[1])
    if self.is_down:
        yield from _below(self, context)
        return
    found: dict[int, Any] = {}
    for top in self[0].select_with_focus(context):
        _node(self, top)
        for item in self[1].select(context):
            if isinstance(item, XPathNode):
                found[id(item)] = item
            else:
                yield item
    yield from sorted(found.values(), key=POSITION)


def _below(self: Any, context: Any) -> Iterator[Any]:
    """Yield the children or attributes that the last step of a path leads to."""
    tops = list(self[0].select(context.again()))
    nodes = _steps(self, tops, context.again())
    yield from in_order(nodes, tops)


def _steps(self: Any, tops: Iterable[Any], inside: Any) -> Iterator[Any]:
    for top in tops:
        inside.item, inside.axis = _node(self, top), None
        yield from in_any_order(self[1], inside)


def _children_in_any_order(self: Any, context: Any = None) -> Iterator[Any]:
    if len(self) < 2 or not leads_to_nodes(self[1]):  # noqa: PLR2004 - `/` alone
        yield from self.select(context)
        return
    inside = needed_context(self, context).again()
    yield from _steps(self, in_any_order(self[0], context.again()), inside)


def _node(self: Any, item: Any) -> Any:
    """Return an item, which has to be a node where it is looked for its children."""
    if not isinstance(item, XPathNode):
        raise self.error("XPTY0019", f"`{item}` is no node: it has no children")
    return item


def _united(self: Any, context: Any = None) -> Iterator[Any]:
    for operand in self:
        yield from in_any_order(operand, needed_context(self, context).again())


def _in_brackets(self: Any, context: Any = None) -> Iterator[Any]:
    yield from (
        in_any_order(self[0], context) if len(self) == 1 else self.select(context)
    )
