"""Expressions that cannot be evaluated: which they are, and why, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from elementpath.xpath_tokens import XPathFunction

from ctct_lint.schematron.parsers import is_of_version_1

if TYPE_CHECKING:
    from collections.abc import Iterable

    from elementpath.exceptions import ElementPathError
    from elementpath.xpath_tokens import XPathToken

_ELSEWHERE = (
    frozenset({"collection", "doc-available", "json-doc", "uri-collection"})
    | frozenset({"unparsed-text", "unparsed-text-available", "unparsed-text-lines"})
    | frozenset({"available-environment-variables", "environment-variable"})
)
_XSLT = {
    "element-available": "it is a function of XSLT",
    "function-available": "it is a function of XSLT",
    "system-property": "it is a function of XSLT",
    "unparsed-entity-uri": "it is a function of XSLT",
}
_WHERE = re.compile(r"^.* at line \d+, column \d+: ")
_TYPE = re.compile(r" for <class '[^']*'>")
_CODE = re.compile(r"\[err:\w+\] ")
_UNKNOWN = re.compile(r"unknown function `([^`]*)`")


class QueryError(Exception):
    """An expression that cannot be evaluated; says why, in words.

    `function` is the unknown function that is called, if it is that.
    """

    def __init__(self, why: str, function: str = "") -> None:
        super().__init__(why)
        self.function = function


def plain_words(message: str) -> str:
    """Return a message of elementpath without its codes and its own places."""
    return _TYPE.sub("", _CODE.sub("", _WHERE.sub("", message))).replace("'", "`")


def refused(error: ElementPathError) -> QueryError:
    """Return why elementpath does not read an expression."""
    words = plain_words(str(error))
    unknown = _UNKNOWN.search(words)
    if unknown is None:
        return QueryError(words)
    why = _XSLT.get(unknown[1])
    words = f"the function `{unknown[1]}` is not known"
    return QueryError(f"{words}: {why}" if why else words, unknown[1])


def refuse_impossible(tokens: Iterable[XPathToken]) -> None:
    """Refuse what can be parsed, but has no meaning here."""
    for one in tokens:
        if one.symbol in _ELSEWHERE and isinstance(one, XPathFunction):
            raise QueryError(f"`{one.symbol}()` is not possible: nothing is opened")


def refuse_later(tokens: Iterable[XPathToken]) -> None:
    """Refuse what only XPath 2.0 has."""
    for one in tokens:
        if not is_of_version_1(one.symbol):
            call = "()" if isinstance(one, XPathFunction) else ""
            why = f'`{one.symbol}{call}` is XPath 2.0: it needs queryBinding="xslt2"'
            raise QueryError(why)
