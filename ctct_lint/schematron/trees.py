"""Trees that a schema writes down, or makes of nodes: lists of codes, mostly."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import ElementNode, TextNode, XPathNode
from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.index import indexed
from ctct_lint.schematron.nodes import Constructed
from ctct_lint.schematron.number_texts import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOP = "tree"
# More than the nodes of a document.
_SIZE = 1 << 32


class Markup(NamedTuple):
    """An element as it is written, with all that is in it."""

    element: _Element

    def items(self, context: Any) -> list[Any]:
        """Return a copy of the element."""
        return list(tree_of([self], context).children)


def tree_of(items: list[Any], context: Any) -> Any:
    """Return an element with copies of some items, as a variable without a type has.

    XSLT has a document with them as its children: paths lead to the same nodes.
    """
    top = etree.Element(_TOP)
    texts: list[Any] = []
    for item in items:
        if isinstance(item, Markup | ElementNode):
            _add(top, content_of(texts))
            copied: Any = deepcopy(
                item.element if isinstance(item, Markup) else item.value
            )
            copied.tail = None
            top.append(copied)
            texts = []
        else:
            texts.append(item)
    _add(top, content_of(texts))
    index = indexed(top)
    # What is made later stands behind it, as in Saxon.
    before = _SIZE * (len(context.made) + 1)
    for node in index.document.iter():
        node.position += before
    context.made[id(index.document)] = index
    return index.document.getroot()


def copied(item: Any, context: Any) -> Any:
    """Return a copy of an element, which has no parent; others as they are."""
    is_element = isinstance(item, ElementNode)
    return tree_of([item], context).children[0] if is_element else item


def content_of(items: list[Any]) -> str:
    """Return the text that items are in a tree: blanks are between values alone."""
    words: list[str] = []
    was_value = False
    for item in items:
        is_value = not isinstance(item, TextNode | Constructed)
        if was_value and is_value:
            words.append(" ")
        is_node = isinstance(item, XPathNode)
        words.append(str(item.string_value) if is_node else text_of(item))
        was_value = is_value
    return "".join(words)


def _add(top: _Element, text: str) -> None:
    """Add a text behind what is there."""
    if text and len(top):
        top[-1].tail = text
    elif text:
        top.text = text
