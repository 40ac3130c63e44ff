"""A document as text, with what was wrong with its bytes."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple


class Trouble(NamedTuple):
    """A fault of the encoding; offsets count code points of the decoded text.

    kind      the kebab-case name of the rule that words it
    subject   the encoding's name as declared, or what the file is; for bytes the
              first 16 as hex and the encoding that they do not fit: `E9 UTF-8`
    expected  the encoding that the bytes are in; for bytes that are not UTF-8, or
              not ISO-8859-1, the windows-1252 characters, U+FFFD for what is none
    related   other places: start, end, the byte there as hex
    detail    what makes it worse: `name` if a name in a tag has such bytes
    """

    kind: str
    start: int
    end: int
    subject: str = ""
    expected: str = ""
    related: tuple[tuple[int, int, str], ...] = ()
    detail: str = ""

    def moved(self, by: int) -> Trouble:
        """Return it so many code points farther on."""
        related = tuple((s + by, e + by, what) for s, e, what in self.related)
        return self._replace(start=self.start + by, end=self.end + by, related=related)


class Decoded(NamedTuple):
    """The text without its BOM; `codec` is the Python codec that made it."""

    text: str
    codec: str
    bom: bytes = b""
    troubles: tuple[Trouble, ...] = ()
