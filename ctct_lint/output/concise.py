"""The `concise` format: `path:line:column: severity[CODE] message`, one line each.

Lines and columns start at 1, columns count code points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.display import escape, escape_at_line_start
from ctct_lint.output.ink import SEVERITY_INK, Ink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport
    from ctct_lint.output.style import Style


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the lines of each file that has any."""
    style = context.style
    for report in reports:
        if report.diagnostics:
            name = style.paint(Ink.STRONG, escape_at_line_start(report.name))
            yield "".join(_line(name, each, style) for each in report.diagnostics)


def _line(name: str, diagnostic: Diagnostic, style: Style) -> str:
    start = diagnostic.range.start
    severity = diagnostic.severity
    kind = style.paint(SEVERITY_INK[severity], f"{severity.label}[{diagnostic.code}]")
    where = f"{name}:{start.line + 1}:{start.column + 1}:"
    return f"{where} {kind} {escape(diagnostic.message)}\n"
