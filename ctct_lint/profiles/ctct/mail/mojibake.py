"""Content that was encoded twice, also where references spell it.

Programs that make references of what is not ASCII do so of each wrong character:
`&Atilde;&copy;` in the HTML for `é`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.mail.escapes import reference_starts
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.accepted import double_encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

# How such references begin: the first byte of most characters in UTF-8, C2, C3 or E2.
_MARKS = ("Atilde", "Acirc;", "acirc;", "#194;", "#195;", "#226;")
_UNITS = lazy(r"&(?:[A-Za-z]\w{1,31}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});|[^\x00-\x7f]")
_LETTERS = bytes(range(0x80)) + bytes(range(0xC0, 0x100))
_FIRST = lazy("&(?:Atilde;|Acirc;|acirc;|#194;|#195;|#226;)")


def mojibake_in(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where text is bytes of UTF-8, and what was meant, in order."""
    found: dict[tuple[int, int], str] = {}
    if has_symbols(text):
        for fault in double_encoded(text):
            found[fault.at.start, fault.at.end] = fault.expected[0]
    if any(start.startswith(_MARKS) for start in reference_starts(text)):
        found.update(_in_references(text))
    yield from sorted(found.items())


@lru_cache(maxsize=8)
def has_symbols(text: str) -> bool:
    """Has it characters beyond ASCII that are no letters of ISO-8859-1?

    UTF-8 that was read in the wrong encoding has, and control characters are some.
    """
    if text.isascii():
        return False
    try:
        return bool(text.encode("latin-1").translate(None, _LETTERS))
    except UnicodeEncodeError:
        return True


def _in_references(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the longest part from each mark on that is UTF-8 as a whole."""
    at = 0
    while mark := _FIRST.search(text, at):
        at = mark.end()
        # One character is up to four of them: most marks need no longer look.
        found = _meant_from(text, mark.start(), 4)
        if found is not None:
            at, meant = _meant_from(text, mark.start(), 60) or found
            yield (mark.start(), at), meant


def _meant_from(text: str, start: int, most: int) -> tuple[int, str] | None:
    """Return up to where the text is UTF-8 from an offset on, and what it means.

    At most so many references are read.
    """
    from html import unescape

    ends: list[int] = []
    decoded = ""
    for unit in islice(_UNITS.finditer(text, start), most):
        character = unescape(unit[0])
        if unit.start() != (ends[-1] if ends else start) or len(character) > 1:
            break
        ends.append(unit.end())
        decoded += character
    whole = next(double_encoded(decoded), None)
    if whole is None or whole.at.start:
        return None
    return ends[whole.at.end - 1], whole.expected[0]
