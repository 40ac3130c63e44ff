"""The value of an attribute in HTML, and what is wrong with its quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.signs import CURLY, QUOTES

if TYPE_CHECKING:
    import re

_UNQUOTED = lazy(r"[^ \t\n\f\r><]*")
_MAY_FOLLOW = frozenset(("", *" \t\n\f\r/>"))
_BLANK = " \t\n\f\r"
_NEXT_ATTRIBUTE = r"[ \t\n\f\r][A-Za-z][\w:.-]*[ \t\n\f\r]*=[ \t\n\f\r]*"
_next_attribute = lazy(f"{_NEXT_ATTRIBUTE}[\"']")
_ends_in_attribute = lazy(rf"{_NEXT_ATTRIBUTE}\Z")
# How much of a value is looked at for another attribute's name at its end.
_LOOK_BACK = 100


class HtmlValue(NamedTuple):
    """A value without its quotes, where it ends with them, and its slip.

    The edits of the slip are in `edits`; `is_cut`: is the `>` that ends the tag the
    end of the value as well?
    """

    start: int
    end: int
    after: int
    quote: str = ""
    kind: str = ""
    edits: tuple[tuple[int, int, str], ...] = ()
    is_cut: bool = False


def read_value(text: str, at: int) -> HtmlValue:
    """Read the value of an attribute that begins, with its quotes, at an offset."""
    quote = text[at : at + 1]
    if quote and quote in CURLY:
        return _curly(text, at)
    if quote and quote in QUOTES:
        return _doubled(text, at) or _quoted(text, at)
    end = end_of(_UNQUOTED, text, at)
    return HtmlValue(at, end, end)


def _quoted(text: str, at: int) -> HtmlValue:
    quote = text[at]
    end = text.find(quote, at + 1)
    if end < 0:
        return _unclosed(text, at, len(text))
    if text[end + 1 : end + 2] not in _MAY_FOLLOW:
        if _ends_in_attribute.search(text, max(at, end - _LOOK_BACK), end):
            return _unclosed(text, at, end + 1)
        if _swallows_tags(text, at + 1, end):
            return _unclosed(text, at, len(text))
    return HtmlValue(at + 1, end, end + 1, quote)


def _curly(text: str, at: int) -> HtmlValue:
    """Read a value between typographic quotes, with blanks if it is closed."""
    from ctct_lint.xml.scan.quotes import curly_end

    close = curly_end(text, at)
    after = close + 1
    if close < 0:
        close = after = end_of(_UNQUOTED, text, at + 1)
    edits = (at, at + 1, '"'), (close, after, '"')
    return HtmlValue(at + 1, close, after, text[at], "curly-quotes", edits)


def _doubled(text: str, at: int) -> HtmlValue | None:
    if text[at + 1 : at + 2] != text[at]:
        return None
    from ctct_lint.xml.scan.quoted import doubled_end

    close = doubled_end(text, at)
    if close < 0:
        return None
    after = close + 2 if text[close + 1] == text[at] else close + 1
    spans = ((at, at + 1), (close + 1, after))
    edits = tuple((start, end, "") for start, end in spans if end > start)
    return HtmlValue(at + 2, close, after, text[at], "malformed-attribute", edits)


def _unclosed(text: str, at: int, stop: int) -> HtmlValue:
    """Read a value whose quote is not closed before `stop`."""
    kind, quote = "unclosed-attribute-value", text[at]
    greater = text.find(">", at + 1, stop)
    end = greater if greater >= 0 else stop
    following = _next_attribute.search(text, at + 1, end)
    if following:
        end = at + 1 + len(text[at + 1 : following.start()].rstrip(_BLANK))
        return HtmlValue(at + 1, end, end, quote, kind, ((end, end, quote),))
    after = min(end + 1, len(text))
    if text[end - 1] == "/" and text[end - 2] in _BLANK:
        end = at + 1 + len(text[at + 1 : end - 1].rstrip(_BLANK))
    return HtmlValue(at + 1, end, after, quote, kind, ((end, end, quote),), is_cut=True)


def _swallows_tags(text: str, start: int, end: int) -> bool:
    """Tell whether the quote at `end` opens a value rather than closing this one."""
    greater = text.find(">", start, end)
    return greater >= 0 and text.find("<", greater, end) >= 0


def end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where a pattern ends that begins at an offset; without it, there."""
    found = pattern.match(text, at)
    return found.end() if found else at
