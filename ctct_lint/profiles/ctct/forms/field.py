"""The fields of a form, and where their characters stand in the text."""

from __future__ import annotations

import re
from functools import cached_property

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span

# Of a longer value the rest is not looked at: the heads and first rows tell enough.
_MOST_READ = 100_000
_PIECE = lazy(r"(?:%[0-9A-Fa-f]{2})+|.", re.DOTALL)


class DecodedText:
    """A name or value as a server reads it, and where each character is spelt."""

    def __init__(self, text: str, span: Span, *, is_encoded: bool) -> None:
        """Read a part of the text; encoded, `+` is a blank and `%40` an `@`."""
        self.span = span
        self.is_encoded = is_encoded
        self.raw = text[span.start : min(span.end, span.start + _MOST_READ)]

    @cached_property
    def _decoded(self) -> tuple[str, list[int]]:
        if not self.is_encoded:
            return self.raw, list(range(len(self.raw) + 1))
        read: list[str] = []
        starts: list[int] = []
        for piece in _PIECE.finditer(self.raw):
            at = piece.start()
            for character, width in _characters(piece[0]):
                read.append(character)
                starts.append(at)
                at += width
        return "".join(read), [*starts, len(self.raw)]

    @property
    def text(self) -> str:
        """The characters that are meant."""
        return self._decoded[0]

    def part(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` is spelt."""
        starts = self._decoded[1]
        return Span(self.span.start + starts[start], self.span.start + starts[end])


class Field(NamedTuple):
    """A parameter: its name and its value, None where not even a `=` is there."""

    name: DecodedText
    value: DecodedText | None

    @property
    def text(self) -> str:
        """The value that is meant, trimmed; "" for none."""
        return "" if self.value is None else self.value.text.strip()

    @property
    def at(self) -> Span:
        """Where the value is, without white space around it; the name for none."""
        if self.value is None or not self.text:
            return self.name.span
        start = self.value.text.index(self.text)
        return self.value.part(start, start + len(self.text))


def _characters(piece: str) -> list[tuple[str, int]]:
    """Return what a piece spells, each character with the width of its spelling."""
    if piece[0] != "%" or len(piece) == 1:
        return [(" " if piece == "+" else piece, 1)]
    data = bytes.fromhex(piece.replace("%", ""))
    try:
        return [(c, 3 * len(c.encode())) for c in data.decode()]
    except UnicodeDecodeError:
        return [(c, 3) for c in data.decode("latin-1")]
