"""Attributes of XML, and those of HTML: without quotes, without a value."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import NAME_PART, PLAIN_QNAME, QNAME, SPACE, S
from ctct_lint.xml.draft import Sketch, TextEdit, sketch
from ctct_lint.xml.scan.unquoted import WORD, without_quotes
from ctct_lint.xml.tokens import Attribute

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

VALUE = "\"[^\"<]*\"|'[^'<]*'"
# Behind a value without quotes; a slash at the end of the tag is none of it.
_END = f"(?<!/)(?![^{SPACE}>/]|/(?!>))"
# As HTML has them too, without quotes, and with no sign that is to be looked at.
_UNQUOTED = f"[A-Za-z0-9_#%.:+-][A-Za-z0-9_#%.:+/?=-]*{_END}"
# The same with other letters than those of ASCII, which nearly none have.
_WIDE_UNQUOTED = f"(?:{NAME_PART}|[#%:+])(?:{NAME_PART}|[#%:+/?=])*{_END}"


def _attribute(name: str, unquoted: str) -> str:
    """Return a pattern of an attribute, or of a name without a value.

    A name of XML's own may be none then.
    """
    bare = f"(?!xml){name}(?=[{SPACE}/>])"
    # Words behind a value without quotes may be a part of it.
    return f"{S}+(?:{name}{S}*={S}*(?:{VALUE}|{unquoted}(?!{WORD}))|{bare})"


def _parts(name: str, unquoted: str) -> str:
    """Return a pattern of the same, with groups for name, value and value unquoted."""
    return f"{S}+({name})(?:{S}*={S}*(?:({VALUE})|({unquoted})))?"


_BLANKS = frozenset(SPACE)
_ENDS_OF_OTHERS = frozenset(f"{SPACE}\"'")
_PLAIN = lazy(_parts(PLAIN_QNAME, _UNQUOTED))
_WIDE = lazy(_parts(QNAME, _WIDE_UNQUOTED))
# No real tag has more faults than that: all behind them that is no attribute is one.
MOST_FAULTS = 1_000
# Of more there may be as many faults; the pattern would take much memory besides.
PLAIN_ATTRIBUTES = f"(?:{_attribute(PLAIN_QNAME, _UNQUOTED)}){{0,{MOST_FAULTS}}}"
WIDE_ATTRIBUTES = f"(?:{_attribute(QNAME, _WIDE_UNQUOTED)}){{0,{MOST_FAULTS}}}"


_BEHIND = lazy(f"(?:{S}+{PLAIN_QNAME}{S}*={S}*(?:{VALUE}))+{S}*/?>")


def ends_early(source: Source, name: str, at: int) -> bool:
    """Tell whether attributes, and another end of the tag, follow the `>` of a tag.

    The element is known, and is none that holds a text. One that ends elsewhere holds
    what is left of another tag.
    """
    text = source.text
    behind = _BEHIND.match(text, at) if text[at : at + 1] in _BLANKS else None
    if behind is None:
        return False
    _, known, is_leaf = source.meaning(name)
    is_other = behind[0].endswith("/>") and source.end_tag(name, at) >= 0
    return known and not is_leaf and not is_other


def may_own_slash(written: str) -> bool:
    """Tell of attributes before a `/>` whether the slash may be that of an address."""
    return written[-1] not in _ENDS_OF_OTHERS and "://" in written


def plain_attributes(text: str, token: Token) -> list[re.Match[str]]:
    """Return the attributes of a tag that has nothing else behind its name."""
    pattern = _PLAIN if token.name.isascii() else _WIDE
    return list(pattern.finditer(text, token.name_end, token.good_end))


def faults_of_plain(found: Iterable[re.Match[str]]) -> tuple[Sketch, ...]:
    """Return the faults of those without quotes, or without a value."""
    return tuple([_as_in_html(one) for one in found if one.start(2) < 0])


def attribute_of(found: re.Match[str]) -> Attribute:
    """Return the attribute that one of the patterns has found."""
    # All at once: to ask for each span takes longer.
    spans = found.regs
    (start, end), (name_start, name_end), (low, high) = spans[:3]
    if low >= 0:
        low, high = low + 1, high - 1
    elif spans[3][0] >= 0:
        low, high = spans[3]
    else:
        low = high = name_end
    return Attribute(found[1], start, name_start, name_end, low, high, end)


def _as_in_html(found: re.Match[str]) -> Sketch:
    start, end = found.span(3)
    if start >= 0:
        return without_quotes(start, end)
    return without_value(found[1], *found.span(1))


def without_value(name: str, start: int, end: int) -> Sketch:
    """Return the fault of an attribute of which there is no more than its name."""
    edit = TextEdit(end, end, _own_name(name))
    return sketch("attribute-without-value", start, end, edit)


@lru_cache(maxsize=1024)
def _own_name(name: str) -> str:
    """Return the value of an attribute without one, a text for all of its name."""
    return f'="{name}"'
