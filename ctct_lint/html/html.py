"""What is wrong with the tags of an HTML text, as far as readers may see it.

It is about structure only: a missing document type, a bare `&` or an unquoted value
are no faults in HTML, nor is an end tag that may be left out. Where tags do not
match, what is balanced is never taken apart, so that one slip is one fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.names import VOID, address_at
from ctct_lint.html.nesting import nesting_faults, stray
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.model.quota import Quota

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from ctct_lint.html.attributes import Slip
    from ctct_lint.html.tags import Tag, TagReading

_COMMENT = "<!--"
_UNFINISHED = frozenset({"unfinished-start-tag", "unfinished-end-tag"})


def html_faults(
    text: str, read: TagReading, owner: str, most: int
) -> tuple[list[Fault], Counter[str]]:
    """Return the faults by position, and how many others; places are those of the text.

    Of the slips of each kind there are `most`.
    """
    quota = Quota(most)
    faults = [_slip(text, slip) for slip in read.slips if quota.takes(slip.kind)]
    faults += [_trouble(tag) for tag in read.tags if tag.trouble in _UNFINISHED]
    tags, strays = _without_void(read.tags)
    faults += strays
    if read.unclosed >= 0:
        at = source_span(read.unclosed, read.unclosed + len(_COMMENT))
        edit = source_span(len(text), len(text)), "-->"
        faults.append(Fault("unclosed-comment", at, _COMMENT, edits=(edit,)))
    faults += nesting_faults(text, tags, owner, is_cut=_is_cut(text, read))
    # What is said of a tag first is why it does not match.
    first = {fault.at: fault for fault in reversed(faults)}
    ordered = sorted(first.values(), key=lambda fault: (fault.at.start, fault.at.end))
    return ordered, quota.left_out


def _is_cut(text: str, read: TagReading) -> bool:
    """Tell whether the text ends inside a comment or a tag."""
    if read.unclosed >= 0:
        return True
    last = read.tags[-1] if read.tags else None
    return bool(last and last.trouble and text.find(">", last.name_end) < 0)


def _trouble(tag: Tag) -> Fault:
    at = source_span(tag.name_start, tag.name_end)
    return Fault(
        tag.trouble, at, tag.name, edits=((source_span(tag.end, tag.end), ">"),)
    )


def _slip(text: str, slip: Slip) -> Fault:
    at = source_span(slip.start, slip.end)
    edits = tuple((source_span(start, end), new) for start, end, new in slip.edits)
    subject = text[slip.start : slip.end]
    address = address_at(text, slip.end) if subject == "<" else ""
    return Fault(slip.kind, at, subject, edits=edits, detail=address)


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
