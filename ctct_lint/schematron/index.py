"""The nodes of a document by their names, found once.

elementpath walks the whole document for each `//name`, and all children of an element
for each `name`: that is quadratic in documents of many like parts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from elementpath.tree_builders import get_node_tree
from elementpath.xpath_nodes import (
    AttributeNode,
    CommentNode,
    ElementNode,
    EtreeElementNode,
    ProcessingInstructionNode,
    TextNode,
)
from lxml import etree

from ctct_lint.schematron.nodes import Element, Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from elementpath.xpath_nodes import XPathNode
    from lxml.etree import _Element

_NONE: Sequence[Any] = ()
# In place of a name, it stands for all elements.
ANY = "*"
# Where a node stands in its document, as what nodes are sorted by.
POSITION: Callable[[Any], Any] = attrgetter("position")


class Index:
    """The nodes of one document, each list in its order."""

    def __init__(self, document: Any) -> None:
        """Walk the document."""
        document.__class__ = Whole
        self.document = document
        self.elements: dict[str, list[XPathNode]] = defaultdict(list)
        self.attributes: dict[str, list[XPathNode]] = defaultdict(list)
        self.texts: list[XPathNode] = []
        # Comments and processing instructions.
        self.remarks: list[XPathNode] = []
        # The document and its elements.
        self.all: list[XPathNode] = [document]
        for node in _walked(document):
            if isinstance(node, ElementNode):
                node.__class__ = Element
                self.elements[node.name or ""].append(node)
                self.all.append(node)
            elif isinstance(node, AttributeNode):
                self.attributes[node.name or ""].append(node)
            elif isinstance(node, TextNode):
                self.texts.append(node)
            elif isinstance(node, (CommentNode, ProcessingInstructionNode)):
                self.remarks.append(node)

    def every(self) -> Iterator[XPathNode]:
        """Yield all nodes in the document, attributes aside."""
        yield from self.document.iter_descendants(with_self=False)

    def named(self, name: str) -> Sequence[Any]:
        """Return the elements of a name; for `*` all of them, and the document."""
        return self.all if name == ANY else self.elements.get(name, _NONE)

    def inside(self, top: Any, name: str, *, is_attribute: bool) -> Iterator[Any]:
        """Yield the nodes of a name in a node; attributes of the node, too."""
        index = self.attributes if is_attribute else self.elements
        found = index.get(name, _NONE)
        if top is self.document:
            yield from found
            return
        first = bisect_right(found, top.position, key=POSITION)
        for at in range(first, len(found)):
            node = found[at]
            if all(above is not top for above in upwards(node.parent)):
                return
            yield node


class Children:
    """The child elements of nodes by their names, looked at when somebody asks."""

    def __init__(self) -> None:
        self._known: dict[int, dict[str, list[Any]]] = {}

    def named(self, parent: Any, name: str) -> Sequence[Any]:
        """Return the children of a name, or all elements among them for `*`.

        `parent` must live as long as this object.
        """
        known = self._known.get(id(parent))
        if known is None:
            known = self._known[id(parent)] = {}
            elements = [child for child in parent if isinstance(child, ElementNode)]
            for child in elements:
                known.setdefault(child.name or "", []).append(child)
            known[ANY] = elements
        return known.get(name, _NONE)


def _walked(document: Any) -> Iterator[Any]:
    """Yield the nodes of a document in its order, namespaces aside."""
    waiting = [document]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, EtreeElementNode) and node.value.attrib:
            yield from node.attributes
        waiting += reversed(getattr(node, "children", None) or ())


def indexed(root: _Element) -> Index:
    """Return the nodes of a tree; it must not change from now on."""
    return Index(get_node_tree(etree.ElementTree(root)))


def document_of(node: Any) -> Any:
    """Return the document that a node is of."""
    while node.parent is not None:
        node = node.parent
    return node


def upwards(node: Any) -> Iterator[Any]:
    """Yield a node and those that it is in, the document last; nothing for None."""
    while node is not None:
        yield node
        node = node.parent
