"""Very many values as patterns: libxml2 looks at each value of an enumeration.

To refuse one it also writes all of them, each time from the beginning: of 10,000 values
a wrong one takes 20 ms, a right one 0.1 ms. With patterns that go through the values
letter by letter both take some microseconds.
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
BY_LETTERS = {
    "string": "preserve",
    "normalizedString": _REPLACE,
    **dict.fromkeys(
        ("token", "language", "Name", "NCName", "NMTOKEN", "anyURI"), _COLLAPSE
    ),
}
# Of numbers neither zeros at their ends count nor the sign of what is not below zero.
_NUMBER = "number"
DECIMALS = (
    "decimal integer nonPositiveInteger negativeInteger long int short byte "
    "nonNegativeInteger positiveInteger unsignedLong unsignedInt unsignedShort "
    "unsignedByte"
)
COMPARED = {**BY_LETTERS, **dict.fromkeys(DECIMALS.split(), _NUMBER)}
_BLANKS = str.maketrans("\t\r\n", "   ")
# To compile a pattern takes libxml2 the square of its length: so long is one at most,
# if its first text is not.
_LONGEST = 3000
# Matches no text, but says in libxml2's message what is expected.
_ONE_OF = "one of {:,} values[^\\s\\S]"
_NAMED = lazy(r"is not accepted by the pattern '(one of [\d,]+ values)[^']*'")
_SIGN = lazy(r"[\\|.?*+(){}\[\]^-]")


def patterns_of(values: Iterable[str], how: str) -> list[str]:
    """Return patterns of which a value matches one if it is one of some.

    libxml2 names the last of them, which only says so.

    how  they are compared, as `COMPARED` says of their type
    """
    every = sorted({_normal(value, how) for value in values})
    made = _numbers(every) if how == _NUMBER else map(_pattern, _parts(every))
    return [*made, _ONE_OF.format(len(every))]


def _normal(value: str, how: str) -> str:
    """Return a value as it is compared."""
    if how == _NUMBER:
        return _number(collapsed(value))
    if how == _COLLAPSE:
        return collapsed(value)
    return value.translate(_BLANKS) if how == _REPLACE else value


def _number(value: str) -> str:
    """Return a number without what does not count; zero is nothing at all."""
    whole, _, part = value.lstrip("+-").partition(".")
    whole, part = whole.lstrip("0"), part.rstrip("0")
    sign = "-" if value[:1] == "-" and (whole or part) else ""
    return f"{sign}{whole}{'.' if part else ''}{part}"


def _numbers(numbers: Sequence[str]) -> Iterator[str]:
    """Yield patterns of numbers, each with what does not count."""
    groups: dict[tuple[str, str], list[str]] = {}
    for number in numbers:
        before = "-" if number[:1] == "-" else "[+]?" if number else "[+-]?"
        after = "0*" if "." in number else r"(\.0*)?"
        groups.setdefault((before, after), []).append(number.lstrip("-"))
    for (before, after), digits in groups.items():
        for part in _parts(sorted(digits)):
            yield f"{before}0*({_pattern(part)}){after}"


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
    same = _SIGN.sub(r"\\\g<0>", first[at:end])
    rest = texts[len(first) == end :]
    if not rest:
        return same
    groups = (list(group) for _, group in groupby(rest, key=lambda text: text[end]))
    branches = "|".join(_pattern(group, end) for group in groups)
    return f"{same}({branches}){'?' if len(rest) < len(texts) else ''}"
