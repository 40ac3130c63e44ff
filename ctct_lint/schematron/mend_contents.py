"""What an action of a quick fix writes at a node: what stands there, or is computed."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import AttributeNode, DocumentNode, TextNode
from lxml import etree

from ctct_lint.schematron.mend_texts import ActionText, escaped_content, in_quotes
from ctct_lint.schematron.nodes import is_node, prefixed
from ctct_lint.schematron.spots import ATTRIBUTE, ELEMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schematron.document import Document, Values
    from ctct_lint.schematron.model import Action, Copy, Query

# What is written as a text, of whatever nodes it is computed.
_TEXTS = frozenset({ATTRIBUTE, "comment", "pi"})


class Unwritten(Exception):  # noqa: N818 - it is an answer
    """There are attributes to be copied to where none can be."""


def written_of(
    action: Action, node: Any, document: Document, values: Values
) -> ActionText:
    """Return what an action writes; `node` may be a text that a pattern matches."""
    if action.select is not None:
        return ActionText(_selected(action, action.select, node, document, values))
    texts: list[str] = []
    attributes: list[str] = []
    for part in action.content:
        if isinstance(part, str):
            texts.append(part)
        elif part.is_text or action.node_type in _TEXTS:
            texts.append(escaped_content(document.text(part.select, node, values)))
        else:
            items = document.items(part.select, node, values)
            attributes += _attributes(action, part, items)
            texts += [_copied(one) for one in items if not _is_attribute(one)]
    return ActionText("".join(texts), "".join(attributes))


def _selected(
    action: Action, select: Query, node: Any, document: Document, values: Values
) -> str:
    """Return what is computed: markup of elements, or a text."""
    if action.node_type in {"comment", "pi"}:
        return document.text(select, node, values)
    items = document.items(select, node, values)
    if action.node_type == ATTRIBUTE or not any(map(_is_markup, items)):
        return escaped_content(document.text(select, node, values))
    return "".join(map(_copied, items))


def _attributes(action: Action, copy: Copy, items: list[Any]) -> Iterator[str]:
    for item in filter(_is_attribute, items):
        if copy.is_inside or action.node_type != ELEMENT:
            raise Unwritten
        name = prefixed(item.name, item.parent.value)
        yield f" {name}={in_quotes(escaped_content(item.string_value))}"


def _is_attribute(item: Any) -> bool:
    return isinstance(item, AttributeNode)


def _is_markup(item: Any) -> bool:
    return is_node(item) and not isinstance(item, (AttributeNode, TextNode))


def _copied(item: Any) -> str:
    """Return an item as it is written among others."""
    if isinstance(item, DocumentNode):
        return "".join(map(_copied, item))
    if not _is_markup(item):
        return escaped_content(item.string_value if is_node(item) else str(item))
    copied: Any = deepcopy(item.value)
    copied.tail = None
    return etree.tostring(copied, encoding="unicode")
