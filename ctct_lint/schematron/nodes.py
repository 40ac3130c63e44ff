"""The nodes that elementpath makes of a tree: what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import XPathNode
from lxml import etree

from ctct_lint.schema.names import XML, local_name, with_prefix

if TYPE_CHECKING:
    from lxml.etree import _Element


def is_node(value: Any) -> bool:
    """Is a value a node?"""
    return isinstance(value, XPathNode)


def name_in_file(node: Any) -> str:
    """Return the name of a node, with the prefix that it has in the file."""
    match node.node_kind:
        case "element":
            return with_prefix(node.value, local_name(node.value))
        case "attribute":
            return prefixed(node.name, node.parent.value)
        case "processing-instruction" | "namespace":
            return str(node.name or "")
        case _:
            return ""


def prefixed(name: str, element: _Element) -> str:
    """Return a name with the prefix that its namespace has at an element.

    It is the element's own prefix, if that fits; no prefix if there is none.
    """
    space, _, local = name.rpartition("}")
    if not space:
        return local
    uri = space.removeprefix("{")
    found = {XML: "xml", **{one: prefix for prefix, one in element.nsmap.items()}}
    if etree.QName(element).namespace == uri:
        found[uri] = element.prefix
    prefix = found.get(uri)
    return f"{prefix}:{local}" if prefix else local
