"""Patterns of XPath as those of Python."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from elementpath.regex import translate_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

FLAGS: Mapping[str, re.RegexFlag] = {
    "i": re.IGNORECASE,
    "m": re.MULTILINE,
    "s": re.DOTALL,
    "x": re.VERBOSE,
}


def compiled(regex: str, flags: str) -> re.Pattern[str]:
    """Return a pattern; RegexError or `re.error` if it is none.

    flags  letters, those of `FLAGS`
    """
    chosen = reduce(or_, (FLAGS[letter] for letter in flags), re.RegexFlag(0))
    return re.compile(translate_pattern(regex, chosen), chosen)
