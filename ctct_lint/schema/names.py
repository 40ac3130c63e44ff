"""Names of elements, without their namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

XSD = "http://www.w3.org/2001/XMLSchema"
# As lxml spells what is in it.
XS = f"{{{XSD}}}"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"


def local_name(element: _Element) -> str:
    """Return the element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def local_of(name: str) -> str:
    """Return the local name of one in Clark notation."""
    return name.rpartition("}")[2]


def namespace(element: _Element) -> str:
    """Return the element's namespace; "" for none."""
    return element.tag[1:].rpartition("}")[0]


def uri_of(element: _Element, prefix: str | None) -> str | None:
    """Return what a prefix stands for in an element, None for nothing.

    Of its own prefix the name tells it: to list all that is declared takes long where
    thousands are.
    """
    own = namespace(element) if prefix == element.prefix else ""
    return own or element.nsmap.get(prefix)


def children(element: _Element) -> list[_Element]:
    """Return the children at once: to go from one to the next takes twice as long."""
    # The stubs of lxml do not know slices.
    return element[:]  # type: ignore[index, return-value]


def child_called(parent: _Element, name: str) -> _Element | None:
    """Return the first child of this local name, whatever the namespace."""
    return next(parent.iterchildren(f"{{*}}{name}"), None)


def qualified(uri: str, local: str) -> str:
    """Return a name in lxml's spelling, whether it is in a namespace or in none."""
    return f"{{{uri}}}{local}" if uri else local


def with_prefix(element: _Element, local: str) -> str:
    """Return a local name with the prefix of an element, if that has one."""
    return f"{element.prefix}:{local}" if element.prefix else local


def written_name(element: _Element, uri: str, local: str) -> str:
    """Return a name as it is written in an element; "" if no prefix is declared.

    In its own namespace it has the prefix of the element: to list what is declared
    takes longer the deeper the element is.
    """
    if namespace(element) == uri:
        return with_prefix(element, local)
    if not uri:
        return "" if element.nsmap.get(None) else local
    prefixes = [prefix for prefix, found in element.nsmap.items() if found == uri]
    if None in prefixes:
        return local
    return f"{prefixes[0]}:{local}" if prefixes else ""


def has_text(text: str | None) -> bool:
    """Is there more than white space?"""
    return trimmed(text) != ""


def has_texts(element: _Element) -> bool:
    """Is there more than white space in an element, before or behind its children?"""
    return has_text(element.text) or any(has_text(child.tail) for child in element)
