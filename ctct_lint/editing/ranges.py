"""What can be folded, and what a selection grows to.

Folded are elements, comments and sections of several lines; a selection grows from a
value to the content of an element, to the element ...
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.source import LineIndex
from ctct_lint.text.span import Span
from ctct_lint.xml.chars import trimmed_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.outline import Node, Outline


# Editors, and what sends them to these, call themselves for each.
_MOST_SELECTIONS = 100


class Fold(NamedTuple):
    """The first and the last line that is folded, from 0; is it a comment?"""

    first: int
    last: int
    is_comment: bool = False


def folds(outline: Outline) -> list[Fold]:
    """Return what can be folded, by lines; of an element its end tag stays."""
    found = dict.fromkeys(_folds(outline))
    return sorted(fold for fold in found if fold.first < fold.last)


def _folds(outline: Outline) -> Iterator[Fold]:
    lines = LineIndex(outline.text)
    for node in outline.nodes:
        first = lines.position(node.whole.start).line
        if node.closing is None:
            yield Fold(first, lines.position(node.whole.end).line)
        elif node.content.start < node.content.end:
            last = lines.position(node.content.end)
            before = outline.text[last.offset - last.column : last.offset]
            yield Fold(first, last.line if before.strip() else last.line - 1)
    for section in outline.sections:
        start, end = map(lines.position, section.whole)
        yield Fold(start.line, end.line, section.is_comment)


def selections(outline: Outline, offset: int) -> list[Span]:
    """Return the spans round an offset, each inside the next; the last is the text.

    Of very many they are the innermost, and the text.
    """
    found = list(islice(_growing(outline, offset), _MOST_SELECTIONS))
    whole = Span(0, len(outline.text))
    if found[-1:] != [whole] and whole.holds(offset) and whole != (offset, offset):
        found.append(whole)
    return found or [Span(offset, offset)]


def _growing(outline: Outline, offset: int) -> Iterator[Span]:
    last = Span(offset, offset)
    for span in _round(outline, offset):
        is_larger = span.start <= last.start and last.end <= span.end
        if span.holds(offset) and is_larger and span != last:
            yield span
            last = span


def _round(outline: Outline, offset: int) -> Iterator[Span]:
    node = outline.innermost(offset)
    lineage = [] if node is None else node.lineage()[::-1]
    for section in outline.sections:
        if section.whole.holds(offset):
            yield section.whole
    for one in lineage:
        yield from _in_tags(one)
        yield from _content(outline.text, one)
        yield one.whole


def _in_tags(node: Node) -> Iterator[Span]:
    yield node.opening
    if node.closing is not None:
        yield node.closing
    for attribute in node.attributes:
        yield Span(attribute.name_start, attribute.name_end)
        yield Span(attribute.value_start, attribute.value_end)
        yield Span(attribute.name_start, attribute.value_end + 1)
    if node.closing is not None:
        yield Span(node.whole.start, node.content.start)
        yield Span(node.content.end, node.whole.end)


def _content(text: str, node: Node) -> Iterator[Span]:
    if node.closing is not None:
        yield Span(*trimmed_range(text, *node.content))
        yield node.content
