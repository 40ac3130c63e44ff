"""Which characters of the file spell which characters of an element's text.

References, CDATA sections, comments and line ends make the two differ.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = lazy(
    r"(?P<plain>[^<&\r]+|\r(?!\n))"
    r"|(?P<unit>&[^;]*;|\r\n)"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|<!--.*?-->|<\?.*?\?>"
    r"|(?P<tag><)",
    re.DOTALL,
)
_CDATA_PIECE = lazy(r"(?P<unit>\r\n)|[^\r]+|\r")


class TextMap:
    """Maps the text up to the next tag to offsets of the file.

    `start` is the offset after a tag, `end` the farthest to look. The length of
    the decoded text is `len(map)`; a reference counts as one character (astral
    ones too), as in Python's and lxml's strings. The text is read as far as it is
    asked for: most often that is not all of it.
    """

    __slots__ = ("_decoded", "_pieces", "_raw", "_sections", "_size", "_units")

    def __init__(self, text: str, start: int, end: int) -> None:
        # For each piece: its first character, its offset, and its length in the
        # file if it is one character, else 0. Arrays, as there may be millions.
        self._decoded = array("q")
        self._raw = array("q")
        self._units = array("q")
        # Where each CDATA section begins and where it ends, in decoded characters.
        self._sections = array("q")
        self._size = 0
        self._pieces = self._scan(text, start, end)

    def __len__(self) -> int:
        for _ in self._pieces:
            pass
        return self._size

    def clip(self, index: int) -> int:
        """Return the index, or the length of the decoded text if that is less."""
        while self._size < index and next(self._pieces, False):
            pass
        return min(index, self._size)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the file's offsets for the decoded characters `start` to `end`.

        Both must lie in the text, `start` before `end`.
        """
        return self._char(start)[0], self._char(end - 1)[1]

    def gap(self, index: int) -> int:
        """Return the file's offset before the decoded character `index`.

        It is right behind the one before it, if there is one; the text is not empty.
        """
        return self._char(index - 1)[1] if index else self._char(0)[0]

    def is_in_cdata(self, index: int) -> bool:
        """Is the decoded character `index` spelt by a CDATA section?"""
        self.clip(index + 1)
        return bisect_right(self._sections, index) % 2 == 1

    def _char(self, index: int) -> tuple[int, int]:
        self.clip(index + 1)
        piece = bisect_right(self._decoded, index) - 1
        raw, unit = self._raw[piece], self._units[piece]
        if unit:
            return raw, raw + unit
        offset = raw + index - self._decoded[piece]
        return offset, offset + 1

    def _scan(self, text: str, start: int, end: int) -> Iterator[bool]:
        """Note the pieces of the text; yield after each."""
        for match in _PIECE.finditer(text, start, end):
            kind = match.lastgroup
            if kind == "tag":
                return
            if kind == "cdata":
                self._sections.append(self._size)
                for part in _CDATA_PIECE.finditer(text, *match.span("cdata")):
                    self._add(part, part.lastgroup)
                self._sections.append(self._size)
            elif kind is not None:
                self._add(match, kind)
            yield True

    def _add(self, piece: re.Match[str], kind: str | None) -> None:
        start, end = piece.span()
        self._decoded.append(self._size)
        self._raw.append(start)
        if kind == "unit":
            self._units.append(end - start)
            self._size += 1
        else:
            self._units.append(0)
            self._size += end - start
