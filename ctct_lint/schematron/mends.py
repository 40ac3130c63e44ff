"""Quick fixes at a node: their actions as texts for places of the document."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from elementpath.xpath_nodes import ElementNode
from lxml import etree

from ctct_lint.model.place import (
    after,
    after_name,
    attribute_name,
    before,
    end_of,
    part_of_value,
    text_span,
    whole,
)
from ctct_lint.schematron.failure import Mend
from ctct_lint.schematron.library import GROUPS
from ctct_lint.schematron.nodes import (
    ATTRIBUTE,
    ELEMENT,
    TEXT,
    is_node,
    prefixed,
    spot_of,
)
from ctct_lint.text.escapes import with_references
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schematron.document import Document, Values
    from ctct_lint.schematron.model import Action, Query, QuickFix
    from ctct_lint.schematron.nodes import Spot

    Edit = tuple[Place, str]

_LAST_LINE = lazy(r"(?:[\r\n][ \t]*)?\Z")
_LONGEST_TITLE = 80
# Node types of which a document has one outside of everything.
_CONTENT = frozenset({"", "element"})


def mends_of(
    fixes: Iterable[QuickFix], node: Any, document: Document, values: Values
) -> Iterator[Mend]:
    """Yield the fixes that are offered at a node; none that would change nothing."""
    for fix in fixes:
        condition = fix.use_when
        if condition is not None and not document.is_true(condition, node, values):
            continue
        known = document.with_lets(fix.lets, node, values)
        made = [
            (action, edit)
            for action in fix.actions
            for edit in _edits(action, node, document, known)
        ]
        if made:
            loses = any(action.kind != "add" for action, _ in made)
            removes = any(action.kind == "delete" for action, _ in made)
            words = document.message(fix.title, node, known)
            title = _titled(words, removes=removes)
            yield Mend(title, tuple(edit for _, edit in made), loses)


def _titled(words: str, *, removes: bool) -> str:
    """Return a title; where something is removed, it says so."""
    words = words.strip().rstrip(".")
    if len(words) > _LONGEST_TITLE:
        words = words[: _LONGEST_TITLE - 1] + "…"
    if removes and "remove" not in words.lower():
        return f"remove: {words}" if words else "remove it"
    return words or "mend it as the schema says"


def _edits(
    action: Action, node: Any, document: Document, values: Values
) -> Iterator[Edit]:
    nodes = [node]
    if action.match is not None:
        nodes = document.nodes(action.match, node, values)
    for one in nodes:
        condition = action.use_when
        if condition is not None and not document.is_true(condition, one, values):
            continue
        if action.pattern is not None:
            yield from _rewritten(action, spot_of(one), document, values)
            continue
        text = action.content
        if action.select is not None:
            text = _selected(action, action.select, one, document, values)
        yield from _MAKERS[action.kind](action, spot_of(one), text)


def _selected(
    action: Action, select: Query, node: Any, document: Document, values: Values
) -> str:
    """Return what an action writes that is computed: markup of elements, or a text."""
    if action.node_type in {"comment", "pi"}:
        return document.text(select, node, values)
    items = document.items(select, node, values)
    if action.node_type == ATTRIBUTE or not any(
        isinstance(item, ElementNode) for item in items
    ):
        return _escaped(document.text(select, node, values))
    return "".join(_copied(item) for item in items)


def _copied(item: Any) -> str:
    if not isinstance(item, ElementNode):
        return _escaped(item.string_value if is_node(item) else str(item))
    copied: Any = deepcopy(item.value)
    copied.tail = None
    return etree.tostring(copied, encoding="unicode")


def _deleted(action: Action, spot: Spot, text: str) -> Iterator[Edit]:
    del action, text
    match spot.kind:
        case "element":
            yield whole(spot.element), ""
        case "attribute":
            yield attribute_name(spot.element, spot.name), ""
        case "text":
            yield spot.at, ""


def _added(action: Action, spot: Spot, text: str) -> Iterator[Edit]:
    element = spot.element
    if spot.kind != ELEMENT:
        return
    if action.node_type != ATTRIBUTE:
        is_outside = action.position in {"before", "after"}
        if is_outside and element.getparent() is None and action.node_type in _CONTENT:
            # There would be another root.
            return
        yield _placed(action.position, element, _markup(action, element, text))
    elif element.get(action.target) is None:
        yield after_name(element), _attribute(action, element, text)


def _attribute(action: Action, element: _Element, text: str) -> str:
    """Return an attribute, with its namespace where that has no prefix yet."""
    written = prefixed(action.target, element)
    if action.target[:1] != "{" or ":" in written:
        return f" {written}={_quoted(text)}"
    space = _quoted(action.target[1:].partition("}")[0])
    prefix = action.prefix
    while prefix in element.nsmap:
        prefix += "_"
    return f" xmlns:{prefix}={space} {prefix}:{written}={_quoted(text)}"


def _placed(position: str, element: _Element, new: str) -> Edit:
    """Return the edit that puts markup somewhere, indented as what is there."""
    children = list(element.iterchildren("*"))
    if position == "before":
        return before(element), new + _indent(element)
    if position == "after":
        return after(element), _indent(element) + new
    if not children:
        return end_of(element), new
    if position == "first-child":
        return before(children[0]), new + _indent(children[0])
    return end_of(element), _indent(children[-1]) + new


def _replaced(action: Action, spot: Spot, text: str) -> Iterator[Edit]:
    element = spot.element
    if spot.kind == ELEMENT:
        yield whole(element), _markup(action, element, text)
    elif spot.kind == TEXT:
        yield spot.at, text
    elif spot.kind == ATTRIBUTE and action.node_type != ELEMENT:
        if action.target not in {"", spot.name}:
            if element.get(action.target) is not None:
                return
            at = attribute_name(element, spot.name)
            yield at, prefixed(action.target, element)
        yield spot.at, text.replace('"', "&quot;")


def _rewritten(
    action: Action, spot: Spot, document: Document, values: Values
) -> Iterator[Edit]:
    """Yield the edits of what a pattern matches in a text.

    As in `xsl:matching-substring` an expression has that text as its context.
    """
    element, value, at = spot.element, spot.text, spot.at
    if spot.is_tail or action.pattern is None:
        return
    if spot.kind != ATTRIBUTE:
        value = element.text or ""
        at = text_span(element, 0, len(value))
    for found in action.pattern.finditer(value):
        text = action.content
        if action.select is not None:
            groups = {**values, GROUPS: (found[0], *found.groups())}
            text = _escaped(document.text(action.select, found[0], groups))
        if spot.kind == ATTRIBUTE:
            text = text.replace('"', "&quot;")
        if found[0] and _escaped(found[0]) != text:
            yield part_of_value(at, *found.span()), text


_MAKERS = {
    "add": _added,
    "delete": _deleted,
    "replace": _replaced,
}


def _markup(action: Action, element: _Element, text: str) -> str:
    """Return what an action writes as an element, or as it is."""
    for prefix, uri in element.nsmap.items():
        declared = f"xmlns:{prefix}" if prefix else "xmlns"
        text = text.replace(f' {declared}="{uri}"', "")
    if action.node_type == "comment":
        return f"<!--{text.replace('--', '- -').removesuffix('-')}-->"
    if action.node_type == "pi":
        return f"<?{action.target} {text.replace('?>', '? >')}?>"
    if action.node_type != ELEMENT:
        return text
    name = prefixed(action.target, element)
    space = action.target[1:].partition("}")[0] if action.target[:1] == "{" else ""
    declared = "" if _is_declared(space, element) else f" xmlns={_quoted(space)}"
    if not text:
        return f"<{name}{declared}/>"
    return f"<{name}{declared}>{text}</{name}>"


def _is_declared(space: str, element: _Element) -> bool:
    """Is a namespace that of names without prefix, or is there a prefix for it?"""
    return space in element.nsmap.values() or (not space and None not in element.nsmap)


def _indent(element: _Element) -> str:
    """Return the line end and the blanks before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        text = previous.tail
    else:
        text = None if parent is None else parent.text
    found = _LAST_LINE.search(text or "")
    return found[0] if found else ""


def _escaped(text: str) -> str:
    """Return a text as it is written between tags."""
    return with_references(text, "&<>")


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', "&quot;"))
