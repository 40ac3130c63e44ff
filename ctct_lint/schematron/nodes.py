"""The nodes that elementpath makes of a tree: where they are, what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode
from lxml import etree

from ctct_lint.model.place import (
    Part,
    attribute_value,
    name_of,
    tail_of,
    value_of,
)
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import local_name, with_prefix

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.place import Place

ELEMENT, ATTRIBUTE, TEXT, DOCUMENT = "element", "attribute", "text", "document"


class Spot(NamedTuple):
    """Where a node is.

    kind     ELEMENT, ATTRIBUTE, TEXT or DOCUMENT
    at       the place that stands for it
    element  the element that it is, or that it belongs to; of a document its root
    name     of an attribute, as lxml spells it
    text     of an attribute or a text
    """

    kind: str
    at: Place
    element: _Element
    name: str = ""
    text: str = ""

    @property
    def is_tail(self) -> bool:
        """Is it a text between children?"""
        return self.at.part is Part.TAIL


def is_node(value: Any) -> bool:
    """Is a value a node?"""
    return isinstance(value, XPathNode)


def spot_of(node: Any) -> Spot:
    """Return where a node is."""
    match node.node_kind:
        case "element":
            return Spot(ELEMENT, name_of(node.value), node.value)
        case "attribute":
            owner, name = node.parent.value, node.name
            at = attribute_value(owner, name)
            return Spot(ATTRIBUTE, at, owner, name, node.string_value)
        case "text":
            return _spot_of_text(node)
        case "namespace":
            return spot_of(node.parent)
        case _:
            root = node.getroot().value
            return Spot(DOCUMENT, name_of(root), root)


def _spot_of_text(node: Any) -> Spot:
    siblings = node.parent.children
    before = siblings[siblings.index(node) - 1] if siblings[0] is not node else None
    if before is None:
        owner = node.parent.value
        return Spot(TEXT, value_of(owner), owner, text=node.value)
    return Spot(TEXT, tail_of(before.value), before.value, text=node.value)


def name_in_file(node: Any) -> str:
    """Return the name of a node, with the prefix that it has in the file."""
    spot = spot_of(node)
    if spot.kind == ATTRIBUTE:
        return prefixed(spot.name, spot.element)
    if spot.kind == ELEMENT:
        return with_prefix(spot.element, local_name(spot.element))
    return ""


def prefixed(name: str, element: _Element) -> str:
    """Return a name with the prefix that its namespace has at an element.

    It is the element's own prefix, if that fits; no prefix if there is none.
    """
    space, _, local = name.rpartition("}")
    if not space:
        return local
    uri = space.removeprefix("{")
    found = {one: prefix for prefix, one in element.nsmap.items()}
    if etree.QName(element).namespace == uri:
        found[uri] = element.prefix
    prefix = found.get(uri)
    return f"{prefix}:{local}" if prefix else local
