"""End tags that have lost their `<`: `/Name>` in an element that holds no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, S
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from ctct_lint.xml.tokens import Source

_END = lazy(f"{S}*(/{S}*({QNAME}){S}*>)")


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
    parts = text.part(text.start, at), tag, text.part(end, text.end)
    return [one for one in parts if one.start < one.end]
