"""Reads the fields of a form: URL-encoded, multipart, or in a command of `curl`."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.forms.field import DecodedText, Field
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A form of more fields than that is none that somebody looks at.
_MOST_FIELDS = 1000
_URL_ENCODED = lazy(r"[\w.\[\]%+-]{1,60}=")
_BOUNDARY = lazy(r"--([^\s<>]{2,70})\r?\n(?=Content-)")
_NAME = lazy(r"\bname=(?:\"([^\"\r\n]*)\"|([^\s;]+))", re.IGNORECASE)
_BLANK_LINE = lazy(r"\r?\n[ \t]*\r?\n")
_HEAD = lazy(
    r"(?:[A-Z]{3,7} \S+ HTTP/\d|(?:Content-[\w-]+|Host|Accept|User-Agent): )[^\n]*\n"
    r"(?:[\w-]+:[^\n]*\n)*\r?\n\s*"
)
_COMMAND = lazy(r"(?:[$#] +)?curl\s")
_ARGUMENT = lazy(
    r"(?<!\S)(?:-d|--data(?:-(?:raw|binary|ascii))?|(-F|--form))[\s=]*"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s'\"]+))"
)


def beginning(text: str) -> Span:
    """Return what stands before the form and belongs to its transport, if anything.

    It is the head of a request, a command up to what it sends, or a quotation mark.
    """
    start = len(text) - len(text.lstrip())
    if _is_quoted(text, start):
        return Span(start, start + 1)
    head = _HEAD.match(text, start)
    if head is not None:
        return Span(start, head.end())
    if _COMMAND.match(text, start) is not None:
        first = next(_arguments(text), None)
        return Span(start, start if first is None else first[0].start)
    return Span(start, start)


def _is_quoted(text: str, start: int) -> bool:
    """Is it a string, as programs write them, from here to its end?"""
    mark = text[max(start, 0) : start + 1]
    end = len(text.rstrip()) - 1
    return mark in {'"', "'"} and start < end and text[end] == mark


def read_form(text: str) -> tuple[Field, ...]:
    """Return the fields of a text; none if it is no form."""
    start = beginning(text).end
    if _COMMAND.match(text, beginning(text).start) is not None:
        return tuple(_of_command(text))
    end = len(text.rstrip()) - _is_quoted(text, start - 1)
    boundary = _BOUNDARY.match(text, start)
    if boundary is not None:
        return tuple(_parts(text, boundary[1], Span(boundary.start(), end)))
    if _URL_ENCODED.match(text, start) is None:
        return ()
    return tuple(_pairs(text, Span(start, end)))


def _of_command(text: str) -> Iterator[Field]:
    for span, is_part in _arguments(text):
        if not is_part:
            yield from _pairs(text, span)
        elif "=" in text[span.start : span.end]:
            sign = text.index("=", span.start)
            name = DecodedText(text, Span(span.start, sign), is_encoded=False)
            value = DecodedText(text, Span(sign + 1, span.end), is_encoded=False)
            yield Field(name, value)


def _arguments(text: str) -> Iterator[tuple[Span, bool]]:
    """Yield where a command has what it sends, and whether that is one part."""
    for found in islice(_ARGUMENT.finditer(text), _MOST_FIELDS):
        group = found.lastindex or 0
        yield Span(*found.span(group)), found[1] is not None


def _pairs(text: str, whole: Span) -> Iterator[Field]:
    start = whole.start
    for _ in range(_MOST_FIELDS):
        end = text.find("&", start, whole.end)
        end = whole.end if end < 0 else end
        yield _pair(text, Span(start, end))
        if end == whole.end:
            return
        start = end + 1


def _pair(text: str, span: Span) -> Field:
    sign = text.find("=", span.start, span.end)
    if sign < 0:
        return Field(DecodedText(text, span, is_encoded=True), None)
    name = DecodedText(text, Span(span.start, sign), is_encoded=True)
    return Field(name, DecodedText(text, Span(sign + 1, span.end), is_encoded=True))


def _parts(text: str, boundary: str, whole: Span) -> Iterator[Field]:
    sign = f"--{boundary}"
    start = whole.start + len(sign)
    for _ in range(_MOST_FIELDS):
        end = text.find(f"\n{sign}", start, whole.end)
        last = end < 0
        end = whole.end if last else end
        field = _part(text, Span(start, end))
        if field is not None:
            yield field
        if last:
            return
        start = end + 1 + len(sign)


def _part(text: str, span: Span) -> Field | None:
    """Return the field of a part: headers, a blank line, and the value."""
    blank = _BLANK_LINE.search(text, span.start, span.end)
    head = span.end if blank is None else blank.start()
    name = _NAME.search(text, span.start, head)
    if name is None:
        return None
    group = 1 if name[1] is not None else 2
    named = DecodedText(text, Span(*name.span(group)), is_encoded=False)
    if blank is None:
        return Field(named, None)
    end = span.end - text.endswith("\r", span.start, span.end)
    value = Span(min(blank.end(), end), end)
    return Field(named, DecodedText(text, value, is_encoded=False))
