"""The attributes of a start tag, as HTML writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.signs import CURLY, ODD_SPACE, QUOTES

if TYPE_CHECKING:
    import re

# Most are of this form, which leaves no doubt.
_PLAIN = lazy(
    f"([^ \t\n\f\r/><{ODD_SPACE}][^ \t\n\f\r/><={ODD_SPACE}]*)="
    "(?:\"([^\"]*)\"|'([^']*)')(?=[ \t\n\f\r/>]|\\Z)"
)
_BEFORE = lazy(f"[ \t\n\f\r/{ODD_SPACE}]*")
_NAME = lazy(f"[^ \t\n\f\r/><{ODD_SPACE}][^ \t\n\f\r/><={ODD_SPACE}]*")
_EQUALS = lazy(r"[ \t\n\f\r]*=[ \t\n\f\r]*")
_UNQUOTED = lazy(r"[^ \t\n\f\r><]*")
_ODD = lazy(f"[{ODD_SPACE}]+")
_MAY_FOLLOW = frozenset(("", *" \t\n\f\r/>"))
_BLANK = " \t\n\f\r"
_NEXT_ATTRIBUTE = r"[ \t\n\f\r][A-Za-z][\w:.-]*[ \t\n\f\r]*=[ \t\n\f\r]*"
_next_attribute = lazy(f"{_NEXT_ATTRIBUTE}[\"']")
_ends_in_attribute = lazy(rf"{_NEXT_ATTRIBUTE}\Z")
# How much of a value is looked at for another attribute's name at its end.
_LOOK_BACK = 100


class Attribute(NamedTuple):
    """An attribute; offsets are code points of the text, the value has no quotes.

    name   as written; `lower` is the same in lower case
    value  with its references resolved; "" without a value
    quote  what stands around the value: `"`, `'` or nothing
    after  where the attribute ends, with the quote behind its value
    """

    name: str
    lower: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int
    quote: str
    after: int

    @property
    def has_value(self) -> bool:
        """Is there a `=`, be it before an empty value?"""
        return self.value_start > self.end


class Slip(NamedTuple):
    """What is not written as it should be; it is read as if the edits were made.

    kind   the kebab-case name of the rule that words it
    edits  start, end and new text of each
    """

    kind: str
    start: int
    end: int
    edits: tuple[tuple[int, int, str], ...]


class Rest(NamedTuple):
    """What follows the name in a start tag; `end` is behind the `>`."""

    attributes: tuple[Attribute, ...]
    end: int
    self_closing: bool = False
    trouble: str = ""
    slips: tuple[Slip, ...] = ()


class _Value(NamedTuple):
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


def read_attributes(text: str, at: int) -> Rest:
    """Read what follows the name of a start tag up to its `>`."""
    found: list[Attribute] = []
    slips: list[Slip] = []
    good_end = at
    while True:
        start = _end_of(_BEFORE, text, at)
        slips += odd_spaces(text, at, start)
        char = text[start : start + 1]
        if char == ">":
            slash = start > at and text[start - 1] == "/"
            return Rest(tuple(found), start + 1, slash, slips=tuple(slips))
        if char in {"", "<"}:
            trouble = "unfinished-start-tag"
            return Rest(tuple(found), good_end, trouble=trouble, slips=tuple(slips))
        plain = _PLAIN.match(text, start)
        if plain:
            found.append(_plain(plain))
            good_end = at = plain.end()
            continue
        attribute, value = _read(text, start)
        found.append(attribute)
        good_end = at = value.after
        if value.kind:
            # What is wrong with the quotes is a matter of the value alone.
            is_curly = value.kind == "curly-quotes"
            span = value.start - 1 if is_curly else start, value.after
            if value.is_cut:
                span = start, max(value.end, attribute.end)
            slips.append(Slip(value.kind, *span, value.edits))
        if value.is_cut:
            return Rest(tuple(found), at, trouble=value.kind, slips=tuple(slips))


def odd_spaces(text: str, start: int, end: int) -> list[Slip]:
    """Return the spaces of a part of a tag that only look like such to HTML."""
    if text[start:end].isascii():
        return []
    found = (odd.span() for odd in _ODD.finditer(text, start, end))
    return [Slip("malformed-attribute", *at, ((*at, " "),)) for at in found]


def _read(text: str, start: int) -> tuple[Attribute, _Value]:
    name_end = _end_of(_NAME, text, start)
    equals = _EQUALS.match(text, name_end)
    if equals is None:
        value = _Value(name_end, name_end, name_end)
    else:
        value = _value(text, equals.end())
    written = text[start:name_end]
    meant = _resolved(text[value.start : value.end])
    return Attribute(
        written,
        written.lower(),
        meant,
        start,
        name_end,
        value.start,
        value.end,
        value.quote,
        value.after,
    ), value


def _plain(found: re.Match[str]) -> Attribute:
    name, after = found[1], found.end()
    (start, end), quote = found.span(1), found.string[after - 1]
    value = _resolved(found[2] if quote == '"' else found[3])
    return Attribute(
        name, name.lower(), value, start, end, end + 2, after - 1, quote, after
    )


def _resolved(value: str) -> str:
    """Return a value with its references resolved."""
    if "&" not in value:
        return value
    from html import unescape

    return unescape(value)


def _value(text: str, at: int) -> _Value:
    quote = text[at : at + 1]
    if quote and quote in CURLY:
        return _curly(text, at)
    if quote and quote in QUOTES:
        return _doubled(text, at) or _quoted(text, at)
    end = _end_of(_UNQUOTED, text, at)
    return _Value(at, end, end)


def _quoted(text: str, at: int) -> _Value:
    quote = text[at]
    end = text.find(quote, at + 1)
    if end < 0:
        return _unclosed(text, at, len(text))
    if text[end + 1 : end + 2] not in _MAY_FOLLOW:
        if _ends_in_attribute.search(text, max(at, end - _LOOK_BACK), end):
            return _unclosed(text, at, end + 1)
        if _swallows_tags(text, at + 1, end):
            return _unclosed(text, at, len(text))
    return _Value(at + 1, end, end + 1, quote)


def _curly(text: str, at: int) -> _Value:
    """Read a value between typographic quotes, with blanks if it is closed."""
    from ctct_lint.xml.scan.quotes import curly_end

    close = curly_end(text, at)
    after = close + 1
    if close < 0:
        close = after = _end_of(_UNQUOTED, text, at + 1)
    edits = (at, at + 1, '"'), (close, after, '"')
    return _Value(at + 1, close, after, text[at], "curly-quotes", edits)


def _doubled(text: str, at: int) -> _Value | None:
    if text[at + 1 : at + 2] != text[at]:
        return None
    from ctct_lint.xml.scan.quotes import doubled_end

    close = doubled_end(text, at)
    if close < 0:
        return None
    after = close + 2 if text[close + 1] == text[at] else close + 1
    spans = ((at, at + 1), (close + 1, after))
    edits = tuple((start, end, "") for start, end in spans if end > start)
    return _Value(at + 2, close, after, text[at], "malformed-attribute", edits)


def _unclosed(text: str, at: int, stop: int) -> _Value:
    """Read a value whose quote is not closed before `stop`."""
    kind, quote = "unclosed-attribute-value", text[at]
    greater = text.find(">", at + 1, stop)
    end = greater if greater >= 0 else stop
    following = _next_attribute.search(text, at + 1, end)
    if following:
        end = at + 1 + len(text[at + 1 : following.start()].rstrip(_BLANK))
        return _Value(at + 1, end, end, quote, kind, ((end, end, quote),))
    after = min(end + 1, len(text))
    if text[end - 1] == "/" and text[end - 2] in _BLANK:
        end = at + 1 + len(text[at + 1 : end - 1].rstrip(_BLANK))
    return _Value(at + 1, end, after, quote, kind, ((end, end, quote),), is_cut=True)


def _swallows_tags(text: str, start: int, end: int) -> bool:
    """Tell whether the quote at `end` opens a value rather than closing this one."""
    greater = text.find(">", start, end)
    return greater >= 0 and text.find("<", greater, end) >= 0


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
