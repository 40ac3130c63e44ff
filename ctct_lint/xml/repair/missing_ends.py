"""Where end tags go that are missing, and what is to be written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import trimmed_range
from ctct_lint.xml.repair.lost_ends import end_edit, is_end_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.tokens import Token

# A tag that has lost its `<` has no more white space than this.
_BLANKS = 8


class MissingEnds:
    """Places end tags between the tokens of a text, from its start to its end."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._trimmed = (-1, -1)
        self._ended_at = -1
        self._end_tags: dict[str, str] = {}

    def place_before(self, number: int) -> int:
        """Return where an end tag goes that is missing before a token.

        That is after the last character of a text, not inside other things.
        """
        before = self._tokens[number - 1]
        if self._trimmed[0] != number:
            end = self._tokens[number].start
            if before.kind == "text":
                _, end = trimmed_range(self._text, before.start, end)
            self._trimmed = (number, end)
        return self._trimmed[1]

    def edit(self, number: int, place: int, name: str) -> tuple[int, int, str]:
        """Return the edit that puts in an end tag, or the `<` that it lacks alone."""
        text, before = self._text, self._tokens[number - 1]
        low = max(before.start, place - len(name) - _BLANKS)
        # That of a tag has its `<`; in a comment or a section it ends nothing, nor does
        # it where an inner element has its end put in behind it.
        is_text = before.kind == "text" and place != self._ended_at
        self._ended_at = place
        slash = text.rfind("/", low, place) if is_text else -1
        if slash >= 0 and is_end_of(text[slash + 1 : place], name):
            return end_edit(text, before.start, slash, place, name)
        end_tag = self._end_tags.setdefault(name, f"</{name}>")
        return place, place, end_tag
