"""Ranges of the text, and those of an element's tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.xml.locate.tags import Tag


class Span(NamedTuple):
    """Offsets (code points) into the text; `end` is exclusive."""

    start: int
    end: int


def name_span(tag: Tag) -> Span:
    """Return where the name stands in a start tag."""
    return Span(tag.start + 1, tag.start + 1 + len(tag.name))


def whole_tags(part: Part, tag: Tag) -> Span | None:
    """Return where the tags of an element are, None if another part is meant."""
    match part:
        case Part.WHOLE:
            return Span(tag.start, tag.close_end)
        case Part.START_TAG:
            return Span(tag.start, tag.end)
        case Part.END_TAG:
            return Span(tag.close_start, tag.close_end)
        case _:
            return None
