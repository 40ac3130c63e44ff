"""The end of a text that ends too early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit, draft

if TYPE_CHECKING:
    from ctct_lint.xml.repair.nesting import Nesting
    from ctct_lint.xml.tokens import Token


def close_truncated(nesting: Nesting, cut: Token | None, *, is_root: bool) -> None:
    """Close all that is open at the end of the text, with one fault.

    `cut` is the tag, comment ... in which the text ends; it is taken away, but
    for a CDATA section, and for the start tag of the root itself. `detail` says if
    an attribute goes with it.
    """
    text, items = nesting.source.text, nesting.stack.items
    _, end = trimmed_range(text, 0, len(text))
    fault = draft("truncated-document", text, end - 1, end)
    for item in items:
        token = item.token
        fault.relate(token.name_start, token.name_end, token.name)
    fault.expected = tuple(f"</{item.token.proper}>" for item in reversed(items))
    start, new = end, "".join(fault.expected)
    if cut and cut.kind == "section":
        new = f"]]>{new}"
    elif cut:
        start = cut.good_end if is_root else cut.start
        new = f">{new}" if is_root else new
    if cut and cut.kind == "start" and text[max(start, cut.name_end) : end].strip():
        fault.detail = "attribute"
    while items:
        nesting.close()
    fault.edits.append(TextEdit(start, end, new))
    nesting.drafts.append(fault)


def close_moved(nesting: Nesting, fault: Draft) -> None:
    """Close the root at the end of the text: its end tag was too early."""
    _, end = trimmed_range(nesting.source.text, 0, len(nesting.source.text))
    root = nesting.close().token
    edit = TextEdit(end, end, f"</{root.proper}>")
    nesting.drafts.append(Draft("", end, end, edits=[edit], part_of=fault))


def cut_outside(text: str, cut: Token) -> Draft:
    """Return the fault of what is cut off outside the root element."""
    start = cut.start
    _, end = trimmed_range(text, 0, len(text))
    kinds = {
        "comment": ("unclosed-comment", start, min(start + 4, end)),
        "instruction": ("unclosed-processing-instruction", start, cut.name_end),
        "start": ("second-root", cut.name_start, cut.name_end),
        "end": ("stray-end-tag", cut.name_start, cut.name_end),
    }
    kind, first, last = kinds.get(cut.kind, ("text-outside-root", start, end))
    return draft(kind, text, first, last, TextEdit(start, end, ""))
