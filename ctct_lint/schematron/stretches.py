"""The elements of one name that an axis leads to: a part of the list of all of them."""

from __future__ import annotations

from bisect import bisect_left
from math import inf
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import AttributeNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.effort import TooMuch
from ctct_lint.schematron.fixed import is_of_its_node
from ctct_lint.schematron.index import ANY, POSITION, document_of, upwards
from ctct_lint.schematron.joins import predicates_hold
from ctct_lint.schematron.siblings import siblings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.schematron.steps import Step

SIBLINGS = frozenset({"following-sibling", "preceding-sibling"})


class FarStep(NamedTuple):
    """A step on an axis that leads far away, for elements of one name."""

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


def stretch(far: FarStep, node: Any, context: Any) -> ElementRun:
    """Return the elements of the name that the axis of a step leads to."""
    among, conditions = _among(far, node, context)
    if far.axis == "preceding":
        owner: Any = node.parent if isinstance(node, AttributeNode) else node
        end = _place(among, owner.position)
        above = frozenset(
            id(one) for one in upwards(owner.parent) if _is_in(one, among)
        )
        return ElementRun(among, 0, end, conditions, above)
    if far.axis == "preceding-sibling":
        return ElementRun(among, 0, _place(among, node.position), conditions)
    is_sibling = far.axis in SIBLINGS
    start = _place(among, node.position + 1 if is_sibling else _end(node))
    return ElementRun(among, start, len(among), conditions)


def _among(far: FarStep, node: Any, context: Any) -> tuple[Sequence[Any], Any]:
    """Return the elements of the name, and the predicates that are left.

    Those that hold at a node whoever asks are looked at once.
    """
    name, conditions = far.step.name or ANY, far.step.conditions
    if far.axis not in SIBLINGS:
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
