"""Places: what a fault points at, said without offsets.

A rule names a part of an element; `xml.locate` finds the characters, and
only when there is something to report. Text offsets inside a place count code
points of the *decoded* text (references resolved, line ends normalised), those
of `source_span` code points of the file's own text.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element


class Part(Enum):
    """The parts of an element, or of the file, that can be pointed at."""

    NAME = auto()
    END_NAME = auto()
    AFTER_NAME = auto()
    BEFORE = auto()
    AFTER = auto()
    VALUE = auto()
    TEXT_SPAN = auto()
    CONTENT = auto()
    TAIL = auto()
    TAIL_SPAN = auto()
    BEFORE_VALUE = auto()
    BEFORE_TAIL = auto()
    AFTER_VALUE = auto()
    AFTER_TAIL = auto()
    MARKUP = auto()
    START_TAG = auto()
    END_TAG = auto()
    ATTRIBUTE_NAME = auto()
    ATTRIBUTE_VALUE = auto()
    NAMESPACE = auto()
    END = auto()
    WHOLE = auto()
    RUN = auto()
    REMARK = auto()
    SOURCE_SPAN = auto()

    # That of `Enum` is written in Python, and asks for the name.
    __hash__ = object.__hash__


class Place(NamedTuple):
    """A part of `element`; make one with the functions of this module."""

    part: Part
    element: _Element | None = None
    name: str = ""
    start: int = 0
    end: int = 0

    @property
    def parent(self) -> _Element | None:
        """The parent of the element, None if there is no such."""
        return None if self.element is None else self.element.getparent()


def name_of(element: _Element) -> Place:
    """Return the name in the start tag, prefix included."""
    return Place(Part.NAME, element)


def end_name_of(element: _Element) -> Place:
    """Return the name in the end tag; that of the start tag for `<name/>`."""
    return Place(Part.END_NAME, element)


def renamed(element: _Element, new: str) -> tuple[tuple[Place, str], ...]:
    """Return the edits that give an element a name, as it is written; none for ""."""
    return ((name_of(element), new), (end_name_of(element), new)) if new else ()


def after_name(element: _Element) -> Place:
    """Return the empty place after the start tag's name, where attributes go."""
    return Place(Part.AFTER_NAME, element)


def before(element: _Element) -> Place:
    """Return the empty place before the start tag, where a sibling can be inserted."""
    return Place(Part.BEFORE, element)


def after(element: _Element) -> Place:
    """Return the empty place after the end tag, where a sibling can be inserted."""
    return Place(Part.AFTER, element)


def value_of(element: _Element) -> Place:
    """Return the text before the first child, trimmed; the name if there is none."""
    return Place(Part.VALUE, element)


def text_span(element: _Element, start: int, end: int) -> Place:
    """Return `element.text[start:end]`, wherever the file spells it."""
    return Place(Part.TEXT_SPAN, element, start=start, end=end)


def content_span(element: _Element, start: int, end: int) -> Place:
    """Return `element.text[start:end]` as content of its own, HTML for instance.

    It may be empty, to insert there. Unlike elsewhere, the new text of an edit is
    given as it shall be read: it is escaped, or left as it is in a CDATA section.
    """
    return Place(Part.CONTENT, element, start=start, end=end)


def tail_of(element: _Element) -> Place:
    """Return the text after the element's end, trimmed."""
    return Place(Part.TAIL, element)


def tail_span(element: _Element, start: int, end: int) -> Place:
    """Return `element.tail[start:end]`, wherever the file spells it."""
    return Place(Part.TAIL_SPAN, element, start=start, end=end)


def remark(element: _Element, number: int) -> Place:
    """Return a comment or a processing instruction of the document.

    element  the one that it is in; of what stands outside of the root, the root
    number   which one it is in the whole document, from 0
    """
    return Place(Part.REMARK, element, start=number)


def before_text(text: Place) -> Place:
    """Return the empty place before the text of `value_of` or `tail_of`."""
    is_tail = text.part is Part.TAIL
    return text._replace(part=Part.BEFORE_TAIL if is_tail else Part.BEFORE_VALUE)


def after_text(text: Place) -> Place:
    """Return the empty place behind the text of `value_of` or `tail_of`."""
    is_tail = text.part is Part.TAIL
    return text._replace(part=Part.AFTER_TAIL if is_tail else Part.AFTER_VALUE)


def markup_in(element: _Element) -> Place:
    """Return all from the first `<` inside the element to the end of its last tag.

    Unlike elsewhere, an edit of it has no new text: it escapes what stands there.
    """
    return Place(Part.MARKUP, element)


def start_tag_of(element: _Element) -> Place:
    """Return the start tag from its `<` to its `>`."""
    return Place(Part.START_TAG, element)


def end_tag_of(element: _Element) -> Place:
    """Return the end tag from its `<` to its `>`; the element must have one."""
    return Place(Part.END_TAG, element)


def attribute_name(element: _Element, name: str) -> Place:
    """Return the name of an attribute, given as lxml spells it (`{uri}local`)."""
    return Place(Part.ATTRIBUTE_NAME, element, name)


def attribute_value(element: _Element, name: str) -> Place:
    """Return the value of an attribute, without its quotes."""
    return Place(Part.ATTRIBUTE_VALUE, element, name)


def part_of_value(value: Place, start: int, end: int) -> Place:
    """Return characters of an element's text or an attribute's value."""
    part = Part.ATTRIBUTE_VALUE if value.name else Part.TEXT_SPAN
    return value._replace(part=part, start=start, end=end)


def namespace_of(element: _Element, prefix: str = "") -> Place:
    """Return the value of the `xmlns` that gives the element its namespace.

    Or that of another prefix that is used in its start tag, or in its text. It may
    stand on an ancestor; where there is none, the element's name.
    """
    return Place(Part.NAMESPACE, element, prefix)


def end_of(element: _Element) -> Place:
    """Return the empty place before the end tag, where a child can be inserted."""
    return Place(Part.END, element)


def whole(element: _Element) -> Place:
    """Return the element from its `<` to its last `>`."""
    return Place(Part.WHOLE, element)


def run_of(first: _Element, others: int) -> Place:
    """Return an element with so many siblings behind it, and the texts after each."""
    return Place(Part.RUN, first, end=others)


def source_span(start: int, end: int) -> Place:
    """Return characters `start` to `end` of the file's text (BOM not counted)."""
    return Place(Part.SOURCE_SPAN, start=start, end=end)
