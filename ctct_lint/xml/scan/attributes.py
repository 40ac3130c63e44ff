"""One attribute of a start tag, well-formed or as people write them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import (
    NAME_PART,
    PLAIN_QNAME,
    QNAME,
    SPACE,
    S,
    is_qname,
    safe_name,
    skip_space,
    visible_name,
)
from ctct_lint.xml.draft import Sketch, TextEdit, sketch
from ctct_lint.xml.scan.junk import read_junk
from ctct_lint.xml.scan.quotes import FOLLOWS, PROPER_END, read_value, without_quotes
from ctct_lint.xml.signs import CURLY, QUOTES
from ctct_lint.xml.tokens import Attribute

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

_VALUE = "\"[^\"<]*\"|'[^'<]*'"
# As HTML has them too, without quotes, and with no sign that is to be looked at.
_UNQUOTED = f"[A-Za-z0-9_#%.:+-][A-Za-z0-9_#%.:+/?=-]*(?<!/)(?![^{SPACE}>])"
# The same with other letters than those of ASCII, which nearly none have.
_WIDE_UNQUOTED = (
    f"(?:{NAME_PART}|[#%:+])(?:{NAME_PART}|[#%:+/?=])*(?<!/)(?![^{SPACE}>])"
)


def _attribute(name: str, unquoted: str) -> str:
    """Return a pattern of an attribute, or of a name without a value.

    A name of XML's own may be none then.
    """
    bare = f"(?!xml){name}(?=[{SPACE}/>])"
    return f"{S}+(?:{name}{S}*={S}*(?:{_VALUE}|{unquoted})|{bare})"


def _parts(name: str, unquoted: str) -> str:
    """Return a pattern of the same, with groups for name, value and value unquoted."""
    return f"{S}+({name})(?:{S}*={S}*(?:({_VALUE})|({unquoted})))?"


_PLAIN = lazy(_parts(PLAIN_QNAME, _UNQUOTED))
_WIDE = lazy(_parts(QNAME, _WIDE_UNQUOTED))
_PROPER = lazy(f"{S}+({QNAME}){S}*={S}*({_VALUE}){PROPER_END}")
_RAW = lazy(f"[^ \t\r\n\xa0\u3000<>/=\"'{CURLY}]+")
_RESERVED = lazy("xmlns(?::.*)?|xml:id")
# No real tag has more faults than that: all behind them that is no attribute is one.
MOST_FAULTS = 1_000
# Of more there may be as many faults; the pattern would take much memory besides.
PLAIN_ATTRIBUTES = f"(?:{_attribute(PLAIN_QNAME, _UNQUOTED)}){{0,{MOST_FAULTS}}}"
WIDE_ATTRIBUTES = f"(?:{_attribute(QNAME, _WIDE_UNQUOTED)}){{0,{MOST_FAULTS}}}"
_NEXT = lazy(f"(?<={S}){QNAME}{S}*={S}*(?:{_VALUE})(?=[{FOLLOWS}])|/?>|<")


def read_attribute(source: Source, token: Token, at: int) -> int:
    """Read one attribute, or what stands in the place of one, and go past it.

    `at` is where the white space before it begins. Its faults and the
    attribute, if it is one, are added to the token; the result is at least
    one character further.
    """
    proper = _PROPER.match(source.text, at)
    if proper is not None:
        attribute = _proper(proper)
        token.add_attribute(attribute)
        token.good_end = attribute.end
        token.add_value(source, attribute.value_start, attribute.value_end)
        return attribute.end
    start = skip_space(source.text, at)
    if len(token.drafts) > MOST_FAULTS:
        return _no_attributes(source, token, at, start)
    char = source.text[start : start + 1]
    # Nothing else begins with a letter than a name.
    for read in (_named,) if char.isalpha() else (read_junk, _named):
        after = read(source, token, at, start)
        if after > start:
            return after
    edit = TextEdit(at, start + 1, "")
    fault = sketch("malformed-attribute", start, start + 1, edit)
    token.add(fault)
    return start + 1


def _no_attributes(source: Source, token: Token, at: int, start: int) -> int:
    """Read up to where the next attribute begins, or the tag ends."""
    found = _NEXT.search(source.text, start + 1)
    end = found.start() if found else len(source.text)
    end -= source.text[end - 1] in SPACE
    edit = TextEdit(at, end, "")
    token.add(sketch("malformed-attribute", start, end, edit))
    return end


def read_plain_attributes(source: Source, token: Token) -> None:
    """Read the attributes of a tag that has nothing else behind its name."""
    text, start, end = source.text, token.name_end, token.good_end
    pattern = _PLAIN if token.name.isascii() else _WIDE
    attributes = tuple(map(_proper, pattern.finditer(text, start, end)))
    token.attributes = attributes
    unquoted = [one for one in attributes if one.value_end == one.end]
    if unquoted:
        token.add(*map(_as_in_html, unquoted))
    if text.find("&", start, end) >= 0:
        for one in attributes:
            token.add_value(source, one.value_start, one.value_end)


def _proper(found: re.Match[str]) -> Attribute:
    name_start, name_end = found.span(1)
    low, high = found.span(2)
    start, end = found.span()
    if low >= 0:
        low, high = low + 1, high - 1
    elif (low := found.start(3)) >= 0:
        high = end
    else:
        low = high = name_end
    return Attribute(found[1], start, name_start, name_end, low, high, end)


def _bare(name: str, at: int, start: int, end: int) -> Attribute:
    """Return an attribute of which there is no more than its name."""
    return Attribute(name, at, start, end, end, end, end)


def _as_in_html(attribute: Attribute) -> Sketch:
    """Return the fault of an attribute without quotes, or without a value."""
    if attribute.value_start == attribute.name_end:
        return _without_value(attribute)
    return without_quotes(attribute.value_start, attribute.value_end)


def _without_value(attribute: Attribute) -> Sketch:
    start, end = attribute.name_start, attribute.name_end
    edit = TextEdit(end, end, _own_name(attribute.name))
    return sketch("attribute-without-value", start, end, edit)


@lru_cache(maxsize=1024)
def _own_name(name: str) -> str:
    """Return the value of an attribute without one, a text for all of its name."""
    return f'="{name}"'


def _named(source: Source, token: Token, at: int, start: int) -> int:
    text = source.text
    raw = _RAW.match(text, start)
    if raw is None:
        return start
    name, name_end = raw[0], raw.end()
    proper = name if is_qname(name) else visible_name(name)
    if not is_qname(proper):
        proper = safe_name(name)
    attribute = _bare(proper, at, start, name_end)
    before = len(token.drafts)
    if proper != name:
        edit = TextEdit(start, name_end, proper)
        token.add(sketch("invalid-name", start, name_end, edit))
    end = _read_after_name(source, token, attribute)
    attribute.end = end
    if attribute.value_start == name_end and _RESERVED.fullmatch(proper):
        # A name that is taken away is not mended as well.
        own = [d for d in token.drafts[before:] if isinstance(d, Sketch)]
        for fault in own:
            fault.edits = ()
        own[-1].edits = (TextEdit(at, end, ""),)
        return end
    token.add_attribute(attribute)
    if at == start and text[at - 1] not in ",;":
        edit = TextEdit(start, start, " ")
        token.add(sketch("missing-space-before-attribute", start, end, edit))
    return end


def _read_after_name(source: Source, token: Token, attribute: Attribute) -> int:
    text, name_start, name_end = (
        source.text,
        attribute.name_start,
        attribute.name_end,
    )
    at = skip_space(text, name_end)
    char = text[at : at + 1]
    if char == "=":
        return _read_assigned(source, token, attribute, at + 1)
    if not char or char not in QUOTES + CURLY:
        token.add(_without_value(attribute))
        return name_end
    end = _read_value(source, token, attribute, at)
    edit = TextEdit(name_end, at, "=")
    token.add(sketch("malformed-attribute", name_start, end, edit))
    return end


def _read_assigned(source: Source, token: Token, attribute: Attribute, at: int) -> int:
    text, name_start = source.text, attribute.name_start
    start = at
    while text[start : start + 1] in ("=", *SPACE):
        start += 1
    end = _read_value(source, token, attribute, start)
    extra = text[at:start].strip(SPACE)
    if end == start:
        edit = TextEdit(at, start if extra else at, '""')
        token.add(sketch("malformed-attribute", name_start, at, edit))
        token.good_end = max(at, start if extra else at)
        return token.good_end
    if extra:
        edit = TextEdit(at, start, "")
        token.add(sketch("malformed-attribute", name_start, end, edit))
    return end


def _read_value(source: Source, token: Token, attribute: Attribute, at: int) -> int:
    """Read the value at `at`; the result is `at` if there is none."""
    value = read_value(source, token.name, attribute.name_start, at)
    if value is None:
        return at
    token.add(*value.drafts)
    token.add_value(source, value.start, value.end)
    attribute.value_start, attribute.value_end = value.start, value.end
    if value.cut:
        token.cut = True
    else:
        token.good_end = value.after
    return value.after
