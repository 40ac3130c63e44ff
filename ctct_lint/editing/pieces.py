"""The markup of a text that may be broken anywhere, as far as it is whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.slotted import slotted
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S

if TYPE_CHECKING:
    from re import Match

# What may stand in a name, also in one that is none.
NAME_SIGN = r"""[^ \t\r\n<>/="'&!?]"""
# A value holds no `<`: one whose quote lacks would else take the next tags in.
PIECE = lazy(
    r"<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<\?.*?(?:\?>|\Z)"
    r"|<![A-Za-z][^<>]*(?:>|\Z)"
    rf"|</(?P<close>{NAME_SIGN}+){S}*>"
    rf"|<(?P<open>{NAME_SIGN}+)"
    r"""[^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*>""",
    re.DOTALL,
)
# A text of less is read as fast as it is made smaller.
_SMALL = 20_000
_SHORT = 300
# No model counts further.
_MOST_ALIKE = 40
# A wrong end tag is that of one of so many elements, or of none.
_LEVELS = 8


class _Cut(NamedTuple):
    """An element that goes: all of it, or what is behind its start tag."""

    start: int
    tag_end: int
    end: int
    is_kept: bool


@slotted
class _Open:
    """An element that is open, and the last of its children with those before it."""

    name: str
    start: int
    tag_end: int
    last: str = ""
    alike: int = 0


def shrunk(text: str) -> str:
    """Return a large text with its whole elements empty, and the first of many alike.

    What may stand beside them does not depend on what stands in them. Short values
    stay: they tell what a document is for.
    """
    if len(text) < _SMALL:
        return text
    parts, at = [], 0
    for cut in _Shrinking(text).cuts():
        parts.append(text[at : cut.start])
        if cut.is_kept:
            parts += [text[cut.start : cut.tag_end - 1], "/>"]
        at = cut.end
    return "".join([*parts, text[at:]])


def end_of_element(text: str, name: str, at: int) -> int | None:
    """Return where the element ends whose start tag ends at `at`, if it does."""
    depth = 1
    for found in PIECE.finditer(text, at):
        if found["open"] == name and not found[0].endswith("/>"):
            depth += 1
        elif found["close"] == name:
            depth -= 1
            if not depth:
                return found.end()
    return None


class _Shrinking:
    """Finds the elements that can go; `_stack` has those that are open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stack = [_Open("", 0, 0)]
        self._cuts: list[_Cut] = []

    def cuts(self) -> list[_Cut]:
        """Return what can go, in order and apart from each other."""
        for piece in PIECE.finditer(self._text):
            if piece.lastgroup == "open":
                self._open(piece)
            elif piece.lastgroup == "close":
                self._close(piece)
        return self._cuts

    def _open(self, piece: Match[str]) -> None:
        start, end = piece.span()
        opened = _Open(piece["open"], start, end)
        if self._text[end - 2] == "/":
            self._end(opened, end)
        else:
            self._stack.append(opened)

    def _close(self, piece: Match[str]) -> None:
        name = piece["close"]
        for level in range(1, min(_LEVELS, len(self._stack) - 1) + 1):
            opened = self._stack[-level]
            if opened.name == name:
                del self._stack[-level:]
                if level == 1:
                    self._end(opened, piece.end())
                return

    def _end(self, element: _Open, end: int) -> None:
        """Note what goes of an element that is whole."""
        parent = self._stack[-1]
        parent.alike = parent.alike + 1 if parent.last == element.name else 1
        parent.last = element.name
        is_long = bool(element.last) or end - element.start > _SHORT
        is_kept = parent.alike <= _MOST_ALIKE
        if is_kept and not is_long:
            return
        while self._cuts and self._cuts[-1].start >= element.start:
            self._cuts.pop()
        if not is_kept or end > element.tag_end:
            cut = _Cut(element.start, element.tag_end, end, is_kept)
            self._cuts.append(cut)
