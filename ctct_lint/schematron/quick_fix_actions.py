"""What a quick fix (SQF) does, action by action: read, or ignored with the reason."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from elementpath.regex import RegexError, translate_pattern
from lxml import etree

from ctct_lint.schematron.files import SCH, XSLT
from ctct_lint.schematron.model import Action
from ctct_lint.text.escapes import with_references

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schematron.compiling import Compiling, Querying
    from ctct_lint.schematron.files import Node
    from ctct_lint.schematron.model import Query

SQF = "{http://www.schematron-quickfix.com/validator/process}"
_TYPES = {
    **{name: name for name in ("", "attribute", "comment", "element", "pi")},
    "processing-instruction": "pi",
}
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
_POSITIONS = frozenset({"first-child", "last-child", "before", "after"})
_NAME = re.compile(r"(?:[^\W\d][\w.-]*:)?[^\W\d][\w.-]*")


class Ignored(Exception):  # noqa: N818 - it says what becomes of a fix
    """A fix that cannot be made: the element that is why, and the words."""

    def __init__(self, node: Node, why: str, attribute: str = "") -> None:
        super().__init__(why)
        self.node, self.attribute = node, attribute


def action_of(node: Node, variables: frozenset[str], compiling: Compiling) -> Action:
    """Return what an element of a fix does; `Ignored` if it cannot be made."""
    refuse_attributes(node, "use-for-each")
    node_type, position = _type_of(node), _position_of(node)
    if node_type not in {"", "comment"} and not node.get("target"):
        raise Ignored(node, "its attribute `target` is missing")
    return Action(
        kind=node.name.removeprefix(SQF),
        match=optional_query(node, "match", variables, compiling),
        select=optional_query(node, "select", variables, compiling),
        content=_content_of(node),
        target=_expanded(node, compiling),
        prefix=(node.get("target") or "").strip().rpartition(":")[0],
        node_type=node_type,
        position=position,
        pattern=_pattern_of(node),
        use_when=optional_query(node, "use-when", variables, compiling),
    )


def _type_of(node: Node) -> str:
    """Return which kind of node an action makes, "" for what is written in it."""
    written = (node.get("node-type") or "").strip()
    if written not in _TYPES:
        raise Ignored(node, f"nodes of the type `{written}` are not made", "node-type")
    return _TYPES[written]


def _position_of(node: Node) -> str:
    position = (node.get("position") or "first-child").strip()
    if position not in _POSITIONS:
        raise Ignored(node, f"there is no position `{position}`", "position")
    return position


def _pattern_of(node: Node) -> re.Pattern[str] | None:
    """Return the pattern that is looked for, None if none is."""
    if node.name != f"{SQF}stringReplace":
        return None
    if not node.get("regex"):
        raise Ignored(node, "its attribute `regex` is missing")
    flags = [_FLAGS.get(letter) for letter in node.get("flags") or ""]
    if None in flags:
        raise Ignored(node, "flags are `i`, `m`, `s` and `x`", "flags")
    chosen = reduce(or_, filter(None, flags), 0)
    try:
        pattern = translate_pattern(node.get("regex") or "", chosen)
        return re.compile(pattern, chosen)
    except (RegexError, re.error) as why:
        raise Ignored(node, f"this is no pattern: {why}", "regex") from None


def _content_of(node: Node) -> str:
    """Return what an action writes, as markup, without white space around it."""
    for element in node.element.iterdescendants("*"):
        if str(element.tag).startswith((XSLT, SCH, SQF)):
            raise unsupported(node._replace(element=element))
    return "".join(_written(node)).strip()


def _written(node: Node) -> Iterator[str]:
    yield with_references(node.element.text or "")
    for child in node.element.iterchildren("*"):
        copied = deepcopy(child)
        copied.tail = None
        etree.cleanup_namespaces(copied)
        yield etree.tostring(copied, encoding="unicode")
        yield with_references(child.tail or "")


def _expanded(node: Node, compiling: Compiling) -> str:
    """Return the name of what is made, as lxml spells it; "" for none."""
    target = (node.get("target") or "").strip()
    if target and not _NAME.fullmatch(target):
        raise Ignored(node, f"`{target}` is no name", "target")
    prefix, colon, local = target.rpartition(":")
    if not colon:
        return local
    space = compiling.namespace(prefix) or node.element.nsmap.get(prefix)
    if space is None:
        raise Ignored(node, f"the prefix `{prefix}` is not declared", "target")
    return f"{{{space}}}{local}"


def optional_query(
    node: Node, attribute: str, variables: frozenset[str], querying: Querying
) -> Query | None:
    """Return the compiled attribute of an element, None if it is not there."""
    if node.get(attribute) is None:
        return None
    return querying.query(node, attribute, variables)


def unsupported(node: Node) -> Ignored:
    """Say that an element has no meaning in a fix."""
    local = str(node.element.tag).rpartition("}")[2]
    return Ignored(node, f"`{local}` in a quick fix is not supported")


def refuse_attributes(node: Node, *names: str) -> None:
    """Raise `Ignored` if one of some attributes is there."""
    for name in names:
        if node.get(name) is not None:
            raise Ignored(node, f"`{name}` of a quick fix is not supported", name)
