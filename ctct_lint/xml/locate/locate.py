"""From places to offsets: one pass over the text for all findings of a document."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, Place
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.white_space import WHITE_SPACE
from ctct_lint.xml.chars import skip_space
from ctct_lint.xml.locate.escaping import CDATA, CDATA_END, Hole, escaped_for
from ctct_lint.xml.locate.lines import back_over, comments_above, own_line
from ctct_lint.xml.locate.tags import Attribute, Tag, attributes, find_tags
from ctct_lint.xml.locate.textmap import TextMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_MAY_BE_EMPTY = frozenset(
    {Part.END, Part.AFTER_NAME, Part.BEFORE, Part.AFTER, Part.CONTENT}
)
_TEXTS = frozenset({Part.VALUE, Part.TAIL})
_ON_LINES = frozenset({Part.WHOLE, Part.RUN, Part.START_TAG, Part.END_TAG})
_XML = "http://www.w3.org/XML/1998/namespace"


class Span(NamedTuple):
    """Offsets (code points) into the text; `end` is exclusive."""

    start: int
    end: int


class Locator:
    """Finds the places of one tree in the text that it was parsed from.

    The text must be well-formed and `root` its whole tree, parsed without
    comments and processing instructions: elements are matched with start tags
    by their number in document order. Only the given places can be asked for.
    """

    __slots__ = ("_attributes", "_elements", "_ends", "_maps", "_tags", "_text")

    def __init__(
        self, text: str, root: _Element | None, places: Iterable[Place]
    ) -> None:
        self._text = text
        self._tags: dict[int, Tag] = {}
        self._elements: dict[_Element, int] = {}
        # What many findings in one huge element would else read again and again.
        self._maps: dict[int, TextMap] = {}
        self._ends: dict[int, int] = {}
        self._attributes: dict[_Element, dict[str, Attribute]] = {}
        wanted = _wanted(places)
        if root is not None and wanted:
            numbered = enumerate(root.iter("*"))
            found = ((e, number) for number, e in numbered if e in wanted)
            self._elements = dict(islice(found, len(wanted)))
            self._tags = find_tags(text, frozenset(self._elements.values()))

    def span(self, place: Place) -> Span:
        """Return the span of a place; an insertion's may be empty.

        What is not there, as an empty value, is found at the name that it
        belongs to: the attribute's if there is one, else the element's.
        """
        if place.element is None:
            return Span(place.start, place.end)
        tag = self._tag(place.element)
        found = self._exactly(place, place.element, tag)
        if found is None:
            return _name(tag)
        if found.start == found.end and place.part not in _MAY_BE_EMPTY:
            return self._attribute_name(place, place.element) or _name(tag)
        return found

    def edit(self, place: Place, new: str) -> tuple[Span, str] | None:
        """Return what to replace, and by what, to put `new` in place.

        An empty value is filled, and `<name/>` opened for that. With "", an
        attribute goes as a whole, and an element with the line that it has for
        itself. None where there is nothing to replace.
        """
        if place.element is None:
            return Span(place.start, place.end), new
        tag, new = self._tag(place.element), self.as_written(place, new)
        if tag.is_empty_tag and place.part in {Part.VALUE, Part.END}:
            return Span(tag.end - 2, tag.end), f">{new}</{tag.name}>"
        declared = self._named(place.element).get("xmlns")
        if place.part is Part.AFTER_NAME and declared and new.startswith(" xmlns="):
            # Where there is a declaration already, a second one would be refused.
            return Span(declared.name_start, declared.value_end + 1), new[1:]
        found = self._exactly(place, place.element, tag)
        if found is None and place.part is Part.VALUE:
            found = self._blank(tag)
        if found is not None and place.part is Part.CONTENT:
            return found, self._escaped(place, tag, found, new)
        if found is not None and ("<" in new or not new):
            found = self._widened(place, found, new)
        return None if found is None else (found, new)

    def as_written(self, place: Place, text: str) -> str:
        """Return a text with the prefix that the place's element has in the file.

        In the tree it has another one where its namespace has been mended.
        """
        if place.element is None or not place.element.prefix:
            return text
        prefix = f"{place.element.prefix}:"
        written, colon, _ = self._tag(place.element).name.rpartition(":")
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
        return "".join(f"/{name}" for name in self._tag(place.element).path)

    def _exactly(self, place: Place, element: _Element, tag: Tag) -> Span | None:
        """Return where a place is, None if there is no such thing."""
        match place.part:
            case Part.VALUE | Part.TEXT_SPAN | Part.CONTENT | Part.TAIL | Part.MARKUP:
                return self._in_content(place, element, tag)
            case Part.ATTRIBUTE_NAME:
                return self._attribute_name(place, element)
            case Part.RUN:
                return self._run(place, element, tag)
            case Part.ATTRIBUTE_VALUE | Part.NAMESPACE:
                found = self._attribute(place, element)
                return found and self._of_value(place, found)
            case _:
                return self._in_tags(place.part, tag)

    def _in_content(self, place: Place, element: _Element, tag: Tag) -> Span | None:
        match place.part:
            case Part.VALUE:
                return self._trimmed(element.text, tag.end)
            case Part.TAIL:
                return self._trimmed(element.tail, tag.close_end)
            case Part.MARKUP:
                return self._markup(element)
            case Part.CONTENT if place.start >= place.end:
                return self._gap(tag.end, place.start)
            case _:
                return self._part_of(tag.end, place.start, place.end)

    def _in_tags(self, part: Part, tag: Tag) -> Span:
        match part:
            case Part.END:
                return self._end(tag)
            case Part.AFTER_NAME:
                return Span(_name(tag).end, _name(tag).end)
            case Part.BEFORE:
                at = comments_above(self._text, tag.start)
                return Span(at, at)
            case Part.AFTER:
                return Span(tag.close_end, tag.close_end)
            case Part.END_NAME if not tag.is_empty_tag:
                start = tag.close_start + 2
                return Span(start, start + len(tag.name))
            case _:
                return _whole_tags(part, tag) or _name(tag)

    def _run(self, place: Place, element: _Element, tag: Tag) -> Span:
        last = _sibling(element, place.end)
        end = self._tag(last).close_end
        tail = self._trimmed(last.tail, end)
        return Span(tag.start, end if tail is None else tail.end)

    def _tag(self, element: _Element) -> Tag:
        return self._tags[self._elements[element]]

    def _map(self, start: int) -> TextMap:
        if start not in self._maps:
            self._maps[start] = TextMap(self._text, start, len(self._text))
        return self._maps[start]

    def _trimmed(self, text: str | None, at: int) -> Span | None:
        """Return where the text after the tag that ends at `at` is not blank."""
        text = text or ""
        start = len(text) - len(text.lstrip(WHITE_SPACE))
        end = len(text.rstrip(WHITE_SPACE))
        return self._part_of(at, start, end) if start < end else None

    def _part_of(self, at: int, start: int, end: int) -> Span | None:
        """Return a part of the text after a tag, cut to what there is."""
        start, end = max(start, 0), min(end, len(self._map(at)))
        return Span(*self._map(at).span(start, end)) if start < end else None

    def _gap(self, at: int, index: int) -> Span | None:
        """Return the empty place before a character of the text after a tag."""
        text_map = self._map(at)
        if not len(text_map):
            return None
        offset = text_map.gap(max(0, min(index, len(text_map))))
        return Span(offset, offset)

    def _widened(self, place: Place, span: Span, new: str) -> Span:
        """Return what goes besides: an attribute's value, an element's line ..."""
        if place.part in _TEXTS:
            return _around_sections(self._text, span)
        if new:
            return span
        if place.part is Part.ATTRIBUTE_NAME and place.element is not None:
            found = self._named(place.element)[place.name]
            start = back_over(WHITE_SPACE, self._text, found.name_start)
            return Span(start, found.value_end + 1)
        if place.part in _ON_LINES:
            return Span(own_line(self._text, *span), span.end)
        return span

    def _escaped(self, place: Place, tag: Tag, span: Span, new: str) -> str:
        """Return the new text of a part of the content as it must be written."""
        text_map = self._map(tag.end)
        last = len(text_map) - 1
        end = min(max(place.end - 1, 0), last)
        start = min(max(place.start, 0), last) if span.start < span.end else end
        sections = text_map.is_in_cdata(start), text_map.is_in_cdata(end)
        return escaped_for(
            self._text, Hole(*span, tag.end, tag.close_start, *sections), new
        )

    def _markup(self, element: _Element) -> Span | None:
        children = _outer_children(element)
        if not children:
            return None
        return Span(self._tag(children[0]).start, self._tag(children[-1]).close_end)

    def _of_value(self, place: Place, found: Attribute) -> Span:
        """Return where an attribute's value is, or the part of it that is meant."""
        start, end = found.value_start, found.value_end
        if not place.end:
            return Span(start, end)
        return Span(*TextMap(self._text, start, end).span(place.start, place.end))

    def _attribute_name(self, place: Place, element: _Element) -> Span | None:
        found = self._attribute(place, element)
        return found and Span(found.name_start, found.name_end)

    def _attribute(self, place: Place, element: _Element) -> Attribute | None:
        if place.part is Part.NAMESPACE:
            return self._namespace(element, place.name)
        return self._named(element).get(place.name)

    def _namespace(self, element: _Element, prefix: str) -> Attribute | None:
        # The prefix as written: the tree's may have been changed meanwhile.
        prefix = prefix or self._tag(element).name.rpartition(":")[0]
        wanted = f"xmlns:{prefix}" if prefix else "xmlns"
        for above in _lineage(element):
            found = self._named(above).get(wanted)
            if found is not None:
                return found
        return None

    def _named(self, element: _Element) -> dict[str, Attribute]:
        """Return the attributes of an element by the names that lxml gives them."""
        named = self._attributes.get(element)
        if named is None:
            spaces = element.nsmap
            named = self._attributes[element] = {
                _clark(found.name, spaces): found
                for found in attributes(self._text, self._tag(element))
            }
        return named

    def _blank(self, tag: Tag) -> Span:
        """Return the white space of an element that has nothing else, to fill it."""
        inside = self._text[tag.end : tag.close_start]
        return Span(tag.end, tag.end if inside.strip(WHITE_SPACE) else tag.close_start)

    def _end(self, tag: Tag) -> Span:
        if tag.is_empty_tag:
            return Span(tag.end - 2, tag.end)
        if tag.end not in self._ends:
            inside = self._text[tag.end : tag.close_start]
            self._ends[tag.end] = tag.end + len(inside.rstrip(WHITE_SPACE))
        at = self._ends[tag.end]
        return Span(at, at)


def _whole_tags(part: Part, tag: Tag) -> Span | None:
    match part:
        case Part.WHOLE:
            return Span(tag.start, tag.close_end)
        case Part.START_TAG:
            return Span(tag.start, tag.end)
        case Part.END_TAG:
            return Span(tag.close_start, tag.close_end)
        case _:
            return None


def _around_sections(text: str, span: Span) -> Span:
    """Return a span with the marks of CDATA sections that it begins and ends in.

    Elements cannot stand in a section, nor does one stay that has lost its text.
    """
    start = back_over(WHITE_SPACE, text, span.start)
    if text.endswith(CDATA, 0, start):
        span = Span(start - len(CDATA), span.end)
    end = skip_space(text, span.end)
    if text.startswith(CDATA_END, end):
        span = Span(span.start, end + len(CDATA_END))
    return span


def _wanted(places: Iterable[Place]) -> set[_Element]:
    """Return the elements whose tags it takes to find the places."""
    wanted: set[_Element] = set()
    climbed: set[_Element] = set()
    for part, element, _, _, end in places:
        if element is None:
            continue
        wanted.add(element)
        if part is Part.RUN:
            wanted.add(_sibling(element, end))
        if part is Part.MARKUP:
            wanted.update(_outer_children(element))
        if part is Part.NAMESPACE:
            for above in _lineage(element):
                if above in climbed:
                    break
                climbed.add(above)
    return wanted | climbed


def _sibling(element: _Element, steps: int) -> _Element:
    """Return the sibling so many steps behind an element."""
    return next(islice(chain((element,), element.itersiblings()), steps, None), element)


def _outer_children(element: _Element) -> list[_Element]:
    """Return the first and the last child; `element[-1]` would count them all."""
    both = (element.iterchildren(), element.iterchildren(reversed=True))
    return [child for end in both for child in islice(end, 1)]


def _lineage(element: _Element) -> Iterator[_Element]:
    yield element
    yield from element.iterancestors()


def _name(tag: Tag) -> Span:
    return Span(tag.start + 1, tag.start + 1 + len(tag.name))


def _clark(written: str, spaces: dict[str | None, str]) -> str:
    """Return `{uri}local` for `prefix:local`; declarations keep their names."""
    prefix, colon, local = written.rpartition(":")
    uri = _XML if prefix == "xml" else spaces.get(prefix)
    return f"{{{uri}}}{local}" if colon and uri and prefix != "xmlns" else written
