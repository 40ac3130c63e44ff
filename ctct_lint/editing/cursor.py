"""What the cursor is in: a tag's name, an attribute, a value, a text."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from ctct_lint.editing.pieces import NAME_SIGN, PIECE, end_of_element
from ctct_lint.editing.start_tag import WrittenAttribute, read_attributes
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span
from ctct_lint.xml.chars import SPACE

if TYPE_CHECKING:
    from re import Match

_NAME = lazy(f"{NAME_SIGN}*")
_NAME_BACK = lazy(r"[\w.:-]*\Z")
_LONGEST_NAME = 100
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_ENDS = (("<!--", "-->"), (_CDATA, _CDATA_END), ("<?", "?>"))


class Where(Enum):
    """The kinds of places that a cursor can be at."""

    TEXT = auto()
    CDATA = auto()
    NAME = auto()
    END_NAME = auto()
    ATTRIBUTE = auto()
    VALUE = auto()
    ELSEWHERE = auto()


class Cursor(NamedTuple):
    """A place in a text that is being typed.

    hole        what is left out of the text to look at what is around it: the tag
                that the cursor is in, with its element if that is whole
    typed       what is written of what is asked for; it holds the cursor
    name        that of the start tag
    attributes  of the start tag
    is_whole    does the start tag go on behind what is typed?
    """

    where: Where
    hole: Span
    typed: Span
    name: str = ""
    attributes: tuple[WrittenAttribute, ...] = ()
    is_whole: bool = False

    @property
    def attribute(self) -> WrittenAttribute:
        """The attribute that the cursor is in, in its name or its value."""
        return next(a for a in self.attributes if self.typed in {a.value, a.at})


def cursor_at(text: str, offset: int) -> Cursor:
    """Return what the cursor is in."""
    piece, end = None, 0
    for found in PIECE.finditer(text):
        if found.start() >= offset:
            break
        piece, end = found, found.end()
    if piece is not None and (offset < end or _is_open(piece[0])):
        return _inside(text, offset, piece)
    less = text.rfind("<", end, offset)
    if less >= 0 and _begins(text, offset, less):
        return _in_unfinished(text, offset, less)
    return _in_text(text, offset)


def _is_open(written: str) -> bool:
    """Is it a comment or an instruction that goes on to the end of the text?"""
    return any(
        written.startswith(start) and not written.endswith(end) for start, end in _ENDS
    )


def _begins(text: str, offset: int, less: int) -> bool:
    """Say whether a tag begins at this `<`, and not a comparison."""
    return offset == less + 1 or text[less + 1] not in f"{SPACE}="


def _inside(text: str, offset: int, piece: Match[str]) -> Cursor:
    start, end = piece.span()
    if piece["open"]:
        return _in_start_tag(text, offset, start, end)
    if piece["close"]:
        return _in_end_tag(text, offset, start, end)
    if piece[0].startswith(_CDATA):
        first = start + len(_CDATA)
        last = end - len(_CDATA_END) if piece[0].endswith(_CDATA_END) else end
        if first <= offset <= last:
            return Cursor(Where.CDATA, Span(start, end), Span(first, last))
    return Cursor(Where.ELSEWHERE, Span(start, end), Span(offset, offset))


def _in_text(text: str, offset: int) -> Cursor:
    word = _NAME_BACK.search(text, max(0, offset - _LONGEST_NAME), offset)
    typed = Span(word.start() if word else offset, offset)
    return Cursor(Where.TEXT, typed, typed)


def _in_unfinished(text: str, offset: int, less: int) -> Cursor:
    """Return what the cursor is in behind a `<` that begins nothing whole."""
    sign = text[less + 1 : offset][:1]
    if sign == "/":
        return _in_end_tag(text, offset, less, None)
    if sign and sign in "!?":
        return Cursor(Where.ELSEWHERE, Span(less, offset), Span(offset, offset))
    return _in_start_tag(text, offset, less, None)


def _in_end_tag(text: str, offset: int, less: int, end: int | None) -> Cursor:
    """Return what the cursor is in inside an end tag, or behind one without `>`."""
    name = Span(less + 2, _end_of_name(text, less + 2))
    if end is None and offset > name.end:
        return _in_text(text, offset)
    where = Where.END_NAME if name.holds(offset) else Where.ELSEWHERE
    hole = Span(less, name.end if end is None else end)
    typed = Span(name.start, name.end + text.startswith(">", name.end))
    return Cursor(where, hole, typed, is_whole=end is not None)


def _in_start_tag(text: str, offset: int, less: int, end: int | None) -> Cursor:
    """Return what the cursor is in inside a tag; `end` is where that ends, if known."""
    name = Span(less + 1, _end_of_name(text, less + 1))
    attributes = read_attributes(text, name.end, offset, end)
    stop = max(offset, name.end, *(a.end for a in attributes))
    if name.start == stop and text[stop : stop + 1] == ">":
        # Put there by the editor, with the `<`.
        stop += 1
    hole = Span(less, stop if end is None else _end(text, name, end))
    found = Cursor(
        Where.NAME,
        hole,
        name,
        text[slice(*name)],
        attributes,
        end is not None or bool(attributes),
    )
    if offset <= name.end:
        return found
    where, typed = _in_attributes(text, offset, attributes)
    return found._replace(where=where, typed=typed)


def _in_attributes(
    text: str, offset: int, attributes: tuple[WrittenAttribute, ...]
) -> tuple[Where, Span]:
    for attribute in attributes:
        if attribute.at.holds(offset):
            return Where.ATTRIBUTE, attribute.at
        if attribute.has_equals and attribute.value.holds(offset):
            return Where.VALUE, attribute.value
        if attribute.at.end < offset < attribute.value.start:
            return Where.ELSEWHERE, Span(offset, offset)
    is_apart = text[offset - 1] in SPACE
    return Where.ATTRIBUTE if is_apart else Where.ELSEWHERE, Span(offset, offset)


def _end(text: str, name: Span, tag_end: int) -> int:
    """Return where an element ends, or its tag alone."""
    if text[tag_end - 2] == "/":
        return tag_end
    return end_of_element(text, text[slice(*name)], tag_end) or tag_end


def _end_of_name(text: str, at: int) -> int:
    found = _NAME.match(text, at)
    return found.end() if found else at
