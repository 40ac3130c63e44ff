"""Quick fixes at a node: their actions as texts for places of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from elementpath.xpath_nodes import AttributeNode, ElementNode, TextNode

from ctct_lint.model.place import after_name, attribute_name, whole
from ctct_lint.schematron.effort import TooMuch
from ctct_lint.schematron.failure import Mend
from ctct_lint.schematron.library import GROUPS
from ctct_lint.schematron.mend_contents import written_of
from ctct_lint.schematron.mend_texts import attribute, escaped_content, markup, placed
from ctct_lint.schematron.model import CURRENT_ITEM
from ctct_lint.schematron.nodes import is_node, prefixed
from ctct_lint.schematron.spots import ATTRIBUTE, ELEMENT, REMARK, TEXT
from ctct_lint.text.white_space import WHITE_SPACE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from ctct_lint.schematron.document import Document, Values
    from ctct_lint.schematron.mend_texts import ActionText, Edit
    from ctct_lint.schematron.model import Action, QuickFix
    from ctct_lint.schematron.spots import Spot

_Item = TypeVar("_Item")

_LONGEST_TITLE = 80
# Node types of which a document has one outside of everything.
_CONTENT = frozenset({"", "element"})


def mends_of(
    fixes: Iterable[QuickFix], node: Any, document: Document, values: Values
) -> Iterator[Mend]:
    """Yield the fixes that are offered at a node.

    None that would change nothing, nor one with an expression that has no value there.
    """
    for fix in fixes:
        for known in _valued(_each(fix, node, document, values)):
            yield from _valued(_mends(fix, node, document, known))


def _valued(found: Iterable[_Item]) -> list[_Item]:
    """Return what there is, nothing if an expression has no value."""
    try:
        return list(found)
    except TooMuch:
        raise
    except Exception:  # noqa: BLE001 - elementpath may raise any
        return []


def _each(
    fix: QuickFix, node: Any, document: Document, values: Values
) -> Iterator[Values]:
    """Yield the variables with which a fix is offered."""
    if fix.each is None:
        yield values
        return
    for item in document.items(fix.each, node, values):
        yield {**values, CURRENT_ITEM: [item] if is_node(item) else item}


def _mends(
    fix: QuickFix, node: Any, document: Document, values: Values
) -> Iterator[Mend]:
    """Yield what a fix does, unless it is not offered or changes nothing.

    Raise what elementpath does, or Unwritten.
    """
    condition = fix.use_when
    if condition is not None and not document.is_true(condition, node, values):
        return
    known = document.with_lets(fix.lets, node, values)
    made = list(_made(fix, node, document, known))
    if made:
        loses = fix.is_guess or any(action.kind != "add" for action, _ in made)
        removes = any(action.kind == "delete" for action, _ in made)
        words = document.message(fix.title, node, known, [])
        title = _titled(words, removes=removes)
        yield Mend(title, tuple(edit for _, edit in made), loses)


def _made(
    fix: QuickFix, node: Any, document: Document, values: Values
) -> Iterator[tuple[Action, Edit]]:
    for action in fix.actions:
        known = document.with_lets(action.lets, node, values)
        for edit in _edits(action, node, document, known):
            yield action, edit


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
            for text in _texts_of(one):
                spot = document.spots.of(text)
                yield from _rewritten(action, action.pattern, spot, document, values)
            continue
        written = written_of(action, one, document, values)
        yield from _MAKERS[action.kind](action, document.spots.of(one), written)


def _deleted(action: Action, spot: Spot, written: ActionText) -> Iterator[Edit]:
    del action, written
    match spot.kind:
        case "element":
            yield whole(spot.element), ""
        case "attribute":
            yield attribute_name(spot.element, spot.name), ""
        case "text" | "remark":
            yield spot.at, ""


def _added(action: Action, spot: Spot, written: ActionText) -> Iterator[Edit]:
    element = spot.element
    if spot.kind != ELEMENT:
        return
    if action.node_type != ATTRIBUTE:
        is_outside = action.position in {"before", "after"}
        if is_outside and element.getparent() is None and action.node_type in _CONTENT:
            # There would be another root.
            return
        yield placed(action.position, element, markup(action, element, written))
    elif element.get(action.target) is None:
        yield after_name(element), attribute(action, element, written.text)


def _replaced(action: Action, spot: Spot, written: ActionText) -> Iterator[Edit]:
    element = spot.element
    if spot.kind == ELEMENT:
        yield whole(element), markup(action, element, written)
    elif spot.kind == REMARK:
        yield spot.at, markup(action, element, written)
    elif spot.kind == TEXT:
        # The blanks around the text stay.
        yield spot.at, written.text.strip(WHITE_SPACE)
    elif spot.kind == ATTRIBUTE and action.node_type != ELEMENT:
        if action.target not in {"", spot.name}:
            if element.get(action.target) is not None:
                return
            at = attribute_name(element, spot.name)
            yield at, prefixed(action.target, element)
        yield spot.at, written.text.replace('"', "&quot;")


def _texts_of(node: Any) -> Iterable[Any]:
    """Return the texts in an element, attributes and texts as they are."""
    if isinstance(node, ElementNode):
        return [child for child in node if isinstance(child, TextNode)]
    return [node] if isinstance(node, (AttributeNode, TextNode)) else []


def _rewritten(
    action: Action,
    pattern: re.Pattern[str],
    spot: Spot,
    document: Document,
    values: Values,
) -> Iterator[Edit]:
    """Yield the edits of what a pattern matches in a text.

    As in `xsl:matching-substring` an expression has that text as its context.
    """
    for found in pattern.finditer(spot.text):
        groups = {**values, GROUPS: (found[0], *found.groups())}
        text = written_of(action, found[0], document, groups).text
        if spot.kind == ATTRIBUTE:
            text = text.replace('"', "&quot;")
        if found[0] and escaped_content(found[0]) != text:
            yield spot.part(*found.span()), text


_MAKERS = {"add": _added, "delete": _deleted, "replace": _replaced}
