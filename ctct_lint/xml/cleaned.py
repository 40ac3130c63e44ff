"""A text without the characters that XML has no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.carried import carrier_of
from ctct_lint.xml.chars import ENDS_OF_OTHERS, forbidden_runs, parts_words
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import Edits, apply_edits
from ctct_lint.xml.mistyped.find import mistyped
from ctct_lint.xml.way_back import WayBack

if TYPE_CHECKING:
    from ctct_lint.xml.model import ContentModel

_NEAR = 1_000


class Cleaned:
    """The text without the characters that XML has no place for.

    Nor does it have what it came in, such as the escapes of a string literal, or signs
    of tags that were mistyped.

    All else is found in the clean text; `span` leads back. `edits` has what was
    done, `carrier` the part of it that is about what it came in, and `mistyped` the
    faults of such signs.
    """

    def __init__(self, text: str, model: ContentModel) -> None:
        self.carrier = carrier_of(text)
        self.mistyped = [] if self.carrier else mistyped(text, model)
        self.edits = _forbidden(text)
        if self.carrier:
            self.edits = self.edits.with_others(self.carrier.edits)
        if self.mistyped:
            others = (edit for fault in self.mistyped for edit in fault.edits)
            self.edits = self.edits.with_others(others)
        self.text = apply_edits(text, self.edits) if self.edits else text
        self._way = WayBack(self.edits)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a range of the original text; it grows no further than it must."""
        if not self.edits:
            return start, end
        first = self._way.original(start)
        return first, first if start == end else self._way.original_end(end - 1)


def cleaning_edit(text: str, start: int, end: int) -> TextEdit:
    """Return the edit that takes a run of forbidden characters away.

    Word processors end lines and pages with two of them: a blank keeps words apart.
    """
    is_end = not text[start:end].strip(ENDS_OF_OTHERS) and parts_words(text, start, end)
    return TextEdit(start, end, " " if is_end and _is_in_text(text, start) else "")


def _is_in_text(text: str, at: int) -> bool:
    """Say whether something is in no tag, as far as the text nearby tells."""
    low = max(0, at - _NEAR)
    return text.rfind("<", low, at) <= text.rfind(">", low, at)


def _forbidden(text: str) -> Edits:
    return Edits(cleaning_edit(text, start, end) for start, end in forbidden_runs(text))
