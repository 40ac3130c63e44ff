"""The attributes of a start tag, as HTML writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.patterns import lazy

if TYPE_CHECKING:
    import re

_BEFORE = lazy(r"[ \t\n\f\r/]*")
_NAME = lazy(r"[^ \t\n\f\r/><][^ \t\n\f\r/><=]*")
_EQUALS = lazy(r"[ \t\n\f\r]*=[ \t\n\f\r]*")
_UNQUOTED = lazy(r"[^ \t\n\f\r><]*")
_MAY_FOLLOW = frozenset(" \t\n\f\r/>")


class Attribute(NamedTuple):
    """An attribute; offsets are code points of the text, the value has no quotes.

    name   as written; `lower` is the same in lower case
    value  with its references resolved; "" without a value
    quote  what stands around the value: `"`, `'` or nothing
    """

    name: str
    lower: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int
    quote: str = ""

    @property
    def has_value(self) -> bool:
        """Is there a `=`, be it before an empty value?"""
        return self.value_start > self.end


class Rest(NamedTuple):
    """What follows the name in a start tag; `end` is behind the `>`."""

    attributes: tuple[Attribute, ...]
    end: int
    self_closing: bool = False
    trouble: str = ""


def read_attributes(text: str, at: int) -> Rest:
    """Read what follows the name of a start tag up to its `>`."""
    found: list[Attribute] = []
    good_end = at
    while True:
        start = _end_of(_BEFORE, text, at)
        char = text[start : start + 1]
        if char == ">":
            slash = start > at and text[start - 1] == "/"
            return Rest(tuple(found), start + 1, slash)
        if char in {"", "<"}:
            return Rest(tuple(found), good_end, trouble="unfinished-start-tag")
        attribute, at, is_closed = _read(text, start)
        found.append(attribute)
        if not is_closed:
            at = len(text) if at < 0 else at
            return Rest(tuple(found), at, trouble="unclosed-attribute-value")
        good_end = at


def _read(text: str, start: int) -> tuple[Attribute, int, bool]:
    """Return an attribute, where to go on, and False if its quote is not closed."""
    name = start, _end_of(_NAME, text, start)
    equals = _EQUALS.match(text, name[1])
    if equals is None:
        return _attribute(text, name, (name[1], name[1])), name[1], True
    at = equals.end()
    quote = text[at : at + 1]
    if quote not in {'"', "'"}:
        end = _end_of(_UNQUOTED, text, at)
        return _attribute(text, name, (at, end)), end, True
    end = text.find(quote, at + 1)
    if end < 0 or _swallows_tags(text, at + 1, end):
        greater = text.find(">", at + 1)
        end = greater if greater >= 0 else len(text)
        return _attribute(text, name, (at + 1, end), quote), greater + 1 or -1, False
    return _attribute(text, name, (at + 1, end), quote), end + 1, True


def _swallows_tags(text: str, start: int, end: int) -> bool:
    """Tell whether the quote at `end` opens a value rather than closing this one."""
    if text[end + 1 : end + 2] in _MAY_FOLLOW or end + 1 == len(text):
        return False
    greater = text.find(">", start, end)
    return greater >= 0 and text.find("<", greater, end) >= 0


def _attribute(
    text: str, name: tuple[int, int], value: tuple[int, int], quote: str = ""
) -> Attribute:
    written, meant = text[slice(*name)], text[slice(*value)]
    if "&" in meant:
        from html import unescape

        meant = unescape(meant)
    return Attribute(written, written.lower(), meant, *name, *value, quote)


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
