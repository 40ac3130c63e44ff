"""The attributes of a start tag, as HTML writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.html.values import HtmlValue, end_of, read_value
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.signs import CURLY, ODD_SPACE, QUOTES

if TYPE_CHECKING:
    import re

# Most are of this form, which leaves no doubt.
_PLAIN = lazy(
    f"([^ \t\n\f\r/><{ODD_SPACE}][^ \t\n\f\r/><={ODD_SPACE}]*)="
    "(?:(?:\"([^\"]*)\"|'([^']*)')(?=[ \t\n\f\r/>]|\\Z)"
    f"|([^ \t\n\f\r><{QUOTES}{CURLY}][^ \t\n\f\r><]*))"
)
_BEFORE = lazy(f"[ \t\n\f\r/{ODD_SPACE}]*")
_NAME = lazy(f"[^ \t\n\f\r/><{ODD_SPACE}][^ \t\n\f\r/><={ODD_SPACE}]*")
_EQUALS = lazy(r"[ \t\n\f\r]*=[ \t\n\f\r]*")
_ODD = lazy(f"[{ODD_SPACE}]+")


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


def read_attributes(text: str, at: int) -> Rest:
    """Read what follows the name of a start tag up to its `>`."""
    found: list[Attribute] = []
    slips: list[Slip] = []
    good_end = at
    while True:
        start = end_of(_BEFORE, text, at)
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


def _read(text: str, start: int) -> tuple[Attribute, HtmlValue]:
    name_end = end_of(_NAME, text, start)
    equals = _EQUALS.match(text, name_end)
    if equals is None:
        value = HtmlValue(name_end, name_end, name_end)
    else:
        value = read_value(text, equals.end())
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
    start, end = found.span(1)
    bare = found[4]
    if bare is not None:
        value = _resolved(bare)
        return Attribute(
            name, name.lower(), value, start, end, end + 1, after, "", after
        )
    quote = found.string[after - 1]
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
