"""Which nodes of a document a rule's context applies to.

The document's nodes are kept by their names, see `index`. A context is taken
apart into steps: its last step says by name which nodes to look at, and from each of
these the other steps are followed upwards, as XSLT does with patterns. What cannot be
taken apart is evaluated from every node, once.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import DocumentNode

from ctct_lint.schematron.effort import TooMuch
from ctct_lint.schematron.steps import NotTakenApart, steps_of
from ctct_lint.schematron.truth import truth, value
from ctct_lint.schematron.variables import Unvalued

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from elementpath.xpath_nodes import XPathNode
    from elementpath.xpath_tokens import XPathToken

    from ctct_lint.schematron.index import Index
    from ctct_lint.schematron.model import Query
    from ctct_lint.schematron.steps import Step
    from ctct_lint.schematron.truth import Ask

    Asked = Callable[[Ask, XPathToken, XPathNode], Any]


class Contexts:
    """Finds the nodes of one document."""

    def __init__(self, index: Index) -> None:
        """Take the document's nodes."""
        self._index = index
        # What steps with a position select, by the step and the node it starts from.
        self._selected: dict[tuple[int, int], frozenset[int]] = {}

    def nodes(self, context: Query, ask: Asked) -> list[XPathNode]:
        """Return the nodes that a context applies to, in no order.

        ask  returns what is asked of an expression at a node
        """
        try:
            paths = steps_of(context.token)
        except NotTakenApart:
            return self._evaluated(context.token, ask)
        found: dict[int, XPathNode] = {}
        for path in paths:
            known: dict[tuple[int, int], bool] = {}
            for node in self._candidates(path):
                if id(node) not in found and self._fits(node, path, ask, known):
                    found[id(node)] = node
        return list(found.values())

    def _evaluated(self, token: XPathToken, ask: Asked) -> list[XPathNode]:
        found: dict[int, XPathNode] = {}
        for start in self._index.all:
            nodes = ask(value, token, start)
            for node in nodes if isinstance(nodes, list) else ():
                found[id(node)] = node
        return list(found.values())

    def _candidates(self, path: tuple[Step, ...]) -> Iterable[XPathNode]:
        if not path:
            return (self._index.document,)
        last, known = path[-1], self._index
        match last.kind:
            case "element" | "attribute" as kind:
                index = known.elements if kind == "element" else known.attributes
                return _named(index, last)
            case "text":
                return known.texts
            case "node":
                return known.every()
            case _:
                return known.remarks

    def _fits(
        self,
        node: XPathNode,
        path: tuple[Step, ...],
        ask: Asked,
        known: dict[tuple[int, int], bool],
    ) -> bool:
        """Say whether a node is what a path leads to.

        known  of the nodes above others: with how many of the steps it does
        """
        if not path:
            return isinstance(node, DocumentNode)
        *before, last = path
        if not self._is_step(node, last, ask):
            return False
        above = tuple(before)
        if not above and not last.is_of_root:
            return True
        for one in _over(node, last):
            key = id(one), len(above)
            if key not in known:
                known[key] = self._fits(one, above, ask, known)
            if known[key]:
                return True
        return False

    def _is_step(self, node: XPathNode, step: Step, ask: Asked) -> bool:
        if not step.is_of(node):
            return False
        try:
            return self._meets(node, step, ask)
        except (RecursionError, TooMuch, Unvalued):
            raise
        except Exception:  # noqa: BLE001 - elementpath may raise any
            # A pattern that has no value at a node does not match it: XSLT 2.0, 5.5.4.
            return False

    def _meets(self, node: XPathNode, step: Step, ask: Asked) -> bool:
        """Do the predicates of a step hold at a node?"""
        if step.positional is None:
            return all(ask(truth, condition, node) for condition in step.conditions)
        parent: Any = node.parent
        key = (id(step.positional), id(parent))
        if key not in self._selected:
            found = ask(value, step.positional, parent)
            self._selected[key] = frozenset(map(id, found))
        return id(node) in self._selected[key]


def _named(index: Mapping[str, Sequence[XPathNode]], step: Step) -> Iterable[XPathNode]:
    """Return the nodes of an index that have a name which a step takes."""
    if step.name is not None:
        return index.get(step.name, ())
    return chain.from_iterable(
        group for name, group in index.items() if step.takes(name)
    )


def _over(node: XPathNode, step: Step) -> Iterator[XPathNode]:
    """Yield the nodes above that the step before may be."""
    parent = node.parent
    while parent is not None:
        yield parent
        if not step.is_deep:
            return
        parent = parent.parent
