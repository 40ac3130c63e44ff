"""What quick fixes (SQF) write that stands in them: markup, with copies of nodes."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree

from ctct_lint.schematron.files import SCH, SQF, XSLT
from ctct_lint.schematron.ignored import Ignored, unsupported
from ctct_lint.schematron.model import Copy
from ctct_lint.text.escapes import with_references
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schematron.compiling import Querying
    from ctct_lint.schematron.files import Node
    from ctct_lint.schematron.model import Content

_COPYING = frozenset({f"{SQF}copy-of", f"{SQF}keep", f"{XSLT}copy-of"})
_VALUES = frozenset({f"{SCH}value-of", f"{XSLT}value-of"})
# Stands for a copy while the markup around it is written; a document has none of these.
_MARK = "\ue000{}\ue001"
_MARKS = lazy("\ue000([0-9]+)\ue001")


def content_of(node: Node, variables: frozenset[str], querying: Querying) -> Content:
    """Return what an action writes, without white space around it.

    `Ignored` if something in it cannot be computed.
    """
    copied = deepcopy(node.element)
    copies: list[Copy] = []
    inside = zip(
        list(node.element.iterdescendants("*")),
        list(copied.iterdescendants("*")),
        strict=True,
    )
    for original, element in inside:
        if str(original.tag).startswith((XSLT, SCH, SQF)):
            here = node._replace(element=original)
            is_inside = original.getparent() is not node.element
            copies.append(_copy(here, variables, querying, is_inside=is_inside))
            _mark(element, _MARK.format(len(copies) - 1))
    markup = "".join(_written(copied)).strip()
    pieces = enumerate(_MARKS.split(markup))
    return tuple(copies[int(one)] if at % 2 else one for at, one in pieces if one)


def _copy(
    node: Node, variables: frozenset[str], querying: Querying, *, is_inside: bool
) -> Copy:
    """Return what an element of an action stands for."""
    is_text = node.element.tag in _VALUES
    if not is_text and node.element.tag not in _COPYING:
        raise unsupported(node)
    if node.get("select") is None:
        raise Ignored(node, "its attribute `select` is missing")
    select = querying.query(node, "select", variables)
    if select is None:
        raise Ignored(node, "it cannot be evaluated", "select")
    if is_inside and not is_text and select.token.symbol in {"@", "attribute"}:
        why = "attributes are copied into what `target` names, not into markup"
        raise Ignored(node, why, "select")
    return Copy(select, is_text, is_inside)


def _mark(element: _Element, mark: str) -> None:
    """Put a text in place of an element."""
    parent: Any = element.getparent()
    before, text = element.getprevious(), mark + (element.tail or "")
    if before is None:
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text
    parent.remove(element)


def _written(element: _Element) -> Iterator[str]:
    yield with_references(element.text or "")
    for child in element.iterchildren("*"):
        tail, child.tail = child.tail, None
        # Else it declares what the schema has declared around it.
        alone = deepcopy(child)
        etree.cleanup_namespaces(alone)
        yield etree.tostring(alone, encoding="unicode")
        yield with_references(tail or "")
