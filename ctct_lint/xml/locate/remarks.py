"""Comments and processing instructions of a well-formed text, by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.span import Span
from ctct_lint.xml.locate.tags import MARKUP

if TYPE_CHECKING:
    from collections.abc import Iterator

# Sections of text, and the declaration.
_OTHERS = ("<![", "<?xml ")


class Remarks:
    """Finds remarks; the text is read when one is asked for, and once."""

    __slots__ = ("_spans", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: tuple[Span, ...] | None = None

    def span(self, number: int) -> Span | None:
        """Return where one is, None if there is none; the first one is number 0."""
        if self._spans is None:
            self._spans = tuple(self._every())
        return self._spans[number] if number < len(self._spans) else None

    def _every(self) -> Iterator[Span]:
        for match in MARKUP.finditer(self._text):
            is_tag = match.lastgroup is not None
            if not is_tag and not match[0].startswith(_OTHERS):
                yield Span(*match.span())
