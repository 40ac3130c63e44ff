"""From places to offsets: one pass over the text for all findings of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, Place
from ctct_lint.text.span import Span
from ctct_lint.text.white_space import WHITE_SPACE
from ctct_lint.xml.chars import skip_space
from ctct_lint.xml.locate.attributes import Attributes
from ctct_lint.xml.locate.elements import TagFinder, outer_children, sibling
from ctct_lint.xml.locate.escaping import CDATA, CDATA_END, as_text
from ctct_lint.xml.locate.lines import back_over, comments_above, own_line
from ctct_lint.xml.locate.tags import Remarks
from ctct_lint.xml.locate.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.model.copied import Copied, NewText
    from ctct_lint.xml.locate.tags import ElementTags

_TEXTS = frozenset({Part.VALUE, Part.TAIL})
_BEFORE_TEXT = frozenset({Part.BEFORE_VALUE, Part.BEFORE_TAIL})
_BESIDE_TEXT = _BEFORE_TEXT | {Part.AFTER_VALUE, Part.AFTER_TAIL}
_VALUES_OF_ATTRIBUTES = frozenset({Part.ATTRIBUTE_VALUE, Part.NAMESPACE})
_OF_TEXT = frozenset({Part.TEXT_SPAN, Part.TAIL_SPAN, Part.CONTENT, Part.MARKUP})
_IN_CONTENT = _TEXTS | _BESIDE_TEXT | _OF_TEXT
_MAY_BE_EMPTY = _BESIDE_TEXT | {
    Part.END,
    Part.AFTER_NAME,
    Part.BEFORE,
    Part.AFTER,
    Part.CONTENT,
}
# A fix that moves more characters would be longer than all that is said.
_LONGEST_COPY = 1 << 15
_ON_LINES = frozenset({Part.WHOLE, Part.RUN, Part.START_TAG, Part.END_TAG, Part.REMARK})


class Locator:
    """Finds the places of one tree in the text that it was parsed from.

    The text must be well-formed and `root` its whole tree, parsed without
    comments and processing instructions: elements are matched with start tags
    by their number in document order. Only the given places can be asked for.
    """

    def __init__(
        self, text: str, root: _Element | None, places: Iterable[Place]
    ) -> None:
        self._text = text
        self._tags = TagFinder(text, root, places)
        self._attributes = Attributes(text, self._tags)
        self._texts = Texts(text)
        self._remarks = Remarks(text)

    def span(self, place: Place) -> Span:
        """Return the span of a place; an insertion's may be empty.

        What is not there, as an empty value, is found at the name that it
        belongs to: the attribute's if there is one, else the element's.
        """
        if place.element is None:
            return Span(place.start, place.end)
        tag = self._tags[place.element]
        found = self._exactly(place, place.element, tag)
        if found is None:
            return tag.span(Part.NAME)
        if found.start == found.end and place.part not in _MAY_BE_EMPTY:
            return self._attributes.name(place, place.element) or tag.span(Part.NAME)
        return found

    def edit(self, place: Place, new: NewText) -> tuple[Span, str] | None:
        """Return what to replace, and by what, to put `new` in place.

        An empty value is filled, and `<name/>` opened for that. With "", an
        attribute goes as a whole, and an element with the line that it has for
        itself. None where there is nothing to replace.
        """
        text = new if isinstance(new, str) else self._joined(place, new)
        if text is None or place.element is None:
            return None if text is None else (Span(place.start, place.end), text)
        tag = self._tags[place.element]
        new = self.as_written(place, text) if text is new else text
        if tag.is_empty_tag and place.part in {Part.VALUE, Part.END}:
            return Span(tag.end - 2, tag.end), f">{new}</{tag.name}>"
        if place.part is Part.AFTER_NAME and new.startswith(" xmlns="):
            declared = self._attributes.of(place.element).get("xmlns")
            if declared:
                # Where there is one already, a second one would be refused.
                return Span(declared.name_start, declared.value_end + 1), new[1:]
        found = self._exactly(place, place.element, tag)
        if found is None and place.part is Part.VALUE:
            found = self._texts.blank(tag)
        return None if found is None else self._put(place, place.element, found, new)

    def _put(
        self, place: Place, element: _Element, found: Span, new: str
    ) -> tuple[Span, str] | None:
        """Return what to replace to put a text where a place was found, and by what."""
        if place.part is Part.CONTENT:
            return found, self._texts.escaped(place, self._tags[element], found, new)
        if place.part is Part.MARKUP:
            written = as_text(self._text[found.start : found.end])
            return (found, written) if written else None
        if place.part in _VALUES_OF_ATTRIBUTES:
            new = self._attributes.in_quotes(place, element, new)
        is_plain = new and "<" not in new and "&" not in new
        return found if is_plain else self._widened(place, found, new), new

    def _joined(self, place: Place, parts: Iterable[str | Copied]) -> str | None:
        """Return parts as one text, None if what is copied is too long."""
        found: list[str] = []
        for part in parts:
            if isinstance(part, str):
                found.append(part)
                continue
            tag, name = self._tags[part.element], self.as_written(place, part.name)
            if tag.close_end - tag.start > _LONGEST_COPY:
                return None
            found += (f"<{name}", self._text[tag.start + 1 + len(tag.name) : tag.end])
            if not tag.is_empty_tag:
                found += (self._text[tag.end : tag.close_start], f"</{name}>")
        return "".join(found)

    def as_written(self, place: Place, text: str) -> str:
        """Return a text with the prefix that the place's element has in the file.

        In the tree it has another one where its namespace has been mended.
        """
        if place.element is None or not place.element.prefix:
            return text
        prefix = f"{place.element.prefix}:"
        written, colon, _ = self._tags[place.element].name.rpartition(":")
        if written + colon == prefix:
            return text
        if text.startswith(prefix):  # a name alone
            return written + colon + text.removeprefix(prefix)
        for before in ("<", "</"):
            text = text.replace(before + prefix, before + written + colon)
        return text

    def path(self, place: Place) -> str:
        """Return `/entry/content/...` to the place's element; "" without one."""
        if place.element is None:
            return ""
        return "".join(f"/{name}" for name in self._tags[place.element].path)

    def _exactly(
        self, place: Place, element: _Element, tag: ElementTags
    ) -> Span | None:
        """Return where a place is, None if there is no such thing."""
        if place.part in _IN_CONTENT:
            return self._in_content(place, element, tag)
        match place.part:
            case Part.ATTRIBUTE_NAME:
                return self._attributes.name(place, element)
            case Part.RUN:
                return self._run(place, element, tag)
            case Part.REMARK:
                return self._remarks.span(place.start)
            case Part.ATTRIBUTE_VALUE | Part.NAMESPACE:
                return self._attributes.value(place, element)
            case _:
                return self._in_tags(place.part, tag)

    def _in_content(
        self, place: Place, element: _Element, tag: ElementTags
    ) -> Span | None:
        match place.part:
            case Part.VALUE | Part.BEFORE_VALUE | Part.AFTER_VALUE:
                found = self._texts.trimmed(element.text, tag.end)
                return self._side(place.part, found)
            case Part.TAIL | Part.BEFORE_TAIL | Part.AFTER_TAIL:
                found = self._texts.trimmed(element.tail, tag.close_end)
                return self._side(place.part, found)
            case Part.MARKUP:
                return self._markup(element)
            case Part.CONTENT if place.start >= place.end:
                return self._texts.gap(tag.end, place.start)
            case Part.TAIL_SPAN:
                return self._texts.part(tag.close_end, place.start, place.end)
            case _:
                return self._texts.part(tag.end, place.start, place.end)

    def _side(self, part: Part, found: Span | None) -> Span | None:
        """Return a text that was found, or the empty place on one side of it."""
        if found is None or part in _TEXTS:
            return found
        start, end = _around_sections(self._text, found)
        at = start if part in _BEFORE_TEXT else end
        return Span(at, at)

    def _in_tags(self, part: Part, tag: ElementTags) -> Span:
        match part:
            case Part.END:
                return self._texts.end(tag)
            case Part.AFTER_NAME:
                at = tag.span(Part.NAME).end
                return Span(at, at)
            case Part.BEFORE:
                at = comments_above(self._text, tag.start)
                return Span(at, at)
            case Part.AFTER:
                return Span(tag.close_end, tag.close_end)
            case Part.END_NAME if not tag.is_empty_tag:
                start = tag.close_start + 2
                return Span(start, start + len(tag.name))
            case _:
                return tag.span(part)

    def _run(self, place: Place, element: _Element, tag: ElementTags) -> Span:
        last = sibling(element, place.end)
        end = self._tags[last].close_end
        tail = self._texts.trimmed(last.tail, end)
        return Span(tag.start, end if tail is None else tail.end)

    def _widened(self, place: Place, span: Span, new: str) -> Span:
        """Return what goes besides: an attribute's value, an element's line ..."""
        if place.part in _TEXTS:
            return _around_sections(self._text, span)
        if new:
            return span
        if place.part is Part.ATTRIBUTE_NAME and place.element is not None:
            value = self._attributes.value(place, place.element) or span
            start = back_over(WHITE_SPACE, self._text, span.start)
            return Span(start, value.end + 1)
        if place.part in _ON_LINES:
            return Span(own_line(self._text, *span), span.end)
        return span

    def _markup(self, element: _Element) -> Span | None:
        children = outer_children(element)
        if not children:
            return None
        return Span(self._tags[children[0]].start, self._tags[children[-1]].close_end)


def _around_sections(text: str, span: Span) -> Span:
    """Return a span with the marks of CDATA sections that it begins and ends in.

    Elements and references cannot stand in a section, nor does one stay that has lost
    its text.
    """
    start = back_over(WHITE_SPACE, text, span.start)
    if text.endswith(CDATA, 0, start):
        span = Span(start - len(CDATA), span.end)
    end = skip_space(text, span.end)
    if text.startswith(CDATA_END, end):
        span = Span(span.start, end + len(CDATA_END))
    return span
