"""New text in the place of content: escaped as its surroundings in the file are."""

from __future__ import annotations

import re

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.escapes import with_references

CDATA, CDATA_END = "<![CDATA[", "]]>"
# Between two characters it keeps them apart.
_NOTHING = f"{CDATA}{CDATA_END}"
_NEAR = 500


class Hole(NamedTuple):
    """The range that new text goes to, in an element's text from `low` to `high`.

    It may start and end in a CDATA section; of one that it cuts off, the other part
    stays a section.
    """

    start: int
    end: int
    low: int
    high: int
    starts_inside: bool
    ends_inside: bool


def escaped_for(text: str, hole: Hole, new: str) -> str:
    """Return what must stand in a hole to be read as `new`.

    Carriage returns are none of it: nothing would keep them.
    """
    start, end, _, _, starts_inside, ends_inside = hole
    if starts_inside:
        after = _up_to_section_end(text, end) if ends_inside else ""
        new = _inside_section(text[max(0, start - 2) : start], new, after)
        return new if ends_inside else new + CDATA_END
    after = "" if ends_inside else text[end : end + 2]
    new = _between_tags(text, hole, new, after)
    return new + CDATA if ends_inside else new


def as_text(markup: str) -> str:
    """Return what must stand in the place of markup to be read as it is written.

    "" where sections are in it: their marks are none of what was meant.
    """
    if CDATA in markup:
        return ""
    return with_references(markup).replace(CDATA_END, "]]&gt;")


def _inside_section(before: str, new: str, after: str) -> str:
    """Part the three characters that would end the section."""
    around = before + new + after
    parted = re.sub(r"\]\](?=>)", f"]]{CDATA_END}{CDATA}", around)
    return parted[len(before) : len(parted) - len(after)]


def _up_to_section_end(text: str, at: int) -> str:
    """Return up to two characters that follow in the same section."""
    for size in range(2):
        if text.startswith(CDATA_END, at + size):
            return text[at : at + size]
    return text[at : at + 2]


def _between_tags(text: str, hole: Hole, new: str, after: str) -> str:
    """Escape as much as the file does: `>` need not be, but after `]]`."""
    new = with_references(new)
    start = hole.start
    near = text[max(hole.low, start - _NEAR) : min(hole.high, start + _NEAR)]
    before = text[max(0, start - 2) : start]
    if "&gt;" in near or ">" not in near or CDATA_END in before + new:
        new = new.replace(">", "&gt;")
    if CDATA_END in before + new + after:
        new += _NOTHING
    return new
