"""Start and end tags of well-formed text, as offsets, in document order.

Comments and processing instructions are found by their numbers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span
from ctct_lint.text.white_space import WHITE_SPACE
from ctct_lint.xml.chars import local_part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

# White space is XML's own: a name may hold U+1680, which `\s` takes for a space.
MARKUP = lazy(
    r"</(?P<close>[^ \t\r\n>]+)[ \t\r\n]*>"
    r"""|<(?P<open>[^ \t\r\n/>!?]+)"""
    r"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>"""
    r"|<!--.*?-->"
    r"|<!\[CDATA\[.*?\]\]>"
    r"|<\?.*?\?>",
    re.DOTALL,
)
_ATTRIBUTE = lazy(r"""([^ \t\r\n=/"']+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')""")
# Sections of text, and the declaration.
_OTHERS = ("<![", *(f"<?xml{blank}" for blank in WHITE_SPACE))


class AttributeSpans(NamedTuple):
    """An attribute as written: the spans of its name and of its bare value."""

    name: str
    name_start: int
    name_end: int
    value_start: int
    value_end: int


class ElementTags(NamedTuple):
    """An element's tags: `<name ...>` from `start` to `end`, `</name>` likewise.

    For `<name/>` both are the same; `path` holds the names from the root to
    the element, by their local parts as written.
    """

    name: str
    start: int
    end: int
    close_start: int
    close_end: int
    path: tuple[str, ...]

    @property
    def is_empty_tag(self) -> bool:
        """Is it `<name/>`?"""
        return self.close_end == self.end

    def span(self, part: Part) -> Span:
        """Return where the element is, or one of its tags; for other parts its name."""
        match part:
            case Part.WHOLE:
                return Span(self.start, self.close_end)
            case Part.START_TAG:
                return Span(self.start, self.end)
            case Part.END_TAG:
                return Span(self.close_start, self.close_end)
            case _:
                return Span(self.start + 1, self.start + 1 + len(self.name))


def find_tags(text: str, wanted: Collection[int]) -> dict[int, ElementTags]:
    """Return the tags of the elements whose number in document order is wanted.

    One pass over the text, which must be well-formed, up to the last of their tags;
    nothing is kept of the elements that are not wanted.
    """
    found: dict[int, ElementTags] = {}
    stack: list[tuple[int, re.Match[str]]] = []
    number = -1
    for match in MARKUP.finditer(text):
        kind = match.lastgroup
        if kind == "close":
            opened = stack.pop()
        elif kind == "open":
            number += 1
            opened = number, match
            if text[match.end() - 2] != "/":
                stack.append(opened)
                continue
        else:
            continue
        if opened[0] in wanted:
            found[opened[0]] = _tag(opened[1], match, (above for _, above in stack))
            if len(found) == len(wanted):
                break
    return found


def _tag(
    start: re.Match[str], end: re.Match[str], above: Iterable[re.Match[str]]
) -> ElementTags:
    """Return an element's tags, one twice if it is empty; `above` are still open."""
    path = tuple(local_part(tag["open"]) for tag in (*above, start))
    return ElementTags(start["open"], *start.span(), *end.span(), path)


def attributes(text: str, tag: ElementTags) -> Iterator[AttributeSpans]:
    """Yield the attributes of a start tag, namespace declarations included."""
    return written_attributes(text, tag.start + 1 + len(tag.name), tag.end)


def written_attributes(
    text: str, after_name: int, end: int
) -> Iterator[AttributeSpans]:
    """Yield the attributes between the name and the end of a start tag."""
    for match in _ATTRIBUTE.finditer(text, after_name, end):
        value = 2 if match[2] is not None else 3
        yield AttributeSpans(match[1], *match.span(1), *match.span(value))


class Remarks:
    """Finds remarks; the text is read when one is asked for, and once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: tuple[Span, ...] | None = None

    def span(self, number: int) -> Span | None:
        """Return where one is, None if there is none; the first one is number 0."""
        if self._spans is None:
            self._spans = tuple(self._every())
        return self._spans[number] if number < len(self._spans) else None

    def _every(self) -> Iterator[Span]:
        for match in MARKUP.finditer(self._text):
            is_tag = match.lastgroup is not None
            if not is_tag and not match[0].startswith(_OTHERS):
                yield Span(*match.span())
