"""The places of a diagnostic as underlines, each on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic, Range
    from ctct_lint.output.report import Lines

MOST_LABELS = 8


class Underline(NamedTuple):
    """An underline on one line; columns are code points, the end is exclusive."""

    line: int
    start: int
    end: int
    primary: bool
    label: str = ""


def marks_of(diagnostic: Diagnostic, lines: Lines) -> Iterator[Underline]:
    """Yield the marks of the range and of the first `MOST_LABELS` labels."""
    yield from _marks(diagnostic.range, lines, "", primary=True)
    for label in diagnostic.related[:MOST_LABELS]:
        yield from _marks(label.range, lines, label.message, primary=False)


def last_line(span: Range, lines: Lines) -> tuple[int, int]:
    """Return the line that a range ends in, and where: never before its start."""
    line, column = span.end.line, span.end.column
    if line > span.start.line and column == 0:
        return line - 1, lines.length(line - 1)
    return line, column


def _marks(
    span: Range, lines: Lines, label: str, *, primary: bool
) -> Iterator[Underline]:
    """Yield the one mark of a range, or those of its first and its last line."""
    first, (last, end) = span.start.line, last_line(span, lines)
    if first == last:
        yield Underline(first, span.start.column, end, primary, label)
        return
    yield Underline(first, span.start.column, lines.length(first), primary)
    indent = lines.indent(last)
    yield Underline(last, indent if indent < end else 0, end, primary, label)
