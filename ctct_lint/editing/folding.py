"""What can be folded: elements, comments and sections of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.outline import Outline


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
