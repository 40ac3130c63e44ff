"""Axes that lead far away, as `preceding::line[id = current()/id]`, by an index.

elementpath walks through the document from each node. Elements of one name are found
by their positions here, those with a certain text by that, see `joins`, and they are
counted without a look at each.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode

from ctct_lint.schematron.index import ANY, document_of
from ctct_lint.schematron.joins import looked_up, predicates_hold
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.positions import knows_no_position
from ctct_lint.schematron.steps import NotTakenApart, step_of
from ctct_lint.schematron.stretches import SIBLINGS, FarStep, stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PRECEDING = frozenset({"preceding", "preceding-sibling"})
_AXES = ("following", *SIBLINGS, "preceding")


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
        run = stretch(far, here, context)
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
    run = stretch(far, inside.item, inside)
    scope = inside.item.parent if far.axis in SIBLINGS else document_of(inside.item)
    step = far.step._replace(conditions=run.conditions)
    found = looked_up(step.conditions, lambda: run.among, scope, inside)
    nodes = run.nodes(context) if found is None else run.among_these(found)
    for node in nodes:
        if predicates_hold(step, node, inside):
            yield node


def _counted(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    far = _far(self, self[0])
    here = context.item
    if far is None or not isinstance(here, XPathNode):
        return self.near.evaluate(self, context)
    run = stretch(far, here, context)
    if run.conditions:
        return self.near.evaluate(self, context)
    return run.size


def _far(self: Any, token: Any) -> FarStep | None:
    """Return what a token is as such a step, read once; None for others."""
    if not self.is_far_read:
        self.far, self.is_far_read = read_far(token), True
    return self.far  # type: ignore[no-any-return]


def read_far(token: Any) -> FarStep | None:
    """Return a step on an axis that leads far away, with its predicates, if it is one.

    None for other expressions, and where a predicate knows a position.
    """
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
