"""The words that people use for the values of a schema, as `f:also` says them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ctct_lint.schema.facts.kept import kept_values, kept_words
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Mapping

    Words = Mapping[str, frozenset[str]]

# A word of less is close to too many.
_SHORTEST = 5


def called(files: tuple[str, ...], word: str, values: frozenset[str]) -> str:
    """Return the value that people call so, "" if the schema files do not say it."""
    letters = bare(word)
    found = frozenset().union(*(_values_of(path, letters) for path in files))
    return min(found & values, default="")


@lru_cache(maxsize=256)
def nearly_called(files: tuple[str, ...], word: str, values: frozenset[str]) -> str:
    """Return the value that people call so, or close to it; "" if none is."""
    found, letters = called(files, word, values), bare(word)
    if found or len(letters) < _SHORTEST:
        return found
    words = _words(files).items()
    close = closest(letters, [w for w, known in words if known & values])
    return called(files, close or "", values)


@cache
def _known_in(path: str) -> Words:
    kept = kept_words(path)
    if kept is not None:
        return kept
    from ctct_lint.schema.facts.read import words_in

    return words_in(path)


def _values_of(path: str, word: str) -> frozenset[str]:
    kept = kept_values(path, word)
    return _known_in(path).get(word, frozenset()) if kept is None else kept


@cache
def _words(files: tuple[str, ...]) -> Words:
    found: dict[str, frozenset[str]] = {}
    for path in files:
        for word, values in _known_in(path).items():
            found[word] = found.get(word, frozenset()) | values
    return found
