"""Axes that lead far away, as `preceding::line[id = current()/id]`, by an index.

elementpath walks through the document from each node. Elements of one name are found
by their positions here, those with a certain text by that, see `joins`, and they are
counted without a look at each.
"""

from __future__ import annotations

from bisect import bisect_left
from copy import copy
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import AttributeNode, XPathNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.index import document_of
from ctct_lint.schematron.joins import looked_up, predicates_hold
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.siblings import siblings
from ctct_lint.schematron.steps import NotTakenApart, Step, knows_no_position, step_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_PRECEDING = frozenset({"preceding", "preceding-sibling"})
_SIBLINGS = frozenset({"following-sibling", "preceding-sibling"})
_AXES = ("following", *_SIBLINGS, "preceding")


class FarStep(NamedTuple):
    """A step on one of these axes, for elements of one name."""

    axis: str
    step: Step


class ElementRun(NamedTuple):
    """Elements of one name that an axis leads to: a part of a list, in its order.

    above  those in it that are around the node, where the axis does not lead
    """

    among: Sequence[Any]
    start: int
    end: int
    above: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many they are."""
        return self.end - self.start - len(self.above)

    def among_these(self, nodes: Iterable[Any]) -> Iterator[Any]:
        """Yield those of some nodes of the list."""
        for node in nodes:
            at = bisect_left(self.among, node.position, key=_position)
            if self.start <= at < self.end and id(node) not in self.above:
                yield node

    def nodes(self, context: Any, *, is_reverse: bool = False) -> Iterator[Any]:
        """Yield them in the order of the document, or the other way round."""
        places = range(self.start, self.end)
        for at in reversed(places) if is_reverse else places:
            context.effort.spend()
            if id(self.among[at]) not in self.above:
                yield self.among[at]


def adapt_far_axes(parser: Any) -> None:
    """Give a parser these axes, predicates of them, and `count()`."""
    _give(parser, "[", select=_with_predicate)
    _give(parser, "count", evaluate=_counted)
    for symbol in _AXES:
        _give(parser, symbol, select=_on_axis)


def _give(parser: Any, symbol: str, **methods: Callable[..., Any]) -> None:
    override(parser, symbol, kept_as="near", far=None, is_far_read=False, **methods)


def _on_axis(self: Any, context: Any = None) -> Iterator[Any]:
    yield from _selected(self, self, None, needed_context(self, context))


def _with_predicate(self: Any, context: Any = None) -> Iterator[Any]:
    is_number = self[1].symbol == "(integer)"
    token = self[0] if is_number else self
    number = int(self[1].value) if is_number else None
    yield from _selected(self, token, number, needed_context(self, context))


def _selected(self: Any, token: Any, number: int | None, context: Any) -> Iterator[Any]:
    """Yield the nodes of a step, or that of a number, as the axis counts them."""
    far = _far(self, token)
    here = context.item
    if far is None or context.axis is not None or not isinstance(here, XPathNode):
        yield from self.near.select(self, context)
        return
    if number is None:
        found = _in_order(far, context)
    else:
        is_reverse = far.axis in _PRECEDING
        nodes = _stretch(far, here, context).nodes(context, is_reverse=is_reverse)
        kept = (node for node in nodes if predicates_hold(far.step, node, context))
        found = islice(kept, max(number - 1, 0), max(number, 0))
    for context.item in found:
        yield context.item
    context.item = here


def _in_order(far: FarStep, context: Any) -> Iterator[Any]:
    """Yield the nodes of a step in the order of the document."""
    inside = copy(context)
    stretch = _stretch(far, inside.item, inside)
    scope = inside.item.parent if far.axis in _SIBLINGS else document_of(inside.item)
    found = looked_up(far.step, lambda: stretch.among, scope, inside)
    nodes = stretch.nodes(context) if found is None else stretch.among_these(found)
    for node in nodes:
        if predicates_hold(far.step, node, inside):
            yield node


def _counted(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    far = _far(self, self[0])
    here = context.item
    is_plain = far is not None and not far.step.conditions
    if far is None or not is_plain or not isinstance(here, XPathNode):
        return self.near.evaluate(self, context)
    return _stretch(far, here, context).size


def _far(self: Any, token: Any) -> FarStep | None:
    """Return what a token is as such a step, read once; None for others."""
    if not self.is_far_read:
        self.far, self.is_far_read = _read(token), True
    return self.far  # type: ignore[no-any-return]


def _read(token: Any) -> FarStep | None:
    conditions: list[Any] = []
    while token.symbol == "[":
        conditions.insert(0, token[1])
        token = token[0]
    if token.symbol not in _AXES or not all(map(knows_no_position, conditions)):
        return None
    try:
        step = step_of(token[0])
    except NotTakenApart:
        return None
    if step.kind != "element" or not step.has_name or step.positional is not None:
        return None
    return FarStep(token.symbol, step._replace(conditions=tuple(conditions)))


def _stretch(far: FarStep, node: Any, context: Any) -> ElementRun:
    """Return the elements of the name that the axis of a step leads to."""
    name = far.step.name
    if far.axis in _SIBLINGS:
        is_without = node.parent is None or isinstance(node, AttributeNode)
        among = () if is_without else context.children.named(node.parent, name)
        if far.axis in _PRECEDING:
            return ElementRun(among, 0, _place(among, node.position))
        return ElementRun(among, _place(among, node.position + 1), len(among))
    among = context.index_of(document_of(node)).elements.get(name, ())
    if far.axis not in _PRECEDING:
        return ElementRun(among, _place(among, _end(node)), len(among))
    owner: Any = node.parent if isinstance(node, AttributeNode) else node
    above = frozenset(id(one) for one in _above(owner) if one.name == name)
    return ElementRun(among, 0, _place(among, owner.position), above)


def _above(node: Any) -> Iterator[Any]:
    while node.parent is not None:
        node = node.parent
        yield node


def _end(node: Any) -> float:
    """Return the position behind all that is in a node."""
    if isinstance(node, AttributeNode):
        # What is in its element follows it.
        return int(node.position)
    while node is not None:
        after = next(siblings(node, "following-sibling"), None)
        if after is not None:
            return int(after.position)
        node = node.parent
    return inf


def _place(among: Sequence[Any], position: float) -> int:
    return bisect_left(among, position, key=_position)


def _position(node: Any) -> int:
    return int(node.position)
