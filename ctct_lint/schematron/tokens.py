"""The tokens of a compiled expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elementpath.xpath_tokens import XPathFunction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from elementpath.xpath_tokens import XPathToken

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


def counts_of_focus(token: XPathToken) -> Iterator[XPathToken]:
    """Yield `position()` and `last()` that are not of a part with its own focus."""
    if token.symbol in _COUNTS and isinstance(token, XPathFunction):
        yield token
    of_focus = token[:1] if token.symbol in _REFOCUSING and len(token) > 1 else token
    for one in of_focus:
        yield from counts_of_focus(one)
