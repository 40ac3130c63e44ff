"""A text without the characters that XML has no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import FORBIDDEN
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import Edits, apply_edits
from ctct_lint.xml.literal import unescaping_edits
from ctct_lint.xml.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cleaned:
    """The text without the characters that XML has no place for.

    Nor does it have the escapes of a string literal, if it was pasted as one.

    All else is found in the clean text; `span` leads back. `edits` has what was
    done, `escapes` the part of it that is about a string literal.
    """

    def __init__(self, text: str) -> None:
        self.escapes = unescaping_edits(text)
        self.edits = _forbidden(text)
        if self.escapes:
            self.edits = self.edits.with_others(self.escapes)
        self.text = apply_edits(text, self.edits) if self.edits else text
        self._way = WayBack(self.edits)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of the original text; it grows no further than it must."""
        if not self.edits:
            return start, end
        first = self._way.original(start)
        return first, first if start == end else self._way.original_end(end - 1)


def _forbidden(text: str) -> Edits:
    return Edits(TextEdit(start, end, "") for start, end in forbidden_runs(text))


def forbidden_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the characters that XML has no place for."""
    return (found.span() for found in FORBIDDEN.finditer(text))
