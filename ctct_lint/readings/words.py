"""Words in another form than a type has them: `True`, `en_US`, `0x1F`, `a,b`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.readings.reading import Reading
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRUE = frozenset({"true", "yes", "y", "on", "t"})
_FALSE = frozenset({"false", "no", "n", "off", "f"})
_LOCALE = lazy(r"([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)(?:[.@][\w@.-]+)?")
_HEXADECIMAL = lazy(r"(?:0[xX]|#)?((?:[0-9A-Fa-f]{2}[:\- ]?)*[0-9A-Fa-f]{2})")
_SEPARATORS = str.maketrans("", "", ":- ")
_BASE_64 = lazy(r"[A-Za-z0-9+/_-]+")
_QUANTUM = 4
_BETWEEN_ITEMS = lazy(r"[\s,;|]+")


def booleans(text: str) -> Iterator[Reading]:
    """Yield `true` or `false` for what people write for it."""
    word = text.lower()
    if word in _TRUE | _FALSE:
        value = "true" if word in _TRUE else "false"
        yield Reading(value, is_sure=word == value)


def languages(text: str) -> Iterator[Reading]:
    """Yield the tag of the language of a locale, as `en_US.UTF-8`."""
    found = _LOCALE.fullmatch(text)
    if found is not None:
        tag = found[1].replace("_", "-")
        yield Reading(tag, is_sure=len(tag) == len(text))


def hexadecimals(text: str) -> Iterator[Reading]:
    """Yield bytes without the signs of a program: `0x1F`, `#ff00aa`, `0f:b7`."""
    found = _HEXADECIMAL.fullmatch(text)
    if found is not None:
        yield Reading(found[1].translate(_SEPARATORS))


def base_64(text: str) -> Iterator[Reading]:
    """Yield bytes in the alphabet of files, with the `=` that they lack."""
    lacking = -len(text) % _QUANTUM
    if lacking < _QUANTUM - 1 and _BASE_64.fullmatch(text):
        yield Reading(text.replace("-", "+").replace("_", "/") + "=" * lacking)


def lists(text: str) -> Iterator[Reading]:
    """Yield the items of a list with blanks between them, and no other signs."""
    items = [item for item in _BETWEEN_ITEMS.split(text) if item]
    if len(items) > 1:
        yield Reading(" ".join(items))


def references(text: str) -> Iterator[Reading]:
    """Yield the ID that the address of a part of a document has: `#id`."""
    if text.startswith("#"):
        yield Reading(text[1:])
