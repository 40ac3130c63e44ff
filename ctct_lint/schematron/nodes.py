"""The nodes that elementpath makes of a tree: what they are called, and their texts.

elementpath has the text behind an element before what its children hold, leaves out
what follows a comment, and takes those beside the root for text of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.datatypes import UntypedAtomic
from elementpath.xpath_nodes import (
    EtreeDocumentNode,
    EtreeElementNode,
    TextNode,
    XPathNode,
)
from lxml import etree

from ctct_lint.schema.names import XML, local_name, with_prefix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


class Constructed(UntypedAtomic):
    """A text that an instruction makes: a node without a tree."""

    __slots__ = ()


class Element(EtreeElementNode):
    """An element as elementpath has it, but for the value of what it holds."""

    __slots__ = ()

    @property
    def string_value(self) -> str:
        """Return all text in it; that of comments is none."""
        element: Any = self.value
        return "".join(element.itertext()) if len(element) else element.text or ""

    @property
    def iter_typed_values(self) -> Iterator[Any]:
        """Yield the value: without a schema it has no type."""
        yield UntypedAtomic(self.string_value)


class Whole(EtreeDocumentNode):
    """A document as elementpath has it, but for its value."""

    __slots__ = ()

    @property
    def string_value(self) -> str:
        """Return all text of the root."""
        return str(self.getroot().string_value)


def joined(token: Any, items: Iterable[Any], separator: str) -> str:
    """Return the texts of items with a separator; `token` is what has them.

    There is none between two nodes of text, XSLT 2.0, section 5.7.2.
    """
    words: list[str] = []
    was_text = False
    for item in items:
        is_text = isinstance(item, TextNode | Constructed)
        if words and not (is_text and was_text):
            words.append(separator)
        words.append(str(token.string_value(item)))
        was_text = is_text
    return "".join(words)
