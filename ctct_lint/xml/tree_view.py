"""Documents as a browser shows them: `- <entry>`, a sign for each that can be folded.

A listing of changes has such signs, too, before the lines that are old or new.
"""

from __future__ import annotations

import re

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.draft import TextEdit

_BLANK = " \t\xa0"
_BLANKS = f"[{_BLANK}]*"
_SIGNS = "-+\N{MINUS SIGN}▼▶▾▸►"
_SIGNED = lazy(f"^{_BLANKS}([{_SIGNS}][ \xa0]?){_BLANKS}(?=<[A-Za-z/?!])", re.MULTILINE)
_PLAIN = lazy(f"^{_BLANKS}<[A-Za-z/]", re.MULTILINE)
_FEWEST = 2


def sign_edits(text: str) -> list[TextEdit]:
    """Return the edits that take the signs away from a document, none without such.

    The root has one, and other lines have none. Each edit leaves no character.
    """
    plain = _PLAIN.search(text)
    lines = text[: plain.start()].split("\n") if plain else ()
    is_signed = any(line.lstrip(_BLANK).startswith(tuple(_SIGNS)) for line in lines)
    if plain is None or not (is_signed and _SIGNED.search(text, 0, plain.start())):
        return []
    found = list(_SIGNED.finditer(text))
    if len(found) < _FEWEST:
        return []
    return [TextEdit(*one.span(1), "") for one in found]
