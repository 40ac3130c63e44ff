"""The tokens of a compiled expression, and the variables that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elementpath.xpath_tokens import XPathFunction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from elementpath.xpath_tokens import XPathToken

_BINDING = frozenset({"every", "for", "let", "some"})
_COUNTS = frozenset({"last", "position"})
# What stands behind these is evaluated at what stands before.
_REFOCUSING = frozenset({"/", "//", "[", "!"})


def tokens_of(token: XPathToken) -> Iterator[XPathToken]:
    """Yield all tokens of an expression, those in inline functions included."""
    for one in token.iter():
        yield one
        body = getattr(one, "body", None)
        if body is not None:
            yield from tokens_of(body)


def free_variables(token: XPathToken) -> set[str]:
    """Return the variables of an expression that it does not bind itself."""
    bound: set[str] = set()
    used: set[str] = set()
    for one in tokens_of(token):
        bound.update(getattr(one, "varnames", None) or ())
        if one.symbol in _BINDING:
            bound |= {str(o[0].value) for o in one[:-1:2] if o.symbol == "$"}
        elif one.symbol == "$":
            used.add(_variable_name(one))
    return used - bound


def counts_of_focus(token: XPathToken) -> Iterator[XPathToken]:
    """Yield `position()` and `last()` that are not of a part with its own focus."""
    if token.symbol in _COUNTS and isinstance(token, XPathFunction):
        yield token
    of_focus = token[:1] if token.symbol in _REFOCUSING and len(token) > 1 else token
    for one in of_focus:
        yield from counts_of_focus(one)


def _variable_name(token: XPathToken) -> str:
    """Return the name in a reference to a variable."""
    name = token[0]
    return str(name.value)
