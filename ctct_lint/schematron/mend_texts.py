"""What quick fixes write: markup and attributes, as they are spelt where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.indent import indent_of
from ctct_lint.model.place import after, before, end_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.nodes import prefixed
from ctct_lint.schematron.spots import ELEMENT
from ctct_lint.text.escapes import with_references

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schematron.model import Action

    Edit = tuple[Place, str]


class ActionText(NamedTuple):
    """What an action writes: markup or a text, and attributes for a start tag."""

    text: str
    attributes: str = ""


def escaped_content(text: str) -> str:
    """Return a text as it is written between tags."""
    return with_references(text, "&<>")


def attribute(action: Action, element: _Element, text: str) -> str:
    """Return an attribute, with its namespace where that has no prefix yet."""
    written = prefixed(action.target, element)
    if action.target[:1] != "{" or ":" in written:
        return f" {written}={in_quotes(text)}"
    space = in_quotes(action.target[1:].partition("}")[0])
    prefix = action.prefix
    while prefix in element.nsmap:
        prefix += "_"
    return f" xmlns:{prefix}={space} {prefix}:{written}={in_quotes(text)}"


def markup(action: Action, element: _Element, written: ActionText) -> str:
    """Return what an action writes as an element, or as it is."""
    text = written.text
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
    declared = "" if _is_declared(space, element) else f" xmlns={in_quotes(space)}"
    start = f"{name}{declared}{written.attributes}"
    return f"<{start}>{text}</{name}>" if text else f"<{start}/>"


def placed(position: str, element: _Element, new: str) -> Edit:
    """Return the edit that puts markup somewhere, indented as what is there."""
    children = list(element.iterchildren("*"))
    if position == "before":
        return before(element), new + indent_of(element)
    if position == "after":
        return after(element), indent_of(element) + new
    if not children:
        return end_of(element), new
    if position == "first-child":
        return before(children[0]), new + indent_of(children[0])
    return end_of(element), indent_of(children[-1]) + new


def _is_declared(space: str, element: _Element) -> bool:
    """Is a namespace that of names without prefix, or is there a prefix for it?"""
    return space in element.nsmap.values() or (not space and None not in element.nsmap)


def in_quotes(text: str) -> str:
    """Return the value of an attribute with its quotes."""
    return '"{}"'.format(text.replace('"', "&quot;"))
