"""The way back from an edited text to the one that it was made of."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from ctct_lint.xml.edits import Edits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.xml.draft import TextEdit


class WayBack:
    """Offsets of an edited text to offsets of the text it was made of."""

    def __init__(self, edits: Iterable[TextEdit]) -> None:
        self._edits = edits if isinstance(edits, Edits) else Edits(edits)
        self._growth = array("q", self._edits.growths())
        self._starts = array("q", self._edits.moved(self._growth))

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
