"""What pages of HTML and the messages of programs are made of."""

from __future__ import annotations

import re

from ctct_lint.text.patterns import lazy

VOID = frozenset({"br", "hr", "img", "link", "meta"})
# The names of elements, in small letters, that tell a page or a part of one.
OF_PAGES = VOID.union(
    ("b", "body", "center", "code", "div", "em", "font", "h1", "h2", "h3", "head"),
    ("html", "i", "li", "ol", "p", "pre", "script", "small", "span", "strong", "style"),
    ("table", "tbody", "td", "th", "title", "tr", "tt", "u", "ul"),
)
# Those of a part; PHP has links in its messages.
OF_MESSAGES = OF_PAGES.union(("a",)) - {"html", "head", "body", "title"}
_LABELS = (
    r"(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|"
    r"(?:Fatal|Parse|Recoverable fatal|Catchable fatal) error)"
)
# How a message of PHP begins, as a pattern that does not mind case.
MESSAGE = rf"(?:<[^<>]*>\s*)*(?:\( ! \)(?:</span>)?\s*)?{_LABELS}(?:</b>)?:"
_MESSAGE = lazy(MESSAGE, re.IGNORECASE)
_LOOKED_AT = 2000


def is_message(text: str) -> bool:
    """Say whether a text begins with a message of PHP, in HTML or not."""
    return _MESSAGE.match(text[:_LOOKED_AT].lstrip()) is not None
