"""Values by the words that people write for them: for `MA`, `Massachusetts`.

The words stand in the annotations of the schemas' types, as `f:also`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ctct_lint.schema.facts import FILES, schema_root
from ctct_lint.schema.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALSO = "{urn:ctct-lint:facts}also"
# A word of less is close to too many.
_SHORTEST = 5


def called(word: str, values: frozenset[str]) -> str:
    """Return the value that people call so, "" if that is not known.

    Case and separators do not count.
    """
    return min(_words().get(bare(word), frozenset()) & values, default="")


@lru_cache(maxsize=256)
def nearly_called(word: str, values: frozenset[str]) -> str:
    """Return the value that people call so, or close to it; "" if none is."""
    found, letters = called(word, values), bare(word)
    if found or len(letters) < _SHORTEST:
        return found
    close = closest(letters, [w for w, known in _words().items() if known & values])
    return called(close or "", values)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Return the values that each word may stand for."""
    found: dict[str, frozenset[str]] = {}
    for file in (*FILES, "codes.xsd"):
        for also in schema_root(file).iter(_ALSO):
            value = frozenset({also.get("value", "")})
            for word in map(bare, (also.text or "").split(";")):
                found[word] = found.get(word, frozenset()) | value
    return found
