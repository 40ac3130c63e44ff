"""Which characters of the file spell which characters of an element's text.

References, CDATA sections, comments and line ends make the two differ.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.locate.escaping import CDATA, CDATA_END

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands for itself, up to what does not: one match for both, as there may be a
# million of them.
_PIECE = lazy(
    r"[^<&\r]*"
    r"(?:(?P<unit>&[^;]*;|\r\n?)"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|(?P<unseen><!--.*?-->|<\?.*?\?>)"
    r"|(?P<tag><)"
    r"|\Z)",
    re.DOTALL,
)
_LINE_END = lazy(r"\r\n")


class TextMap:
    """Maps the text up to the next tag to offsets of the file.

    `start` is the offset after a tag, `end` the farthest to look. The length of
    the decoded text is `len(map)`; a reference counts as one character (astral
    ones too), as in Python's and lxml's strings. The text is read as far as it is
    asked for: most often that is not all of it.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        # For each piece: its first character, its offset, and the length in the file
        # of that character, 0 if it stands for itself. All behind it up to the next
        # piece stand for themselves. Arrays, as there may be millions.
        self._decoded = array("q", [0])
        self._raw = array("q", [start])
        self._units = array("q", [0])
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
        behind = index - self._decoded[piece]
        if unit and not behind:
            return raw, raw + unit
        offset = raw + behind + (unit - 1 if unit else 0)
        return offset, offset + 1

    def _scan(self, text: str, start: int, end: int) -> Iterator[bool]:
        """Note the pieces of the text; yield after each."""
        for match in _PIECE.finditer(text, start, end):
            kind = match.lastgroup
            first, last = match.span(kind or 0)
            if kind is None:
                first = last
            elif kind == "cdata":
                first -= len(CDATA)
            self._size += first - match.start()
            if kind == "unit":
                self._add(first, last - first)
            elif kind == "unseen":
                self._add(last, 0)
            elif kind == "cdata":
                self._add_section(text, *match.span(kind))
            elif kind == "tag":
                return
            yield True

    def _add_section(self, text: str, start: int, end: int) -> None:
        """Add what is in a CDATA section, where only line ends are more than one."""
        self._sections.append(self._size)
        self._add(start, 0)
        for found in _LINE_END.finditer(text, start, end):
            self._size += found.start() - start
            start = found.end()
            self._add(found.start(), 2)
        self._size += end - start
        self._sections.append(self._size)
        self._add(end + len(CDATA_END), 0)

    def _add(self, offset: int, unit: int) -> None:
        """Add a piece; `unit` is the length of its first character, or 0."""
        self._decoded.append(self._size)
        self._raw.append(offset)
        self._units.append(unit)
        if unit:
            self._size += 1
