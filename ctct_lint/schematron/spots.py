"""Where the nodes of a document are, as places of its text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import ElementNode, TextNode

from ctct_lint.model.place import (
    Part,
    attribute_value,
    name_of,
    part_of_value,
    remark,
    tail_of,
    tail_span,
    text_span,
    value_of,
)
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.index import POSITION
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schematron.index import Index

ELEMENT, ATTRIBUTE, TEXT, REMARK = "element", "attribute", "text", "remark"
DOCUMENT = "document"


class Spot(NamedTuple):
    """Where a node is.

    kind     ELEMENT, ATTRIBUTE, TEXT, REMARK (a comment or processing instruction) or
             DOCUMENT
    at       the place that stands for it
    element  the element that it is, or that it belongs to; of a document its root
    name     of an attribute, as lxml spells it
    text     of an attribute or a text
    start    of a text: where it begins in that of its element, or behind it
    """

    kind: str
    at: Place
    element: _Element
    name: str = ""
    text: str = ""
    start: int = 0

    def part(self, start: int, end: int) -> Place:
        """Return the place of some characters of the text."""
        if self.kind == ATTRIBUTE:
            return part_of_value(self.at, start, end)
        is_tail = self.at.part in {Part.TAIL, Part.TAIL_SPAN}
        span = tail_span if is_tail else text_span
        return span(self.element, self.start + start, self.start + end)


class Spots:
    """Finds where nodes are.

    own  the elements of the document by those of the nodes, where these are others
    """

    def __init__(self, index: Index, own: Mapping[_Element, _Element]) -> None:
        self._index = index
        self._own = own

    def of(self, node: Any) -> Spot:
        """Return where a node is."""
        match node.node_kind:
            case "element":
                element = self._element(node)
                return Spot(ELEMENT, name_of(element), element)
            case "attribute":
                owner, name = self._element(node.parent), node.name
                at = attribute_value(owner, name)
                return Spot(ATTRIBUTE, at, owner, name, node.string_value)
            case "text":
                return self._of_text(node)
            case "namespace":
                return self.of(node.parent)
            case "comment" | "processing-instruction":
                owner = self._element(self._above(node))
                return Spot(REMARK, remark(owner, self._number(node)), owner)
            case _:
                root = self._element(node.getroot())
                return Spot(DOCUMENT, name_of(root), root)

    def _element(self, node: Any) -> _Element:
        element: _Element = node.value
        return self._own.get(element, element)

    def _above(self, node: Any) -> Any:
        """Return the node of the element around a remark, or of the root."""
        parent = node.parent
        return parent if isinstance(parent, ElementNode) else parent.getroot()

    def _number(self, node: Any) -> int:
        """Return which of the remarks of the document it is, from 0."""
        return bisect_left(self._index.remarks, node.position, key=POSITION)

    def _of_text(self, node: Any) -> Spot:
        siblings = node.parent.children
        at = bisect_left(siblings, node.position, key=POSITION)
        start = 0
        while at and not isinstance(siblings[at - 1], ElementNode):
            at -= 1
            if isinstance(siblings[at], TextNode):
                start += len(siblings[at].value)
        owner = self._element(siblings[at - 1] if at else node.parent)
        whole = owner.tail if at else owner.text
        if len(node.value) == len(whole or ""):
            place = tail_of(owner) if at else value_of(owner)
            return Spot(TEXT, place, owner, text=node.value)
        first = start + len(node.value) - len(node.value.lstrip(WHITE_SPACE))
        last = start + len(node.value.rstrip(WHITE_SPACE))
        place = (tail_span if at else text_span)(owner, first, last)
        return Spot(TEXT, place, owner, text=node.value, start=start)
