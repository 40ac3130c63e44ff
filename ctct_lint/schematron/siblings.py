"""The sibling next to a node, without a look at all others: `preceding-sibling::a[1]`.

elementpath lists all siblings before it counts them, so a rule that compares each line
with the one before takes time that grows with the square of their number.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import AttributeNode, ElementNode

from ctct_lint.schematron.index import POSITION
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BEFORE, _BEHIND = "preceding-sibling", "following-sibling"
_AXES = frozenset({_BEFORE, _BEHIND})


def adapt_siblings(parser: Any) -> None:
    """Give a parser predicates that count siblings from a node on."""
    override(parser, "[", select=_with_predicate)


def _with_predicate(self: Any, context: Any = None) -> Iterator[Any]:
    context = needed_context(self, context)
    axis, predicate = self
    if axis.symbol not in _AXES or predicate.symbol != "(integer)":
        yield from self.inherited.select(self, context)
        return
    status = context.item, context.axis
    found = _numbered(axis, int(predicate.value), context)
    context.axis = None
    for context.item in found:
        yield context.item
    context.item, context.axis = status


def following(node: Any) -> Iterator[Any]:
    """Yield what stands behind a node and is not inside of it."""
    if isinstance(node, AttributeNode):
        node = node.parent
        yield from node.iter_descendants(with_self=False)
    while node is not None:
        for one in siblings(node, _BEHIND):
            is_element = isinstance(one, ElementNode)
            yield from one.iter_descendants() if is_element else (one,)
        node = node.parent


def _numbered(axis: Any, number: int, context: Any) -> list[Any]:
    """Return the sibling of a number, as an axis counts them, if there is one."""
    context.axis = axis.symbol
    return list(islice(_from_here(axis, context), max(number - 1, 0), number))


def _from_here(axis: Any, context: Any) -> Iterator[Any]:
    """Yield the siblings that an axis has, the nearest one first."""
    here = context.item
    for context.item in _nearest(here, axis.symbol):
        yield from axis[0].select(context)


def siblings(node: Any, axis: str) -> Iterator[Any]:
    """Yield the siblings that an axis has, in the order of the document."""
    among, at = _among(node)
    is_before = axis == _BEFORE
    yield from map(among.__getitem__, range(at) if is_before else _behind(among, at))


def _nearest(node: Any, axis: str) -> Iterator[Any]:
    """Yield the siblings that an axis has, the nearest one first."""
    among, at = _among(node)
    steps = range(at - 1, -1, -1) if axis == _BEFORE else _behind(among, at)
    yield from map(among.__getitem__, steps)


def _behind(among: Sequence[Any], at: int) -> range:
    return range(at + 1, len(among))


def _among(node: Any) -> tuple[Sequence[Any], int]:
    """Return all children of the parent, and which of them a node is."""
    parent = getattr(node, "parent", None)
    among = () if parent is None else parent.children
    at = bisect_left(among, node.position, key=POSITION) if among else 0
    # An attribute has a parent, and no siblings.
    return (among, at) if at < len(among) and among[at] is node else ((), 0)
