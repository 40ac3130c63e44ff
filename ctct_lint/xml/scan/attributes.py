"""One attribute of a start tag, well-formed or as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import (
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
from ctct_lint.xml.scan.plain_attributes import (
    MOST_FAULTS,
    VALUE,
    attribute_of,
    without_value,
)
from ctct_lint.xml.scan.quoted import PROPER_END
from ctct_lint.xml.scan.quotes import read_value
from ctct_lint.xml.scan.unquoted import FOLLOWS
from ctct_lint.xml.signs import CURLY, QUOTES
from ctct_lint.xml.tokens import Attribute

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token


_PROPER = lazy(f"{S}+({QNAME}){S}*={S}*({VALUE}){PROPER_END}")
_RAW = lazy(f"[^ \t\r\n\xa0\u3000<>/=\"'{CURLY}]+")
_RESERVED = lazy("xmlns(?::.*)?|xml:id")
_NEXT = lazy(f"(?<={S}){QNAME}{S}*={S}*(?:{VALUE})(?=[{FOLLOWS}])|/?>|<")


def read_attribute(source: Source, token: Token, at: int) -> int:
    """Read one attribute, or what stands in the place of one, and go past it.

    `at` is where the white space before it begins. Its faults and the
    attribute, if it is one, are added to the token; the result is at least
    one character further.
    """
    proper = _PROPER.match(source.text, at)
    if proper is not None:
        attribute = attribute_of(proper)
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


def _bare(name: str, at: int, start: int, end: int) -> Attribute:
    """Return an attribute of which there is no more than its name."""
    return Attribute(name, at, start, end, end, end, end)


def _named(source: Source, token: Token, at: int, start: int) -> int:
    text = source.text
    raw = _RAW.match(text, start)
    if raw is None:
        return start
    name = raw[0]
    if name[-1] == ":" and _begins_value(text, raw.end()):
        name = name[:-1]
    name_end = start + len(name)
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
    # A comma in the place of the blank was mended as one.
    if at == start and (at == token.name_end or text[at - 1] not in ",;"):
        edit = TextEdit(start, start, " ")
        token.add(sketch("missing-space-before-attribute", start, end, edit))
    return end


def _read_after_name(source: Source, token: Token, attribute: Attribute) -> int:
    text, name_start, name_end = (source.text, attribute.name_start, attribute.name_end)
    at = skip_space(text, name_end)
    if text[at : at + 1] == "=":
        return _read_assigned(source, token, attribute, at + 1)
    if text[at : at + 1] == ":" and _begins_value(text, at + 1):
        at = skip_space(text, at + 1)
    if not _begins_value(text, at):
        token.add(without_value(attribute.name, name_start, name_end))
        return name_end
    end = _read_value(source, token, attribute, at)
    edit = TextEdit(name_end, at, "=")
    token.add(sketch("malformed-attribute", name_start, end, edit))
    return end


def _begins_value(text: str, at: int) -> bool:
    """Tell whether a quote stands there, or behind white space."""
    at = skip_space(text, at)
    return text[at : at + 1] in (*QUOTES, *CURLY)


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
