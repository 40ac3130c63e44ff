"""`//name` by the index of a document, where its predicates know no position."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.index import POSITION, document_of
from ctct_lint.schematron.joins import narrowed, predicates_hold
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.steps import NotTakenApart, Step, step_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def adapt_descendants(parser: Any) -> None:
    """Give a parser such a `//`."""
    override(
        parser,
        "//",
        select=_descendants,
        any_order=_descendants_in_any_order,
        step=None,
        number=None,
        is_read=False,
    )


def _descendants(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    tops = _tops(self, context)
    if tops is None:
        yield from _in_order(self.inherited.select(self, context))
        return
    nodes = _looked_up(self, tops, context)
    yield from in_order(nodes, tops)


def in_order(nodes: Iterable[Any], tops: list[Any]) -> Iterator[Any]:
    """Yield what is found below some nodes in the order of the document, each once."""
    if len(tops) == 1:
        yield from nodes
    else:
        found = {id(node): node for node in nodes}
        yield from sorted(found.values(), key=POSITION)


def _descendants_in_any_order(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    tops = _tops(self, context)
    nodes = self.select(context) if tops is None else _looked_up(self, tops, context)
    yield from nodes


def _looked_up(self: Any, tops: list[Any], context: Any) -> Iterator[Any]:
    """Yield the nodes of a name inside of others, or those of a number among them."""
    for top in tops:
        nodes = _held(self, top, context)
        yield from nodes if self.number is None else _numbered(nodes, self.number)


def _numbered(nodes: Iterable[Any], number: int) -> Iterator[Any]:
    """Yield of each parent the child of a number."""
    counts: Counter[int] = Counter()
    for node in nodes:
        counts[id(node.parent)] += 1
        if counts[id(node.parent)] == number:
            yield node


def _held(self: Any, top: Any, context: Any) -> Iterator[Any]:
    """Yield the nodes of a name inside of another at which its predicates hold."""
    step, effort = self.step, context.effort
    look = effort.spend if step.conditions else effort.pass_by
    inside = partial(_inside, top, step, context)
    for node in narrowed(step, inside, top, context):
        look()
        if predicates_hold(step, node, context):
            yield node


def _step(token: Any) -> Step | None:
    """Return a step by whose name nodes can be looked up, None if it has none."""
    try:
        step = step_of(token)
    except NotTakenApart:
        return None
    return step if step.has_name and step.positional is None else None


def _tops(self: Any, context: Any) -> list[Any] | None:
    """Return the nodes in which a name is looked up, None if that is not possible."""
    if not self.is_read:
        token = self[len(self) - 1]
        if token.symbol == "[" and token[1].symbol == "(integer)":
            token, self.number = token[0], int(token[1].value)
        self.step, self.is_read = _step(token), True
    if self.step is None:
        return None
    if len(self) == 1:
        return [top_of(context)]
    tops = list(self[0].select(context.again()))
    return tops if all(isinstance(top, XPathNode) for top in tops) else None


def top_of(context: Any) -> Any:
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
    return sorted(found, key=POSITION) if are_nodes else found
