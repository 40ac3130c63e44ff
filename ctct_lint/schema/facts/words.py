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
# A longer text is no word.
_LONGEST = 200


def called(files: tuple[str, ...], word: str, values: frozenset[str]) -> str:
    """Return the value that people call so, "" if the schema files do not say it."""
    return "" if len(word) > _LONGEST else _called(files, bare(word), values)


def nearly_called(files: tuple[str, ...], word: str, values: frozenset[str]) -> str:
    """Return the value that people call so, or close to it; "" if none is."""
    return "" if len(word) > _LONGEST else _nearly_called(files, bare(word), values)


# Many documents have the same wrong values.
@lru_cache(maxsize=256)
def _called(files: tuple[str, ...], letters: str, values: frozenset[str]) -> str:
    found = kept_values(files, letters)
    if found is None:
        found = _words(files).get(letters, frozenset())
    return min(found & values, default="")


@lru_cache(maxsize=256)
def _nearly_called(files: tuple[str, ...], letters: str, values: frozenset[str]) -> str:
    found = _called(files, letters, values)
    if found or len(letters) < _SHORTEST:
        return found
    words = _words(files).items()
    close = closest(letters, [w for w, known in words if known & values])
    return _called(files, close or "", values)


@cache
def _words(files: tuple[str, ...]) -> Words:
    found = kept_words(files)
    if found is not None:
        return found
    from ctct_lint.schema.facts.read import words_in

    found = {}
    for path in files:
        for word, values in words_in(path).items():
            found[word] = found.get(word, frozenset()) | values
    return found
