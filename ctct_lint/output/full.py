"""The `full` format: a compiler's message, with the source and what to do.

Lines and columns start at 1, columns count code points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.output.display import escape
from ctct_lint.output.ink import SEVERITY_INK, Ink
from ctct_lint.output.marks import MOST_LABELS
from ctct_lint.output.snippet import Snippet
from ctct_lint.output.wrap import below
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport, Lines
    from ctct_lint.output.style import Style


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the diagnostics one by one, an empty line after each."""
    style = context.style
    for report in reports:
        name, lines = escape(report.name), report.lines
        for diagnostic in report.diagnostics:
            yield "\n".join((*_rows(diagnostic, name, lines, style), "", ""))


def _rows(
    diagnostic: Diagnostic, name: str, lines: Lines, style: Style
) -> Iterator[str]:
    snippet = Snippet(diagnostic, lines, style)
    margin = " " * snippet.digits
    start, width = diagnostic.range.start, style.width
    yield from _headline(diagnostic, style)
    arrow = style.paint(Ink.FRAME, f"{margin}-->")
    yield f"{arrow} {name}:{start.line + 1}:{start.column + 1}"
    yield from snippet.rows()
    remarks = list(_remarks(diagnostic))
    if remarks:
        yield style.paint(Ink.FRAME, f"{margin} |")
        sign = style.paint(Ink.FRAME, f"{margin} =")
    for kind, text in remarks:
        head = len(f"{margin} = {kind}: ")
        first, *rest = below(head, escape(text), width)
        yield f"{sign} {style.paint(Ink.STRONG, kind)}: {first}"
        yield from rest


def _headline(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    severity = diagnostic.severity
    kind = f"{severity.label}[{diagnostic.code}]"
    message = escape(diagnostic.message)
    first, *rest = below(len(f"{kind}: "), message, style.width)
    sign = style.paint(SEVERITY_INK[severity], kind)
    yield sign + style.paint(Ink.STRONG, f": {first}")
    yield from (style.paint(Ink.STRONG, line) for line in rest)


def _remarks(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    left_out = len(diagnostic.related) - MOST_LABELS
    if left_out > 0:
        yield "note", f"and {count(left_out, 'more place')}"
    for text in diagnostic.help:
        yield "help", text
    for text in diagnostic.notes:
        yield "note", text
    for fix in diagnostic.fixes:
        unsafe = fix.applicability is Applicability.UNSAFE
        yield "fix", f"{fix.title} (unsafe)" if unsafe else fix.title
