"""A text without the characters that XML has no place for."""

from __future__ import annotations

from ctct_lint.xml.carried import carrier_of
from ctct_lint.xml.chars import forbidden_runs
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import Edits, apply_edits
from ctct_lint.xml.way_back import WayBack


class Cleaned:
    """The text without the characters that XML has no place for.

    Nor does it have what it came in, such as the escapes of a string literal.

    All else is found in the clean text; `span` leads back. `edits` has what was
    done, `carrier` the part of it that is about what it came in.
    """

    def __init__(self, text: str) -> None:
        self.carrier = carrier_of(text)
        self.edits = _forbidden(text)
        if self.carrier:
            self.edits = self.edits.with_others(self.carrier.edits)
        self.text = apply_edits(text, self.edits) if self.edits else text
        self._way = WayBack(self.edits)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of the original text; it grows no further than it must."""
        if not self.edits:
            return start, end
        first = self._way.original(start)
        return first, first if start == end else self._way.original_end(end - 1)


def _forbidden(text: str) -> Edits:
    return Edits(TextEdit(start, end, "") for start, end in forbidden_runs(text))
