"""Axes that lead far away, as `preceding::line[id = current()/id]`, by an index.

elementpath walks through the document from each node. Elements of one name are found
by their positions here, those with a certain text by that, see `joins`, and they are
counted without a look at each.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import AttributeNode, XPathNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.effort import TooMuch
from ctct_lint.schematron.fixed import is_of_its_node
from ctct_lint.schematron.index import ANY, POSITION, document_of
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

    conditions  predicates that are not known to hold at all of them
    above       those in it that are around the node, where the axis does not lead
    """

    among: Sequence[Any]
    start: int
    end: int
    conditions: tuple[Any, ...] = ()
    above: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """How many they are."""
        return self.end - self.start - len(self.above)

    def among_these(self, nodes: Iterable[Any]) -> Iterator[Any]:
        """Yield those of some nodes of the list."""
        for node in nodes:
            at = bisect_left(self.among, node.position, key=POSITION)
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
        run = _stretch(far, here, context)
        nodes = run.nodes(context, is_reverse=far.axis in _PRECEDING)
        step = far.step._replace(conditions=run.conditions)
        kept = (node for node in nodes if predicates_hold(step, node, context))
        found = islice(kept, max(number - 1, 0), max(number, 0))
    for context.item in found:
        yield context.item
    context.item = here


def _in_order(far: FarStep, context: Any) -> Iterator[Any]:
    """Yield the nodes of a step in the order of the document."""
    inside = context.again()
    stretch = _stretch(far, inside.item, inside)
    scope = inside.item.parent if far.axis in _SIBLINGS else document_of(inside.item)
    step = far.step._replace(conditions=stretch.conditions)
    found = looked_up(step, lambda: stretch.among, scope, inside)
    nodes = stretch.nodes(context) if found is None else stretch.among_these(found)
    for node in nodes:
        if predicates_hold(step, node, inside):
            yield node


def _counted(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    far = _far(self, self[0])
    here = context.item
    if far is None or not isinstance(here, XPathNode):
        return self.near.evaluate(self, context)
    run = _stretch(far, here, context)
    if run.conditions:
        return self.near.evaluate(self, context)
    return run.size


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
    is_named = step.has_name or step.token.symbol == ANY
    if step.kind != "element" or not is_named or step.positional is not None:
        return None
    return FarStep(token.symbol, step._replace(conditions=tuple(conditions)))


def _stretch(far: FarStep, node: Any, context: Any) -> ElementRun:
    """Return the elements of the name that the axis of a step leads to."""
    among, conditions = _among(far, node, context)
    if far.axis == "preceding":
        owner: Any = node.parent if isinstance(node, AttributeNode) else node
        end = _place(among, owner.position)
        above = frozenset(id(one) for one in _above(owner) if _is_in(one, among))
        return ElementRun(among, 0, end, conditions, above)
    if far.axis == "preceding-sibling":
        return ElementRun(among, 0, _place(among, node.position), conditions)
    is_sibling = far.axis in _SIBLINGS
    start = _place(among, node.position + 1 if is_sibling else _end(node))
    return ElementRun(among, start, len(among), conditions)


def _among(far: FarStep, node: Any, context: Any) -> tuple[Sequence[Any], Any]:
    """Return the elements of the name, and the predicates that are left.

    Those that hold at a node whoever asks are looked at once.
    """
    name, conditions = far.step.name or ANY, far.step.conditions
    if far.axis not in _SIBLINGS:
        scope = document_of(node)
        among = context.index_of(scope).named(name)
    elif node.parent is None or isinstance(node, AttributeNode):
        return (), ()
    else:
        scope = node.parent
        among = context.children.named(scope, name)
    if not conditions or not all(map(is_of_its_node, conditions)):
        return among, conditions
    key = id(conditions), id(scope)
    if key not in context.chosen:
        context.chosen[key] = _chosen(far.step, among, context)
    chosen = context.chosen[key]
    return (among, conditions) if chosen is None else (chosen, ())


def _chosen(step: Step, among: Sequence[Any], context: Any) -> list[Any] | None:
    """Return the elements at which predicates hold; None if one has no value there."""
    try:
        return [one for one in among if predicates_hold(step, one, context)]
    except (RecursionError, TooMuch):
        raise
    except Exception:  # noqa: BLE001 - it may be one that the axis does not lead to
        return None


def _is_in(node: Any, among: Sequence[Any]) -> bool:
    at = _place(among, node.position)
    return at < len(among) and among[at] is node


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
    return bisect_left(among, position, key=POSITION)
