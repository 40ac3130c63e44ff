"""Patterns that are written in an expression: what is wrong with one is told there.

Elsewhere it would be told of each document, at each node.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from elementpath.regex import RegexError
from elementpath.xpath_tokens import XPathFunction

from ctct_lint.schematron.refused import QueryError, plain_words
from ctct_lint.schematron.regexes import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from elementpath.xpath_tokens import XPathToken

# So many arguments they have without flags, by which a pattern may be another one.
_WITHOUT_FLAGS = {"matches": 2, "replace": 3, "tokenize": 2}
_CUTTING = frozenset({"replace", "tokenize"})


def refuse_wrong_patterns(tokens: Iterable[XPathToken]) -> None:
    """Refuse a call with a pattern that is none; QueryError says why."""
    for one in tokens:
        size = _WITHOUT_FLAGS.get(one.symbol)
        if size != len(one) or not isinstance(one, XPathFunction):
            continue
        if one[1].symbol == "(string)":
            _refuse_wrong(one.symbol, str(one[1].value))


def _refuse_wrong(name: str, pattern: str) -> None:
    try:
        meant = compiled(pattern, "")
    except (RegexError, re.error, OverflowError) as why:
        words = f"`{pattern}` is no regular expression: {plain_words(str(why))}"
        raise QueryError(words) from None
    if name in _CUTTING and meant.search(""):
        words = f"`{name}()` takes no pattern that an empty text matches: `{pattern}`"
        raise QueryError(words)
