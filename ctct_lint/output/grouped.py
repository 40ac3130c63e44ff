"""The `grouped` format: each file's name, and below it a line for each diagnostic.

Lines and columns start at 1, columns count code points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.display import escape, escape_at_line_start
from ctct_lint.output.ink import SEVERITY_INK, Ink
from ctct_lint.output.wrap import INDENT, NARROWEST, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport
    from ctct_lint.output.style import Style


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the files that have diagnostics, an empty line after each."""
    for report in reports:
        if report.diagnostics:
            name = escape_at_line_start(report.name)
            heading = context.style.paint(Ink.STRONG, name)
            rows = _rows(report.diagnostics, context.style)
            yield "\n".join((heading, *rows, "", ""))


def _rows(found: tuple[Diagnostic, ...], style: Style) -> Iterator[str]:
    kinds = [f"{d.severity.label}[{d.code}]" for d in found]
    starts = [d.range.start for d in found]
    lines = max(len(str(start.line + 1)) for start in starts)
    columns = max(len(str(start.column + 1)) for start in starts)
    widest = max(map(len, kinds))
    for diagnostic, start, kind in zip(found, starts, kinds, strict=True):
        place = f"{start.line + 1:>{lines}}:{start.column + 1:<{columns}}"
        sign = style.paint(SEVERITY_INK[diagnostic.severity], kind)
        head = f"  {place}  {sign}"
        indent = 2 + len(place) + 2 + widest + 2
        message = escape(diagnostic.message)
        if style.width - indent < NARROWEST:
            yield head
            yield from _indented(message, INDENT, style)
        else:
            first, *rest = _indented(message, indent, style)
            gap = " " * (widest - len(kind) + 2)
            yield f"{head}{gap}{first.lstrip(' ')}"
            yield from rest


def _indented(text: str, indent: int, style: Style) -> Iterator[str]:
    for line in wrapped(text, style.width - indent):
        yield " " * indent + line
