"""Faults of the markup in an element that holds text only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import local_part, trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit, draft
from ctct_lint.xml.pages import MESSAGE_DETAIL, is_message
from ctct_lint.xml.repair.elements import How
from ctct_lint.xml.repair.inside import is_sound
from ctct_lint.xml.scan.declaration import is_declaration
from ctct_lint.xml.scan.escaping import escaped_edits
from ctct_lint.xml.scan.sections import CDATA as SECTION
from ctct_lint.xml.scan.sections import END as SECTION_END

if TYPE_CHECKING:
    from ctct_lint.xml.repair.leaves import LeafEnd
    from ctct_lint.xml.repair.nesting import Nesting
    from ctct_lint.xml.tokens import Token


def markup_fault(nesting: Nesting, number: int, end: LeafEnd) -> Draft | None:
    """Return the fault of the markup in a leaf; None if it is well-formed."""
    if end.first in nesting.sound and end.last in nesting.sound:
        return None
    run = range(end.first, end.last + 1)
    if not any(_is_faulty(nesting, at) for at in run):
        nesting.sound = run
        return None
    text = nesting.source.text
    first, last = nesting.tokens[end.first], nesting.tokens[end.last]
    fault = Draft("unescaped-markup", first.start, last.end)
    fault.subject = text[first.start + 1 : first.end].strip("/> ").partition(" ")[0]
    if first.kind == "start":
        fault.subject = local_part(first.name)
    fault.owner = local_part(nesting.tokens[number].name)
    if is_message(text[first.start : last.end]):
        fault.detail = MESSAGE_DETAIL
    fault.edits = escaped_edits(text, first.start, last.end)
    for at in (last.end - 2, last.end - 1):
        if text.startswith("]]>", at):
            fault.edits.append(TextEdit(at + 2, at + 3, "&gt;"))
    return fault


def section_without_start(nesting: Nesting, number: int, end: LeafEnd) -> Draft | None:
    """Return the fault of a `]]>` at the end of a leaf of markup, None without one.

    Whatever is in the leaf was meant for a CDATA section.
    """
    if end.how is How.NEVER:
        return None
    source, start = nesting.source, nesting.tokens[number].end
    text = source.text
    _, last = trimmed_range(text, start, nesting.tokens[end.stop].start)
    close = last - len(SECTION_END)
    if source.find(SECTION_END, start) != close:
        return None
    if 0 <= source.find(SECTION, start) < close:
        return None
    edit = TextEdit(start, start, SECTION)
    fault = draft("cdata-end-in-text", text, close, last, edit)
    fault.detail = SECTION
    return fault


def _is_faulty(nesting: Nesting, at: int) -> bool:
    token = nesting.tokens[at]
    if token.drafts or token.name_draft or not token.finished:
        return True
    if not is_sound(nesting.source, token.stretches):
        return True
    if token.kind == "end":
        return at not in nesting.matched_ends
    if token.kind == "start":
        is_matched = token.empty or at in nesting.pairs.end_of
        return not is_matched or _has_odd_prefix(nesting, token)
    return is_declaration(token)


def _has_odd_prefix(nesting: Nesting, token: Token) -> bool:
    names = [token.name, *(a.name for a in token.attributes)]
    prefixes = {name.partition(":")[0] for name in names if ":" in name}
    return not prefixes <= nesting.prefixes
