"""What pages of HTML and the messages of programs are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

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
# What a fault of markup that is a message of a program has as `detail`.
MESSAGE_DETAIL = "message"
# How a message of PHP begins, as a pattern that does not mind case.
MESSAGE = rf"(?:<[^<>]*>\s*)*(?:\( ! \)(?:</span>)?\s*)?{_LABELS}(?:</b>)?:"
_PAGE = lazy(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)?(?:<!DOCTYPE\s+html[^<>]*>\s*)?"
    r"<(html)(?:\s(?![^<>]*xmlns)[^<>]*)?>",
    re.IGNORECASE | re.DOTALL,
)
_MESSAGE = lazy(MESSAGE, re.IGNORECASE)
_LOOKED_AT = 2000
# How one ends, and what is before that: nobody means such a sentence.
_LINE = " on line "
_END = lazy(
    rf"(?:</b>)?{_LINE}(?:<b>)?\d+(?:</b>)?(?:\s{{0,9}}<br ?/?>)?", re.IGNORECASE
)
_BEGIN = lazy(rf"(?:<[^<>]{{0,99}}>\s{{0,9}}){{0,4}}{_LABELS}(?:</b>)?:", re.IGNORECASE)
_FILE = lazy(r" in (?:<b>)?[^\s<>][^<>\r\n]*\.[a-z]{3,8}", re.IGNORECASE)
_LONGEST = 1000


def root_of_page(text: str) -> tuple[int, int] | None:
    """Return where the name of the root of a page of HTML stands, None of others.

    One of XHTML declares the namespace of that.
    """
    found = _PAGE.match(text)
    return None if found is None else found.span(1)


def is_message(text: str) -> bool:
    """Say whether a text begins with a message of PHP, in HTML or not."""
    return _MESSAGE.match(text[:_LOOKED_AT].lstrip()) is not None


def messages_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where whole messages of PHP begin and end in a text, in HTML or not."""
    done = 0
    for end in _END.finditer(text) if _LINE in text else ():
        low, high = max(done, end.start() - _LONGEST), end.start()
        done = end.end()
        begins = list(_BEGIN.finditer(text, low, high))
        begin = begins[-1] if begins else None
        if begin and _FILE.search(text, begin.end(), high):
            yield begin.start(), done
