"""Very many texts as patterns: libxml2 looks at each value of an enumeration.

To refuse a text it also writes all of them, each time from the beginning: of 10,000
values a wrong one takes 20 ms, a right one 0.1 ms. With patterns that go through the
texts letter by letter both take some microseconds.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# From so many values on an enumeration is written as patterns.
MANY = 200
# How XSD's own types of texts take white space; they are compared letter by letter.
_REPLACE, _COLLAPSE = "replace", "collapse"
WHITE_SPACE = {
    "string": "preserve",
    "normalizedString": _REPLACE,
    **dict.fromkeys(
        ("token", "language", "Name", "NCName", "NMTOKEN", "anyURI"), _COLLAPSE
    ),
}
_BLANKS = str.maketrans("\t\r\n", "   ")
# To compile a pattern takes libxml2 the square of its length: so long is one at most,
# if its first text is not.
_LONGEST = 3000
# Matches no text, but says in libxml2's message what is expected.
_ONE_OF = "one of {:,} values[^\\s\\S]"
_NAMED = lazy(r"is not accepted by the pattern '(one of [\d,]+ values)[^']*'")
_SIGN = lazy(r"[\\|.?*+(){}\[\]^-]")


def patterns_of(texts: Iterable[str]) -> list[str]:
    """Return patterns of which a text matches one if it is one of some.

    libxml2 names the last of them, which only says so.
    """
    every = sorted(set(texts))
    return [*map(_pattern, _parts(every)), _ONE_OF.format(len(every))]


def normal(text: str, white_space: str) -> str:
    """Return a text as it is compared where white space is taken so."""
    if white_space == _COLLAPSE:
        return collapsed(text)
    return text.translate(_BLANKS) if white_space == _REPLACE else text


def names_list(message: str) -> bool:
    """Tell whether libxml2 says of a value that it matches none of such patterns."""
    return _NAMED.search(message) is not None


def in_words(message: str) -> str:
    """Return what libxml2 says of a value with the values in place of the patterns."""
    return _NAMED.sub(r"is not \1", message)


def _parts(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    start = size = 0
    for number, text in enumerate(texts):
        if size and size + len(text) > _LONGEST:
            yield texts[start:number]
            start, size = number, 0
        size += len(text) + 1
    yield texts[start:]


def _pattern(texts: Sequence[str], at: int = 0) -> str:
    """Return the pattern of sorted texts that are the same before a character."""
    first, last = texts[0], texts[-1]
    end = at
    while end < len(first) and first[end] == last[end]:
        end += 1
    same = _escaped(first[at:end])
    rest = texts[len(first) == end :]
    if not rest:
        return same
    groups = (list(group) for _, group in groupby(rest, key=lambda text: text[end]))
    branches = "|".join(_pattern(group, end) for group in groups)
    return f"{same}({branches}){'?' if len(rest) < len(texts) else ''}"


def _escaped(text: str) -> str:
    return _SIGN.sub(r"\\\g<0>", text)
