"""Predicates that know no position: they say the same of a node wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elementpath.xpath_tokens import XPathAxis, XPathFunction

if TYPE_CHECKING:
    from elementpath.xpath_tokens import XPathToken

# Expressions whose value is no number, which would be a position.
_NO_NUMBERS = (
    frozenset({"and", "or", "=", "!=", "<", ">", "<=", ">=", "is"})
    | frozenset({"eq", "ne", "lt", "gt", "le", "ge", "some", "every"})
    | frozenset({"|", "union", "castable", "instance"})
)
_FUNCTIONS = frozenset(
    {"not", "exists", "empty", "boolean", "true", "false"}
) | frozenset({"starts-with", "contains", "ends-with", "matches"})
_PATHS = frozenset({"/", "//"})
_TESTS = frozenset({"text", "comment", "processing-instruction", "node"})
_POSITIONS = frozenset({"position", "last"})


def knows_no_position(token: XPathToken) -> bool:
    """Is a predicate one that says nothing of positions?"""
    if any(one.symbol in _POSITIONS for one in token.iter()):
        return False
    while (token.symbol == "(" and len(token) == 1) or token.symbol == ":":
        token = token[-1]
    if isinstance(token, XPathFunction) and token.symbol in _FUNCTIONS:
        return str(token.label) != "external function"
    return token.symbol in _NO_NUMBERS or _selects_nodes(token)


def _selects_nodes(token: XPathToken) -> bool:
    """Is it a step, or a path whose last one is a step?"""
    while token.symbol in _PATHS and len(token):
        token = token[-1]
    return token.symbol == "/" or leads_to_nodes(token)


def leads_to_nodes(token: XPathToken) -> bool:
    """Is it a step that selects nodes alone, whatever the position is?"""
    while token.symbol == "[":
        token = token[0]
    is_name = token.symbol in {"(name)", "*", ".."} and not len(token)
    if is_name or token.symbol == "@" or isinstance(token, XPathAxis):
        return True
    if token.symbol == ":":
        return not isinstance(token[1], XPathFunction)
    return token.symbol in _TESTS


def leads_down(token: XPathToken) -> bool:
    """Is it a step to children or attributes, in their order?"""
    while token.symbol == "[":
        token = token[0]
    return token.symbol in {"(name)", "*", ":", "@"} and leads_to_nodes(token)
