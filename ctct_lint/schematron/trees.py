"""Trees that a schema writes down, or makes of nodes: lists of codes, mostly."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import ElementNode, XPathNode
from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.index import indexed

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOP = "tree"


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
    texts: list[str] = []
    for item in items:
        if isinstance(item, Markup | ElementNode):
            _add(top, " ".join(texts))
            copied: Any = deepcopy(
                item.element if isinstance(item, Markup) else item.value
            )
            copied.tail = None
            top.append(copied)
            texts = []
        else:
            texts.append(
                item.string_value if isinstance(item, XPathNode) else str(item)
            )
    _add(top, " ".join(texts))
    index = indexed(top)
    context.made[id(index.document)] = index
    return index.document.getroot()


def _add(top: _Element, text: str) -> None:
    """Add a text behind what is there."""
    if text and len(top):
        top[-1].tail = text
    elif text:
        top.text = text
