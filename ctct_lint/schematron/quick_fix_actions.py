"""What a quick fix (SQF) does, action by action: read, or ignored with the reason."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from elementpath.regex import RegexError

from ctct_lint.schematron.files import SQF
from ctct_lint.schematron.ignored import Ignored, refuse_attributes
from ctct_lint.schematron.model import Action
from ctct_lint.schematron.quick_fix_contents import content_of
from ctct_lint.schematron.regexes import FLAGS, compiled

if TYPE_CHECKING:
    from ctct_lint.schematron.compiling import Compiling, Querying
    from ctct_lint.schematron.files import Node
    from ctct_lint.schematron.model import Query

_TYPES = {
    **{name: name for name in ("", "attribute", "comment", "element", "pi")},
    "processing-instruction": "pi",
}
_POSITIONS = frozenset({"first-child", "last-child", "before", "after"})
_NAME = re.compile(r"(?:[^\W\d][\w.-]*:)?[^\W\d][\w.-]*")


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
        content=content_of(node, variables, compiling),
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
    flags = node.get("flags") or ""
    if any(letter not in FLAGS for letter in flags):
        raise Ignored(node, "flags are `i`, `m`, `s` and `x`", "flags")
    try:
        return compiled(node.get("regex") or "", flags)
    except (RegexError, re.error) as why:
        raise Ignored(node, f"this is no pattern: {why}", "regex") from None


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
