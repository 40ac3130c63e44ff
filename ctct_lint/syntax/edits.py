"""Edits applied to a text, and the way back from the result."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from ctct_lint.syntax.chars import FORBIDDEN
from ctct_lint.syntax.draft import TextEdit
from ctct_lint.syntax.literal import unescaping_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def in_order(edits: Iterable[TextEdit]) -> list[TextEdit]:
    """Sort edits and leave out those that fall inside another one.

    At one place what is inserted comes first, in the order given.
    """
    kept: list[TextEdit] = []
    end = 0
    for edit in sorted(edits, key=_sort_key):
        if edit.start >= end:
            kept.append(edit)
            end = edit.end
    return kept


def _sort_key(edit: TextEdit) -> tuple[int, bool, int]:
    return edit.start, edit.end > edit.start, -edit.end


def apply_edits(text: str, edits: Sequence[TextEdit]) -> str:
    """Return the text with edits applied that are in order and apart."""
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


class WayBack:
    """Offsets of an edited text to offsets of the text it was made of."""

    def __init__(self, edits: Sequence[TextEdit]) -> None:
        growths = accumulate((len(e.new) - (e.end - e.start) for e in edits), initial=0)
        self._edits = edits
        self._growth = list(growths)
        self._starts = [e.start + g for e, g in zip(edits, self._growth, strict=False)]

    def original(self, offset: int) -> int:
        """Return where the character came from; new text is at its edit's start."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        edit = self._edits[index]
        if offset < self._starts[index] + len(edit.new):
            return edit.start
        return offset - self._growth[index + 1]

    def original_end(self, offset: int) -> int:
        """Return the end of what became the character, if an edit made only that."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._starts[index] + len(self._edits[index].new):
            return self._edits[index].end
        return self.original(offset) + 1


class Cleaned:
    """The text without the characters that XML has no place for.

    Nor does it have the escapes of a string literal, if it was pasted as one.

    All else is found in the clean text; `span` and `place` lead back.
    """

    def __init__(self, text: str) -> None:
        self.runs = [found.span() for found in FORBIDDEN.finditer(text)]
        self.escapes = unescaping_edits(text)
        edits = [*self.escapes, *(TextEdit(s, e, "") for s, e in self.runs)]
        edits.sort()
        self.text = apply_edits(text, edits)
        self._way = WayBack(edits)

    def place(self, offset: int) -> int:
        """Return an offset of the original text."""
        return self._way.original(offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of the original text; it grows no further than it must."""
        if start == end:
            return self.place(start), self.place(start)
        return self.place(start), self._way.original_end(end - 1)
