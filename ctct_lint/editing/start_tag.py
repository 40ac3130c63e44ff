"""The attributes of a start tag that may be unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.pieces import NAME_SIGN
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span
from ctct_lint.xml.chars import S, skip_space

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

# An attribute as far as it is written: a value may lack its end, or its quotes.
_ATTRIBUTE = lazy(
    rf"(?P<name>{NAME_SIGN}+)(?:{S}*(?P<equals>=)"
    rf"""(?:{S}*(?P<quote>["'])|(?P<bare>[^ \t\r\n"'<>/]*)))?"""
)
_QUOTED = {'"': lazy('[^"<]*"'), "'": lazy("[^'<]*'")}
# Where a quote lacks, the value would run on into the next attribute.
_NEXT = lazy(rf"[ \t\r\n>][^\"'<]*=?{S}*\Z")
_UP_TO = lazy(r"""[^ \t\r\n<>"']*""")


class WrittenAttribute(NamedTuple):
    """An attribute as it is written.

    at          the name
    value       without its quotes; empty where there is none yet
    has_equals  is there a `=`?
    quote       the one before the value, "" for none
    end         where it ends, its quotes included
    """

    name: str
    at: Span
    value: Span
    has_equals: bool
    quote: str
    end: int


def read_attributes(
    text: str, at: int, offset: int, end: int | None
) -> tuple[WrittenAttribute, ...]:
    """Return the attributes from the end of a tag's name on.

    `end` is that of the tag. Where it has none, a word behind the cursor is a text and
    no attribute.
    """
    found = []
    for attribute in _attributes(text, at, end):
        is_begun = attribute.at.start <= offset or attribute.has_equals
        if end is None and not is_begun:
            break
        found.append(attribute)
    return tuple(found)


def _attributes(text: str, at: int, end: int | None) -> Iterator[WrittenAttribute]:
    stop = len(text) if end is None else end
    while (start := skip_space(text, at)) < stop:
        found = _ATTRIBUTE.match(text, start, stop)
        if found is None:
            return
        attribute = _written(text, found, stop, is_whole=end is not None)
        yield attribute
        at = attribute.end


def _written(
    text: str, found: Match[str], stop: int, *, is_whole: bool
) -> WrittenAttribute:
    name, at = found["name"], Span(*found.span("name"))
    quote = found["quote"] or ""
    if not quote:
        has_equals = found["equals"] is not None
        bare = found.span("bare") if has_equals else (at.end, at.end)
        return WrittenAttribute(name, at, Span(*bare), has_equals, "", found.end())
    start = found.end()
    quoted = _QUOTED[quote].match(text, start, stop)
    if quoted and (is_whole or not _NEXT.search(quoted[0][:-1])):
        value = Span(start, quoted.end() - 1)
        return WrittenAttribute(name, at, value, True, quote, quoted.end())  # noqa: FBT003
    begun = _UP_TO.match(text, start, stop)
    value = Span(start, begun.end() if begun else start)
    return WrittenAttribute(name, at, value, True, quote, value.end)  # noqa: FBT003
