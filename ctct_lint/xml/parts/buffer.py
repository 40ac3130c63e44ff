"""Text that is read on when it is needed, and forgotten when it was handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


class Buffer:
    """The text from the start of a part on, as far as it was read.

    Positions count from there. What is handed out together is read in steps that
    double, so that a part of any length is copied a few times only.
    """

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self.text = ""

    def read_on(self) -> bool:
        """Read more; is there anything?"""
        parts = [self.text]
        wanted = max(len(self.text), 1)
        for piece in self._pieces:
            parts.append(piece)
            wanted -= len(piece)
            if wanted <= 0:
                break
        size = len(self.text)
        self.text = "".join(parts)
        return len(self.text) > size

    def find(self, what: str, start: int) -> int:
        """Return where a text is behind a position; -1 if it is nowhere."""
        at = self.text.find(what, start)
        while at < 0:
            # It may be cut in two.
            start = max(start, len(self.text) - len(what) + 1)
            if not self.read_on():
                return -1
            at = self.text.find(what, start)
        return at

    def search(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Return the next match; nothing it matches may end where a piece ends."""
        found = pattern.search(self.text, start)
        while found is None:
            start = len(self.text)
            if not self.read_on():
                return None
            found = pattern.search(self.text, start)
        return found

    def match(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Return the match at a position, which may go on in what is yet to be read."""
        found = pattern.match(self.text, start)
        while found is None:
            if len(self.text) - start > _LONGEST or not self.read_on():
                return None
            found = pattern.match(self.text, start)
        return found

    def take(self, end: int) -> str:
        """Hand out the text up to a position, and forget it."""
        taken, self.text = self.text[:end], self.text[end:]
        return taken


# No tag is longer: what looks like one has lost its end.
_LONGEST = 1 << 20
