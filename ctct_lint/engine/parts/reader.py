"""Reading the children of a long document, and what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.parts.extract import ExtractPart, within
from ctct_lint.suppress import MARK
from ctct_lint.text.patterns import lazy
from ctct_lint.text.source import START, advanced
from ctct_lint.xml.parts.outline import Unclear, parts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.profiles.profile import Series
    from ctct_lint.text.decoded import Trouble
    from ctct_lint.text.pieces import Piece
    from ctct_lint.xml.parts.outline import PartKind

# A comment that is about more than the part which it stands in.
_FAR = lazy(rf"{MARK}[^>]*?(?:able|file)")


class Reader:
    """A long document, a stretch at a time.

    is_plain  was the encoding of all that was read without trouble?
    """

    def __init__(self, pieces: Iterable[Piece], series: Series) -> None:
        self._pieces = pieces
        self._series = series
        self._troubles: list[Trouble] = []
        self._position = START
        self.is_plain = True

    def stretches(self) -> Iterator[tuple[PartKind, ExtractPart]]:
        """Yield each stretch with what it is.

        Raises Unclear where it cannot be told where a part ends, or what it is about.
        """
        for kind, text in parts_in(self._texts(), *self._series):
            yield kind, self._stretch(text)

    def _texts(self) -> Iterator[str]:
        for piece in self._pieces:
            if MARK in piece.text and _FAR.search(piece.text):
                raise Unclear
            self._troubles += piece.troubles
            self.is_plain &= not piece.troubles
            yield piece.text

    def _stretch(self, text: str) -> ExtractPart:
        start = self._position
        self._position = advanced(start, text)
        troubles: tuple[Trouble, ...] = ()
        if self._troubles:
            end = self._position.offset
            troubles = within(self._troubles, start.offset, end)
            self._troubles = self._troubles[len(troubles) :]
        return ExtractPart(start, text, troubles=troubles)
