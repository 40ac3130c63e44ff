"""The words that people use for the values of a schema, as `f:also` says them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ctct_lint.schema.facts.annotated import root_of
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALSO = "{urn:ctct-lint:facts}also"
# A word of less is close to too many.
_SHORTEST = 5


def called(files: tuple[str, ...], word: str, values: frozenset[str]) -> str:
    """Return the value that people call so, "" if the schema files do not say it."""
    return min(_words(files).get(bare(word), frozenset()) & values, default="")


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
def _words(files: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Return the values that each word may stand for."""
    found: dict[str, frozenset[str]] = {}
    for also in (also for file in files for also in root_of(file).iter(_ALSO)):
        value = frozenset({also.get("value", "")})
        for word in map(bare, (also.text or "").split(";")):
            found[word] = found.get(word, frozenset()) | value
    return found
