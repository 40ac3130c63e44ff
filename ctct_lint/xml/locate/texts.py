"""The texts between tags: where their characters stand in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.span import Span
from ctct_lint.text.white_space import WHITE_SPACE
from ctct_lint.xml.locate.escaping import Hole, escaped_for
from ctct_lint.xml.locate.textmap import TextMap

if TYPE_CHECKING:
    from ctct_lint.model.place import Place
    from ctct_lint.xml.locate.tags import ElementTags


class Texts:
    """Finds parts of texts, each of which is known by where the tag before it ends.

    Each is read once: of one huge element there may be many findings.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._maps: dict[int, TextMap] = {}
        self._ends: dict[int, int] = {}

    def trimmed(self, text: str | None, at: int) -> Span | None:
        """Return where the text behind the tag that ends at `at` is not blank."""
        text = text or ""
        start = len(text) - len(text.lstrip(WHITE_SPACE))
        end = len(text.rstrip(WHITE_SPACE))
        if start < end and self._is_as_written(text, at):
            return Span(at + start, at + end)
        return self.part(at, start, end) if start < end else None

    def _is_as_written(self, text: str, at: int) -> bool:
        """Tell whether each character of a text stands there for itself."""
        is_plain = "&" not in text and "<" not in text and "\r" not in text
        return is_plain and self._text.startswith(text, at)

    def part(self, at: int, start: int, end: int) -> Span | None:
        """Return a part of the text behind a tag, cut to what there is."""
        start, end = max(start, 0), self._map(at).clip(end)
        return Span(*self._map(at).span(start, end)) if start < end else None

    def gap(self, at: int, index: int) -> Span | None:
        """Return the empty place before a character of the text behind a tag."""
        text_map = self._map(at)
        if not text_map.clip(1):
            return None
        offset = text_map.gap(max(0, text_map.clip(index)))
        return Span(offset, offset)

    def blank(self, tag: ElementTags) -> Span:
        """Return the white space of an element that has nothing else, to fill it."""
        inside = self._text[tag.end : tag.close_start]
        return Span(tag.end, tag.end if inside.strip(WHITE_SPACE) else tag.close_start)

    def end(self, tag: ElementTags) -> Span:
        """Return the empty place behind all that an element holds but white space."""
        if tag.is_empty_tag:
            return Span(tag.end - 2, tag.end)
        if tag.end not in self._ends:
            inside = self._text[tag.end : tag.close_start]
            self._ends[tag.end] = tag.end + len(inside.rstrip(WHITE_SPACE))
        at = self._ends[tag.end]
        return Span(at, at)

    def escaped(self, place: Place, tag: ElementTags, span: Span, new: str) -> str:
        """Return the new text of a part of the content as it must be written."""
        text_map = self._map(tag.end)
        end = text_map.clip(max(place.end, 1)) - 1
        start = text_map.clip(max(place.start, 0) + 1) - 1
        start = start if span.start < span.end else end
        sections = text_map.is_in_cdata(start), text_map.is_in_cdata(end)
        hole = Hole(*span, tag.end, tag.close_start, *sections)
        return escaped_for(self._text, hole, new)

    def _map(self, start: int) -> TextMap:
        if start not in self._maps:
            self._maps[start] = TextMap(self._text, start, len(self._text))
        return self._maps[start]
