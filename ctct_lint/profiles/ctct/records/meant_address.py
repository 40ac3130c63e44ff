"""Which e-mail address was meant by a value that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

# What stands round one: `Joe <joe@example.com>`, `mailto:joe@example.com`.
_AROUND = lazy(r"[\s<>()\[\]\",;:?]+")
_AT_ITS_ENDS = "./'"
_SIGN = lazy(r"\s*@[\s@]*|\s+at\s+|\s*[(\[{]at[)\]}]\s*", re.IGNORECASE)
_POINT = lazy(r"\s*[.,][\s.,]*|\s+dot\s+|\s*[(\[{]dot[)\]}]\s*", re.IGNORECASE)
# Whatever is longer is no slip in one address; the patterns are not linear.
_LONGEST = 320


def addresses_in(value: str) -> list[str]:
    """Return what looks like an address in a value, in order, each once."""
    parts = (part.strip(_AT_ITS_ENDS) for part in _AROUND.split(value))
    return list(dict.fromkeys(filter(_is_address, parts)))


def meant_address(value: str, is_good: Callable[[str], bool]) -> str:
    """Return the one good address that a value means, "" if that is not sure.

    It stands in the value with something round it, or has blanks or double signs in
    it, or a comma for a point, or words for signs, as in `joe at example.com`.
    """
    parts = addresses_in(value)
    if len(parts) > 1 or len(value) > _LONGEST:
        return ""
    mended = _POINT.sub(".", _SIGN.sub("@", value)).strip(".")
    return next((one for one in (*parts, mended) if is_good(one)), "")


def _is_address(part: str) -> bool:
    before, _, behind = part.partition("@")
    return bool(before and behind) and "@" not in behind
