"""The value of an attribute, with quotes, with other signs for these, or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.draft import TextEdit, sketch
from ctct_lint.xml.scan.quoted import Value, read_quoted
from ctct_lint.xml.scan.unquoted import bare_end, read_unquoted
from ctct_lint.xml.signs import CURLY, DOUBLE_CURLY, QUOTES, SINGLE_CURLY

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source

_CURLY_END = lazy(f'[^<>{CURLY}"]*([{CURLY}"])')
_OPENING = SINGLE_CURLY.replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
# An apostrophe is no end, nor is a quote that opens the next value.
_CURLY_ENDS = {
    **dict.fromkeys(
        DOUBLE_CURLY, lazy(f'[^<>{DOUBLE_CURLY}"]*([{DOUBLE_CURLY}"])(?=[\\s/>])')
    ),
    **dict.fromkeys(
        SINGLE_CURLY, lazy(f"[^<>{_OPENING}\"]{{0,500}}?([{SINGLE_CURLY}'])(?=[\\s/>])")
    ),
}
_MARKED = lazy(
    "(`|&(?:amp;)?(?:quot|apos|#34|#39|#x22|#x27);)([^<>\"'`&]*(?:&(?!amp;|quot|apos|#)"
    "[^<>\"'`&]*)*)\\1(?=[\\s/>])"
)
_ESCAPED = lazy("\\\\([\"'])([^<>\"'\\\\]*)\\\\\\1(?=[\\s/>])")


def read_value(source: Source, element: str, name_start: int, at: int) -> Value | None:
    """Read the value whose quote stands at `at`; None if there is no value.

    `element` is the name in the tag; `name_start` is where the attribute begins,
    for faults of the whole of it.
    """
    char = source.text[at : at + 1]
    if char in QUOTES and char:
        return read_quoted(source, element, name_start, at)
    if char in CURLY and char:
        return _curly(source, element, at)
    escaped = _ESCAPED.match(source.text, at)
    if escaped:
        return _with_backslashes(escaped, name_start)
    marked = _in_other_marks(source.text, at)
    return marked or read_unquoted(source, element, name_start, at)


def _with_backslashes(found: re.Match[str], name_start: int) -> Value:
    r"""Return the value in `id=\"1\"`, whose quotes are those of a string literal."""
    at, after = found.span()
    edits = TextEdit(at, at + 1, ""), TextEdit(after - 2, after - 1, "")
    fault = sketch("malformed-attribute", name_start, after, *edits)
    return Value(*found.span(2), after, [fault])


def curly_end(text: str, at: int) -> int:
    """Return where the quote is that closes a curly one at `at`; -1 without one."""
    found = _CURLY_ENDS[text[at]].match(text, at + 1) or _CURLY_END.match(text, at + 1)
    return found.start(1) if found else -1


def _curly(source: Source, element: str, at: int) -> Value:
    text = source.text
    close = curly_end(text, at)
    after = close + 1
    if close < 0:
        close = after = bare_end(source, element, at + 1)
    edits = (TextEdit(at, at + 1, '"'), TextEdit(close, after, '"'))
    fault = sketch("curly-quotes", at, after, *edits)
    return Value(at + 1, close, after, [fault])


def _in_other_marks(text: str, at: int) -> Value | None:
    """Read a value between escaped quotes or backticks."""
    found = _MARKED.match(text, at)
    if found is None:
        return None
    start, end = found.span(2)
    edits = (TextEdit(at, start, '"'), TextEdit(end, found.end(), '"'))
    fault = sketch("unquoted-attribute-value", at, found.end(), *edits)
    return Value(start, end, found.end(), [fault])
