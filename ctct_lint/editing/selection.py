"""What a selection grows to: a value, the content of an element, the element ..."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.span import Span
from ctct_lint.xml.chars import trimmed_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.outline import Node, Outline


def selections(outline: Outline, offset: int) -> list[Span]:
    """Return the spans round an offset, each inside the next; the last is the text."""
    found: list[Span] = []
    for span in (*_round(outline, offset), Span(0, len(outline.text))):
        last = found[-1] if found else Span(offset, offset)
        is_larger = span.start <= last.start and last.end <= span.end
        if span.holds(offset) and is_larger and span != last:
            found.append(span)
    return found or [Span(offset, offset)]


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
