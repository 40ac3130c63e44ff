"""Attributes of XML, and those of HTML: without quotes, without a value."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import NAME_PART, PLAIN_QNAME, QNAME, SPACE, S
from ctct_lint.xml.draft import Sketch, TextEdit, sketch
from ctct_lint.xml.scan.quotes import without_quotes
from ctct_lint.xml.tokens import Attribute

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

VALUE = "\"[^\"<]*\"|'[^'<]*'"
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
    return f"{S}+(?:{name}{S}*={S}*(?:{VALUE}|{unquoted})|{bare})"


def _parts(name: str, unquoted: str) -> str:
    """Return a pattern of the same, with groups for name, value and value unquoted."""
    return f"{S}+({name})(?:{S}*={S}*(?:({VALUE})|({unquoted})))?"


_PLAIN = lazy(_parts(PLAIN_QNAME, _UNQUOTED))
_WIDE = lazy(_parts(QNAME, _WIDE_UNQUOTED))
# No real tag has more faults than that: all behind them that is no attribute is one.
MOST_FAULTS = 1_000
# Of more there may be as many faults; the pattern would take much memory besides.
PLAIN_ATTRIBUTES = f"(?:{_attribute(PLAIN_QNAME, _UNQUOTED)}){{0,{MOST_FAULTS}}}"
WIDE_ATTRIBUTES = f"(?:{_attribute(QNAME, _WIDE_UNQUOTED)}){{0,{MOST_FAULTS}}}"


def read_plain_attributes(source: Source, token: Token) -> None:
    """Read the attributes of a tag that has nothing else behind its name."""
    text, start, end = source.text, token.name_end, token.good_end
    pattern = _PLAIN if token.name.isascii() else _WIDE
    attributes = tuple(map(attribute_of, pattern.finditer(text, start, end)))
    token.attributes = attributes
    unquoted = [one for one in attributes if one.value_end == one.end]
    if unquoted:
        token.add(*map(_as_in_html, unquoted))
    if text.find("&", start, end) >= 0:
        for one in attributes:
            token.add_value(source, one.value_start, one.value_end)


def attribute_of(found: re.Match[str]) -> Attribute:
    """Return the attribute that one of the patterns has found."""
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


def _as_in_html(attribute: Attribute) -> Sketch:
    """Return the fault of an attribute without quotes, or without a value."""
    if attribute.value_start == attribute.name_end:
        return without_value(attribute)
    return without_quotes(attribute.value_start, attribute.value_end)


def without_value(attribute: Attribute) -> Sketch:
    """Return the fault of an attribute of which there is no more than its name."""
    start, end = attribute.name_start, attribute.name_end
    edit = TextEdit(end, end, _own_name(attribute.name))
    return sketch("attribute-without-value", start, end, edit)


@lru_cache(maxsize=1024)
def _own_name(name: str) -> str:
    """Return the value of an attribute without one, a text for all of its name."""
    return f'="{name}"'
