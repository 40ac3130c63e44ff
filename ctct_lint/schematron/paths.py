"""Paths: `//name` by the index of a document, and nodes in the order of the document.

The index is asked where the predicates of the name know no position. elementpath
returns what a path of two steps selects in the order in which it finds it.
"""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.index import document_of
from ctct_lint.schematron.joins import narrowed, predicates_hold
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.steps import NotTakenApart, Step, step_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def adapt_paths(parser: Any) -> None:
    """Give a parser `/` and `//` that do so."""
    override(parser, "/", select=_children)
    override(parser, "//", select=_descendants, step=None, is_read=False)


def _children(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    if len(self) == 1:
        inside = copy(context)
        inside.item = _top(context)
        yield from self[0].select(inside)
        return
    if not len(self):
        yield _top(context)
        return
    found: dict[int, Any] = {}
    for top in self[0].select_with_focus(context):
        if not isinstance(top, XPathNode):
            raise self.error("XPTY0019", f"`{top}` is no node: it has no children")
        for item in self[1].select(context):
            if isinstance(item, XPathNode):
                found[id(item)] = item
            else:
                yield item
    yield from sorted(found.values(), key=_position)


def _descendants(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    if not self.is_read:
        self.step, self.is_read = _step(self[len(self) - 1]), True
    tops = None if self.step is None else _tops(self, context)
    if tops is None:
        yield from _in_order(self.inherited.select(self, context))
        return
    step, effort = self.step, context.effort
    if len(tops) == 1 and not step.conditions:
        for node in _inside(tops[0], step, context):
            effort.pass_by()
            yield node
        return
    found: dict[int, Any] = {}
    for top in tops:
        inside = partial(_inside, top, step, context)
        for node in narrowed(step, inside, top, context):
            effort.spend()
            if id(node) not in found and predicates_hold(step, node, context):
                found[id(node)] = node
    yield from sorted(found.values(), key=_position)


def _step(token: Any) -> Step | None:
    """Return a step by whose name nodes can be looked up, None if it has none."""
    try:
        step = step_of(token)
    except NotTakenApart:
        return None
    return step if step.has_name and step.positional is None else None


def _tops(self: Any, context: Any) -> list[Any] | None:
    """Return the nodes in which it looks, None if these are no nodes."""
    if len(self) == 1:
        return [_top(context)]
    tops = list(self[0].select(copy(context)))
    return tops if all(isinstance(top, XPathNode) for top in tops) else None


def _top(context: Any) -> Any:
    """Return the document of the node where an expression is evaluated."""
    item = context.item
    has_others = context.opened or context.made
    is_elsewhere = has_others and isinstance(item, XPathNode)
    return document_of(item) if is_elsewhere else context.index.document


def _inside(top: Any, step: Step, context: Any) -> Iterator[Any]:
    index = context.index_of(document_of(top))
    is_attribute = step.kind == "attribute"
    yield from index.inside(top, step.name, is_attribute=is_attribute)


def _in_order(items: Iterable[Any]) -> list[Any]:
    """Return nodes in the order of the document, and values as they come."""
    found = list(items)
    are_nodes = all(isinstance(one, XPathNode) for one in found)
    return sorted(found, key=_position) if are_nodes else found


def _position(node: Any) -> int:
    return int(node.position)
