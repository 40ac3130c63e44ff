"""What is wrong with the tags of an HTML text, as far as readers may see it.

It is about structure only: a missing document type, a bare `&` or an unquoted value
are no faults in HTML, nor is an end tag that may be left out. Where tags do not
match, what is balanced is never taken apart, so that one slip is one fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.content.names import VOID
from ctct_lint.content.nesting import nesting_faults, stray
from ctct_lint.syntax.fault import Fault
from ctct_lint.syntax.place import source_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.content.tags import Tag, Tags

_COMMENT = "<!--"


def html_faults(text: str, read: Tags, owner: str) -> list[Fault]:
    """Return the faults by position; places are those of the text."""
    faults = [_trouble(text, tag) for tag in read.tags if tag.trouble]
    tags, strays = _without_void(read.tags)
    faults += strays
    if read.unclosed >= 0:
        at = source_span(read.unclosed, read.unclosed + len(_COMMENT))
        edit = source_span(len(text), len(text)), "-->"
        faults.append(Fault("unclosed-comment", at, _COMMENT, edits=(edit,)))
    faults += nesting_faults(text, tags, owner, is_cut=_is_cut(text, read))
    # What is said of a tag first is why it does not match.
    first = {fault.at: fault for fault in reversed(faults)}
    return sorted(first.values(), key=lambda fault: (fault.at.start, fault.at.end))


def _is_cut(text: str, read: Tags) -> bool:
    """Tell whether the text ends inside a comment or a tag."""
    if read.unclosed >= 0:
        return True
    last = read.tags[-1] if read.tags else None
    return bool(last and last.trouble and text.find(">", last.name_end) < 0)


def _trouble(text: str, tag: Tag) -> Fault:
    if tag.trouble != "unclosed-attribute-value":
        at = source_span(tag.name_start, tag.name_end)
        edit = source_span(tag.end, tag.end), ">"
        return Fault(tag.trouble, at, tag.name, edits=(edit,))
    last = tag.attributes[-1]
    at = source_span(last.start, max(last.value_end, last.end))
    edit = source_span(last.value_end, last.value_end), last.quote
    subject = text[at.start : at.end]
    return Fault(tag.trouble, at, subject, owner=tag.name, edits=(edit,))


def _without_void(tags: Sequence[Tag]) -> tuple[list[Tag], list[Fault]]:
    """Leave out what has no end tag; an end tag of such an element is a fault.

    Only `<br></br>`, as XML is written, nobody minds.
    """
    kept, faults = [], []
    before: Tag | None = None
    for tag in tags:
        if tag.lower not in VOID:
            if not tag.self_closing:
                kept.append(tag)
        elif tag.is_end and (before is None or before.lower != tag.lower):
            faults.append(stray(tag))
        before = tag
    return kept, faults
