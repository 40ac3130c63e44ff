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

    __slots__ = ("_decoded", "_in_cdata", "_pieces", "_raw", "_size", "_units")

    def __init__(self, text: str, start: int, end: int) -> None:
        # For each piece: its first character, its offset, and its length in the
        # file if it is one character, else 0. Arrays, as there may be millions.
        self._decoded = array("q")
        self._raw = array("q")
        self._units = array("q")
        self._in_cdata = array("b")
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
        return bool(self._in_cdata[bisect_right(self._decoded, index) - 1])

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
                for part in _CDATA_PIECE.finditer(text, *match.span("cdata")):
                    self._add(*part.span(), is_unit=part.lastgroup is not None)
                    self._in_cdata[-1] = True
            elif kind is not None:
                self._add(*match.span(), is_unit=kind == "unit")
            yield True

    def _add(self, start: int, end: int, *, is_unit: bool) -> None:
        length = end - start
        self._decoded.append(self._size)
        self._raw.append(start)
        self._units.append(length if is_unit else 0)
        self._in_cdata.append(False)
        self._size += 1 if is_unit else length
