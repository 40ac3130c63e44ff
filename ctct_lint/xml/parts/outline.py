"""The outline of a document: its start, the children of its root, and its end.

The children of one name, such as the entries of a feed, are told from the others. No
more is looked at than it takes to tell where they begin and end; what is wrong inside
of them is not found here.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.parts.buffer import Buffer

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[^\W\d][\w.-]*"
_PREFIX = rf"(?:{_NAME}:)?"
_SPACE = r"[ \t\r\n]*"
_ENDS = {"!--": "-->", "![CDATA[": "]]>", "?": "?>"}
# A `<` in a value is a fault: then it is not known where the tag ends.
_ATTRIBUTES = r"""(?=[\s/>])[^<>"']*(?:"[^<"]*"[^<>"']*|'[^<']*'[^<>"']*)*>"""
_HEAD = re.compile(
    r"(?:[ \t\r\n]|<!--(?:(?!--).)*-->|<\?(?:(?!\?>).)*\?>)*"
    rf"<({_PREFIX}({_NAME})){_ATTRIBUTES}",
    re.DOTALL,
)
_MARKUP = re.compile(r"<(?P<misc>!--|!\[CDATA\[|\?)?")
_START = re.compile(rf"<({_PREFIX}({_NAME})){_ATTRIBUTES}")
_STOP = re.compile(rf"</({_PREFIX}({_NAME})){_SPACE}>")


class PartKind(Enum):
    """What a part of a document is.

    HEAD   all up to the end of the root's start tag
    CHILD  a child of the name that is asked for, with what stands before it
    OTHER  another child, with what stands before it
    STRAY  what ends with an end tag of such a child that has no start tag
    TAIL   the end tag of the root, with what stands before and behind it
    CUT    what is there instead if the document is cut off, a child perhaps
    """

    HEAD = auto()
    CHILD = auto()
    OTHER = auto()
    STRAY = auto()
    TAIL = auto()
    CUT = auto()


class DocumentPart(NamedTuple):
    """A part of a document: together they are the whole of its text."""

    kind: PartKind
    text: str


class Unclear(Exception):  # noqa: N818 - no error, but a way to go on otherwise
    """It cannot be told where the children of a document begin and end."""


class _CutOff(Exception):  # noqa: N818 - what is said of it is said by others
    """The document ends where something is open."""


def parts_in(pieces: Iterator[str], root: str, child: str) -> Iterator[DocumentPart]:
    """Yield the parts of a document whose root has this local name.

    Raises Unclear where they cannot be told, of another root at once. Each piece but
    the last one must end with a `>`.
    """
    return _Outline(Buffer(pieces), root, child).parts()


class _Outline:
    def __init__(self, buffer: Buffer, root: str, child: str) -> None:
        self._buffer = buffer
        self._root = root
        self._child = child
        self._inside = re.compile(
            rf"<(?:(?P<misc>!--|!\[CDATA\[|\?)"
            rf"|/{_PREFIX}(?:{re.escape(child)}|(?P<root>{re.escape(root)})){_SPACE}>)"
        )

    def parts(self) -> Iterator[DocumentPart]:
        found = self._buffer.match(_HEAD, 0)
        if found is None or found[2] != self._root or found[0].endswith("/>"):
            raise Unclear
        yield DocumentPart(PartKind.HEAD, self._buffer.take(found.end()))
        kind = PartKind.HEAD
        while kind not in {PartKind.TAIL, PartKind.CUT}:
            try:
                kind, end = self._next()
            except _CutOff:
                kind, end = PartKind.CUT, self._rest()
            yield DocumentPart(kind, self._buffer.take(end))

    def _next(self) -> tuple[PartKind, int]:
        """Return what comes next, and where it ends."""
        stack: list[str] = []
        at = 0
        while True:
            at = self._next_tag(at)
            if self._buffer.text.startswith("/", at + 1):
                stop = self._tag(_STOP, at)
                at, kind = stop.end(), self._closed(stop, stack)
                if kind is not None:
                    return kind, self._rest() if kind is PartKind.TAIL else at
                continue
            start = self._tag(_START, at)
            at, is_empty = start.end(), start[0].endswith("/>")
            if not stack and start[2] == self._child:
                return PartKind.CHILD, at if is_empty else self._end_of_child(at)
            if not is_empty:
                stack.append(start[1])
            elif not stack:
                return PartKind.OTHER, at

    def _next_tag(self, at: int) -> int:
        """Return where the next tag begins."""
        found = self._search(_MARKUP, at)
        while found["misc"]:
            at = self._behind(found["misc"], found.start())
            found = self._search(_MARKUP, at)
        return found.start()

    def _closed(self, stop: re.Match[str], stack: list[str]) -> PartKind | None:
        """Return what an end tag ends, if it ends a part."""
        if stack:
            if stack.pop() != stop[1]:
                raise Unclear
            return None if stack else PartKind.OTHER
        if stop[2] == self._child:
            return PartKind.STRAY
        if stop[2] == self._root:
            return PartKind.TAIL
        raise Unclear

    def _end_of_child(self, at: int) -> int:
        """Return where the child ends whose start tag ends at a position."""
        has_end_of_root = False
        while True:
            found = self._search(self._inside, at)
            at = found.end()
            if found["misc"]:
                at = self._behind(found["misc"], found.start())
            elif found["root"]:
                has_end_of_root = True
            elif has_end_of_root:
                raise Unclear
            else:
                return at

    def _search(self, pattern: re.Pattern[str], at: int) -> re.Match[str]:
        found = self._buffer.search(pattern, at)
        if found is None:
            raise _CutOff
        return found

    def _behind(self, misc: str, at: int) -> int:
        """Return where a comment, section or instruction ends."""
        end = _ENDS[misc]
        found = self._buffer.find(end, at + 1 + len(misc))
        if found < 0:
            raise _CutOff
        return found + len(end)

    def _tag(self, pattern: re.Pattern[str], at: int) -> re.Match[str]:
        found = self._buffer.match(pattern, at)
        if found is None:
            raise Unclear if ">" in self._buffer.text[at:] else _CutOff
        return found

    def _rest(self) -> int:
        while self._buffer.read_on():
            pass
        return len(self._buffer.text)
