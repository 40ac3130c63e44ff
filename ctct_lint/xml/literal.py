r"""Documents pasted as a string literal: `\"` for each quote, `\n` for line ends.

In others each quote is doubled, `a=""b""`: C#, Visual Basic and CSV double `"` so, SQL
and Pascal `'`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import S, is_character, trimmed_range
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_BEGINS_ESCAPED = lazy(
    rf"(?:{S}|\\[nrt])*(?:\"(?:{S}|\\[nrt])*)?"
    rf"<(?:\?xml{S}|[A-Za-z])[^<>\"']*=\\\""
)
_BARE_QUOTE = lazy(r'(?<!\\)"')
# One tag with a slip is no literal.
_FEWEST = 2
_END_TAG = lazy(r"<\\?/(?=[A-Za-z])")
_ESCAPED_SLASH = r"\/"
_ESCAPE = lazy(
    r'\\(?:["\\/nrt]|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}'
    r"|u[\da-fA-F]{4})"
)


def unescaping_edits(text: str) -> list[TextEdit]:
    """Return the edits that make a document of a string literal, else none.

    It is one if its first tag has an escaped quote, which no XML has, and no
    quote is bare but those around it; or if the slashes of all its end tags are
    escaped. Each edit leaves one character or none.
    """
    if not _BEGINS_ESCAPED.match(text):
        return _unescaping_of_slashes(text)
    start, end = trimmed_range(text, 0, len(text))
    around = [at for at in (start, end - 1) if _BARE_QUOTE.match(text, at)]
    if len(_BARE_QUOTE.findall(text)) > len(around):
        return []
    edits = [TextEdit(at, at + 1, "") for at in around]
    return sorted([*edits, *unescaping_edits_in(text, 0, len(text))])


def _unescaping_of_slashes(text: str) -> list[TextEdit]:
    is_whole = text.lstrip().startswith("<") and has_escaped_slashes(text)
    return list(unescaping_edits_in(text, 0, len(text))) if is_whole else []


def has_escaped_slashes(text: str) -> bool:
    r"""Say whether all end tags are written `<\/a>`, as JSON and scripts have them."""
    if f"<{_ESCAPED_SLASH}" not in text:
        return False
    written = [found[0] for found in _END_TAG.finditer(text)]
    return len(written) >= _FEWEST and "</" not in written


def unescaping_edits_in(text: str, start: int, end: int) -> Iterator[TextEdit]:
    """Yield the edits that unescape the part of a text that a literal holds."""
    from json import loads

    for found in _ESCAPE.finditer(text, start, end):
        new = loads(f'"{found[0]}"')
        if is_character(ord(new)):
            yield TextEdit(found.start(), found.end(), new)


class _Quote(NamedTuple):
    """Patterns for a quote: the begin of a literal, a doubled value, a run of them."""

    sign: str
    begin: re.Pattern[str]
    value: re.Pattern[str]
    run: re.Pattern[str]


def _quote(sign: str) -> _Quote:
    # What stands between two empty values is no value.
    inside = f"[^\\s<>{sign}](?:[^<>{sign}]*[^\\s<>={sign}])?"
    value = f"={S}*{sign}{sign}{inside}{sign}{sign}(?!{sign})"
    begin = f"(?:[^<]{{0,400}}?({sign}))?{S}*<(?:\\?xml{S}|[A-Za-z])[^<>{sign}]*{value}"
    return _Quote(sign, lazy(begin), lazy(value), lazy(f"{sign}+"))


_QUOTES = (_quote('"'), _quote("'"))


def undoubling_edits(text: str) -> list[TextEdit]:
    """Return the edits that make a document of a literal with doubled quotes, or none.

    It is one if its first tag has a doubled quote, and all quotes are doubled but
    those around it. Each edit leaves one character or none.
    """
    for quote in _QUOTES:
        begin = quote.begin.match(text) if quote.sign * 2 in text else None
        if begin:
            return _edits(text, max(0, begin.end(1)), quote)
    return []


def _edits(text: str, begin: int, quote: _Quote) -> list[TextEdit]:
    runs = [found.span() for found in quote.run.finditer(text, begin)]
    odd = next((n for n, (at, to) in enumerate(runs) if (to - at) % 2), len(runs))
    end = runs[odd][1] - 1 if odd < len(runs) else len(text)
    is_closed = (end < len(text)) == (begin > 0)
    if not is_closed or "<" in text[end:] or _count(text, begin, end, quote) < _FEWEST:
        return []
    edits = _pairs(text, runs[: odd + 1])
    around = (TextEdit(0, begin, ""), TextEdit(end, len(text), ""))
    return sorted([*(edit for edit in around if edit.start < edit.end), *edits])


def undoubling_edits_in(text: str, start: int, end: int) -> list[TextEdit]:
    """Return the edits for the doubled `"` in a part of a text that a literal holds."""
    runs = (found.span() for found in _QUOTES[0].run.finditer(text, start, end))
    return _pairs(text, runs)


def _pairs(text: str, runs: Iterable[tuple[int, int]]) -> list[TextEdit]:
    pairs = (at for start, end in runs for at in range(start, end - 1, 2))
    return [TextEdit(at, at + 2, text[at]) for at in pairs]


def _count(text: str, begin: int, end: int, quote: _Quote) -> int:
    return sum(1 for _ in quote.value.finditer(text, begin, end))
