"""End tags that have lost their `<`, or have another sign for it: `/Name>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, SPACE, S
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source

# What stands for a `<`: the other bracket, or an escape where none belongs.
_SIGNS = ("&lt;", ">")
_END = lazy(f"{S}*(/{S}*({QNAME}){S}*>)")


def is_end_of(text: str, name: str) -> bool:
    """Tell whether a text is what follows the `</` of an element's end tag."""
    written = text.strip(SPACE)
    bare = written.removesuffix("&gt;" if written.endswith("&gt;") else ">")
    return bare.rstrip(SPACE) == name != written


def end_edit(text: str, low: int, slash: int, high: int, name: str) -> TextEdit:
    """Return the edit that makes an end tag of its slash and what follows.

    It ends at `high`; what may stand for its `<` is not before `low`.
    """
    sign = next((sign for sign in _SIGNS if text.endswith(sign, low, slash)), "")
    if text.endswith("&gt;", slash, high):
        return TextEdit(slash - len(sign), high, f"</{name}>")
    return TextEdit(slash - len(sign), text.index(name, slash), "</")


def split_at_end_tag(source: Source, text: Token, start: Token) -> list[Token]:
    """Return the end tag that a text begins with, and the texts around it.

    None of these if it begins otherwise; `start` is the start tag of the element.
    """
    found = _END.match(source.text, text.start, text.end)
    if found is None or found[2] != start.name:
        return []
    if not source.model.holds_no_text(source.meant(start.name)):
        return []
    (at, end), (first, last) = found.span(1), found.span(2)
    name, edit = (start.name_start, start.name_end), TextEdit(at, first, "</")
    fault = draft("unclosed-element", source.text, *name, edit)
    fault.expected, fault.detail = (f"</{start.name}>",), "<"
    fault.relate(first, last, start.name)
    place = first - at, last - first
    tag = Token("end", at, end, start.name, *place, start.name, drafts=[fault])
    return text.around(tag)
