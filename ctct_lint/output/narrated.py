"""The `narrated` format: what `full` shows, in words, for people who listen.

Nothing is drawn, aligned, wrapped or coloured: a screen reader would spell it out.
Lines and columns start at 1, columns count code points; the last one is included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.output.display import escape
from ctct_lint.output.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic, Range
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport, Lines

# So much of a line is read out.
_LONGEST = 80


def render(reports: Iterable[FileReport], _context: RenderContext) -> Iterator[str]:
    """Yield the diagnostics one by one, an empty line after each."""
    for report in reports:
        for diagnostic in report.diagnostics:
            yield "\n".join((*_sentences(diagnostic, report), "", ""))


def _sentences(diagnostic: Diagnostic, report: FileReport) -> Iterator[str]:
    kind = f"{diagnostic.severity.label} {diagnostic.code}"
    yield f"{kind}: {escape(diagnostic.message)}"
    yield f"file: {escape(report.name)}, {_place(diagnostic.range)}"
    if diagnostic.path:
        yield f"element: {escape(diagnostic.path)}"
    yield from _text(diagnostic.range, report.lines)
    for label in diagnostic.related:
        yield f"see also: {_place(label.range)}: {escape(label.message)}"
    yield from remarks(diagnostic)
    for fix in diagnostic.fixes:
        unsafe = fix.applicability is Applicability.UNSAFE
        yield f"{'unsafe fix' if unsafe else 'fix'}: {escape(fix.title)}"


def _place(where: Range) -> str:
    start, end = where.start, where.end
    first = f"line {start.line + 1}, column {start.column + 1}"
    if end.line != start.line:
        return f"{first}, to line {end.line + 1}, column {end.column}"
    if end.column > start.column + 1:
        return f"{first} to {end.column}"
    return first if end.column > start.column else f"{first}, before it"


def _text(where: Range, lines: Lines) -> Iterator[str]:
    """Yield what is pointed at, up to the end of its line."""
    start, end = where.start, where.end
    length = lines.length(start.line)
    last = min(end.column, length) if end.line == start.line else length
    shown = lines.slice(start.line, start.column, min(last, start.column + _LONGEST))
    if shown.strip():
        left_out = last - start.column - len(shown)
        more = f" and {left_out:,} more characters" if left_out else ""
        yield f"text: {escape(shown)}{more}"
