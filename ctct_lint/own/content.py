"""What an element has in it, kept while a user's rule is called with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import children

if TYPE_CHECKING:
    from lxml.etree import _Element


class Content(NamedTuple):
    """The name, attributes, texts and children of an element."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str | None
    tail: str | None
    children: tuple[_Element, ...]


def content_of(element: _Element) -> Content:
    """Return what an element has in it now."""
    attributes = tuple((str(k), str(v)) for k, v in element.attrib.items())
    return Content(
        str(element.tag),
        attributes,
        element.text,
        element.tail,
        tuple(children(element)),
    )


def refuse_changes(element: _Element, content: Content) -> None:
    """Raise TypeError if a rule has changed an element."""
    if content_of(element) != content:
        raise TypeError("it changes the element, which is not to be changed")


def restore(element: _Element, content: Content) -> None:
    """Give an element back what a rule has changed."""
    if content_of(element) == content:
        return
    element.tag = content.tag
    element.attrib.clear()
    element.attrib.update(content.attributes)
    element.text, element.tail = content.text, content.tail
    element[:] = content.children
