"""Positions as editors count them: lines, and characters in an encoding agreed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.text.source import LineIndex

if TYPE_CHECKING:
    from ctct_lint.text.source import Position

UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"
_ASTRAL = lazy("[\U00010000-\U0010ffff]")
_CONTINUING = bytes(range(0x80, 0xC0))


class Positions:
    """Turns offsets (code points) of a text into positions, and back."""

    def __init__(self, text: str, encoding: str) -> None:
        self._lines = LineIndex(text)
        self._encoding = encoding

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and character of an offset; what is outside is at the end."""
        offset = min(max(offset, 0), len(self._lines.text))
        return self.of(self._lines.position(offset))

    def of(self, position: Position) -> tuple[int, int]:
        """Return line and character of a position in this text."""
        if self._encoding == UTF_16:
            return position.line, position.character
        if self._encoding == UTF_32:
            return position.line, position.column
        end = position.offset
        before = self._lines.text[end - position.column : end]
        return position.line, len(_utf_8(before))

    def offset(self, line: int, character: int) -> int:
        """Return the offset of a position.

        Behind the end of a line it is that end, behind the last line the end of the
        text, within a character its start: a client may be ahead or behind.
        """
        start, end = self._lines.line(max(line, 0))
        character = max(character, 0)
        if self._encoding == UTF_32 or self._lines.text.isascii():
            return min(start + character, end)
        if self._encoding == UTF_8:
            return start + _characters(self._lines.text[start:end], character)
        return min(self._by_pairs(start, end, character), end)

    def _by_pairs(self, start: int, end: int, units: int) -> int:
        """Return the offset after so many UTF-16 code units from a start."""
        pairs = 0
        for astral in _ASTRAL.finditer(self._lines.text, start, end):
            before = astral.start() - start + pairs
            if units <= before:
                break
            if units == before + 1:
                return astral.start()
            pairs += 1
        return start + units - pairs


def _characters(text: str, size: int) -> int:
    """Return how many characters lie wholly within the first bytes of UTF-8."""
    encoded = _utf_8(text)
    starts = len(encoded[:size].translate(None, _CONTINUING))
    is_within = size < len(encoded) and encoded[size] in _CONTINUING
    return starts - is_within


def _utf_8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
