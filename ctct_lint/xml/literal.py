r"""Documents pasted as a string literal: `\"` for each quote, `\n` for line ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S, is_character, trimmed_range
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINS_ESCAPED = lazy(
    rf"(?:{S}|\\[nrt])*(?:\"(?:{S}|\\[nrt])*)?"
    rf"<(?:\?xml{S}|[A-Za-z])[^<>\"']*=\\\""
)
_BARE_QUOTE = lazy(r'(?<!\\)"')
_ESCAPE = lazy(
    r'\\(?:["\\/nrt]|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}'
    r"|u[\da-fA-F]{4})"
)


def unescaping_edits(text: str) -> list[TextEdit]:
    """Return the edits that make a document of a string literal, else none.

    It is one if its first tag has an escaped quote, which no XML has, and no
    quote is bare but those around it. Each edit leaves one character or none.
    """
    if not _BEGINS_ESCAPED.match(text):
        return []
    start, end = trimmed_range(text, 0, len(text))
    around = [at for at in (start, end - 1) if _BARE_QUOTE.match(text, at)]
    if len(_BARE_QUOTE.findall(text)) > len(around):
        return []
    edits = [TextEdit(at, at + 1, "") for at in around]
    return sorted([*edits, *unescaping_edits_in(text, 0, len(text))])


def unescaping_edits_in(text: str, start: int, end: int) -> Iterator[TextEdit]:
    """Yield the edits that unescape the part of a text that a literal holds."""
    from json import loads

    for found in _ESCAPE.finditer(text, start, end):
        new = loads(f'"{found[0]}"')
        if is_character(ord(new)):
            yield TextEdit(found.start(), found.end(), new)
