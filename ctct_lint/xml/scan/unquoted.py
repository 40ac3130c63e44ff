"""The value of an attribute that begins without a quote.

What follows it up to a quote that closes it, or up to the next attribute, is a part of
it, as in `label=First name`, unless it is an attribute itself, as `nowrap` in HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import SPACE, S, is_qname
from ctct_lint.xml.draft import Sketch, TextEdit, sketch
from ctct_lint.xml.scan.quoted import Value, read_quoted, without_slash
from ctct_lint.xml.signs import CURLY, QUOTES

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source

FOLLOWS = SPACE + ">/"
_UNQUOTED = lazy(f"(?:[^ \t\r\n<>\"'{{{CURLY}]+|{{{{[^{{}}<>\"']*}}}}|{{)+")
# A value that has lost its first quote: the last one follows, and no `=` is between.
_CLOSED = lazy(
    "|".join(f"[^<>={CURLY}{sign}]*(?={sign}[{FOLLOWS}])" for sign in QUOTES)
)
# What is no beginning of an attribute.
_SIGN = f"[^{SPACE}<>\"'=&/{CURLY}]"
WORD = f"{S}+{_SIGN}(?:{_SIGN}|/(?!{S}*>))*(?={S}*/?>|{S}+[^{SPACE}=])"
_WORD = lazy(WORD)


def without_quotes(start: int, end: int) -> Sketch:
    """Return the fault of a value that has none around it."""
    edits = TextEdit(start, start, '"'), TextEdit(end, end, '"')
    return sketch("unquoted-attribute-value", start, end, *edits)


def bare_end(source: Source, element: str, at: int) -> int:
    """Return where a value without quotes ends; `at` if there is none."""
    found = _UNQUOTED.match(source.text, at)
    return without_slash(source, element, at, found.end()) if found else at


def _behind_words(source: Source, element: str, name_start: int, at: int) -> int:
    """Return the end of the words behind a value that can be no attributes."""
    name = source.meaning(element).name
    written = source.text[source.text.rfind("<", 0, name_start) : at]
    while found := _WORD.match(source.text, at):
        word = found[0].lstrip(SPACE)
        may_be_one = is_qname(word) and source.model.may_have(name, word)
        if may_be_one and not re.search(f"{S}{re.escape(word)}{S}*=", written):
            break
        at = found.end()
    return at


def read_unquoted(
    source: Source, element: str, name_start: int, at: int
) -> Value | None:
    """Read the value that begins there without a quote; None if there is none."""
    text = source.text
    end = bare_end(source, element, at)
    if end == at:
        return None
    closed = _CLOSED.match(text, end)
    end = closed.end() if closed else _behind_words(source, element, name_start, end)
    after, quote = end, '"'
    edits = [TextEdit(at, at, quote), TextEdit(end, end, quote)]
    follow = text[end : end + 1]
    if follow and follow in QUOTES and text[end + 1 : end + 2] not in FOLLOWS:
        return _behind_junk(source, element, name_start, at, end)
    if follow and follow in QUOTES + CURLY:
        after, quote = end + 1, follow if follow in QUOTES else quote
        edits = [TextEdit(at, at, quote)]
        if follow in CURLY:
            edits.append(TextEdit(end, after, quote))
    kind = "unquoted-attribute-value"
    if text.startswith("{{", at) and "}}" in text[at:end]:
        kind = "template-leftover"
    return Value(at, end, after, [sketch(kind, at, after, *edits)])


def _behind_junk(
    source: Source, element: str, name_start: int, at: int, quote: int
) -> Value:
    """Read the value whose quote stands behind what has no business there."""
    value = read_quoted(source, element, name_start, quote)
    edit = TextEdit(at, quote, "")
    fault = sketch("malformed-attribute", name_start, value.after, edit)
    value.drafts.append(fault)
    return value
