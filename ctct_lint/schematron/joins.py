"""Predicates that compare texts, as in `line[id = $id]`: nodes are looked up by them.

A rule that asks of each line whether another one has its id would compare all with all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import DocumentNode, ElementNode
from elementpath.xpath_tokens import XPathFunction

from ctct_lint.schematron.index import POSITION
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.shared_texts import texts_of
from ctct_lint.schematron.steps import NotTakenApart, Step, step_of
from ctct_lint.schematron.truth import truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Index = Mapping[str, list[Any]]

_TEXTS = frozenset({"concat", "lower-case", "normalize-space", "string", "upper-case"})


def adapt_joins(parser: Any) -> None:
    """Give a parser predicates of child elements that look these up."""
    methods = {"select": _selected, "step": None, "is_read": False}
    override(parser, "[", kept_as="unjoined", **methods)


def _selected(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    if not self.is_read:
        self.step, self.is_read = _joined_step(self), True
    parent = context.item
    has_children = isinstance(parent, (ElementNode, DocumentNode))
    if self.step is None or context.axis is not None or not has_children:
        yield from self.unjoined.select(self, context)
        return
    name = self.step.name

    def children() -> Iterable[Any]:
        return context.children.named(parent, name)  # type: ignore[no-any-return]

    for child in narrowed(self.step, children, parent, context):
        if predicates_hold(self.step, child, context):
            context.item = child
            yield child
    context.item = parent


def _joined_step(token: Any) -> Step | None:
    """Return a step of child elements, None if no predicate of it looks these up."""
    try:
        step = step_of(token)
    except NotTakenApart:
        return None
    is_plain = step.kind == "element" and step.has_name and step.positional is None
    return step if is_plain and any(map(_sides, step.conditions)) else None


def predicates_hold(step: Step, node: Any, context: Any) -> bool:
    """Do the predicates of a step, which know no position, hold at a node?"""
    for condition in step.conditions:
        inside = context.again()
        inside.item, inside.position, inside.size = node, 1, 1
        if not truth(condition, inside):
            return False
    return True


def narrowed(
    step: Step, nodes: Callable[[], Iterable[Any]], scope: Any, context: Any
) -> Iterable[Any]:
    """Return the nodes at which the predicates of a step may hold, in their order.

    scope  the node whose `nodes` these are, whatever the values that are looked for
    """
    found = looked_up(step.conditions, nodes, scope, context)
    return nodes() if found is None else found


def looked_up(
    conditions: Iterable[Any],
    nodes: Callable[[], Iterable[Any]],
    scope: Any,
    context: Any,
) -> list[Any] | None:
    """Return nodes by the texts that a predicate wants; None if no predicate does.

    scope  what lives as long as the context, and has always the same `nodes`
    """
    for condition in conditions:
        sides = _sides(condition)
        values = None if sides is None else texts_of(sides[1].select(context.again()))
        if sides is not None and values is not None:
            key = id(condition), id(scope)
            if key not in context.joins:
                context.joins[key] = _index(sides[0], nodes(), context)
            index = context.joins[key]
            found = {id(one): one for value in values for one in index.get(value, ())}
            return sorted(found.values(), key=POSITION)
    return None


def _index(own: Any, nodes: Iterable[Any], context: Any) -> Index:
    """Return the nodes by the texts of what a part of each of them selects."""
    index: dict[str, list[Any]] = {}
    for node in nodes:
        inside = context.again()
        inside.item, inside.axis = node, None
        for text in {one.string_value for one in own.select(inside)}:
            index.setdefault(text, []).append(node)
    return index


def _sides(condition: Any) -> tuple[Any, Any] | None:
    """Return what is compared of a node, and with what; None for other predicates."""
    if condition.symbol == "=":
        for own, free in ((condition[0], condition[1]), (condition[1], condition[0])):
            if is_own(own) and _is_free(free):
                return own, free
    return None


def is_own(token: Any) -> bool:
    """Is it an element or attribute of a node, or the node itself?"""
    try:
        step = step_of(token)
    except NotTakenApart:
        return bool(token.symbol == ".")
    return step.has_name and not step.conditions and step.positional is None


def _is_free(token: Any) -> bool:
    """Has an expression the same value whatever the focus is?"""
    match token.symbol:
        case "$" | "(string)" | "current":
            return True
        case "/":
            # What follows has its focus from what stands before.
            return len(token) > 1 and _is_free(token[0])
        case symbol:
            is_text = symbol in _TEXTS and isinstance(token, XPathFunction)
            return is_text and len(token) > 0 and all(map(_is_free, token))
