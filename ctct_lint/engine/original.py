"""From the repaired text back to the one that was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable


class Original:
    """Finds spans of the repaired text in the original one.

    `offset_of` gives where a character of the repaired text came from, for new text
    the start of what it replaces.
    """

    def __init__(
        self, after: str, before: str, offset_of: Callable[[int], int]
    ) -> None:
        self._after = after
        self._before = before
        self._offset_of = offset_of

    def span(self, span: Span) -> Span:
        """Return the original of a span; what was deleted behind it stays out."""
        start = self._offset_of(span.start)
        if span.start >= span.end:
            return Span(start, start)
        last = span.end - 1
        if self._is_kept(last):
            return Span(start, self._offset_of(last) + 1)
        return Span(start, self._offset_of(span.end))

    def is_untouched(self, span: Span) -> bool:
        """Is the original the same, with the characters on either side of it?

        What was inserted right beside a span would meet the fix in one place.
        """
        first, last = max(span.start - 1, 0), min(span.end, len(self._after) - 1)
        if not (self._is_kept(first) and self._is_kept(last)):
            return False
        start, end = self._offset_of(first), self._offset_of(last) + 1
        return self._after[first : last + 1] == self._before[start:end]

    def _is_kept(self, offset: int) -> bool:
        """Is the character the original's own, or just the same as it?"""
        here = self._offset_of(offset)
        if self._offset_of(offset + 1) == here or (
            offset and self._offset_of(offset - 1) == here
        ):
            # New text leads to one place as a whole; after an insertion, so does
            # the first character that was there before.
            return False
        return self._after[offset] == self._before[here : here + 1]
