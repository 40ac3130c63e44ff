"""The `checkstyle` format: XML as Checkstyle 4.3 and later writes it.

Lines and columns start at 1, columns count code points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.output.paths import path_from
from ctct_lint.output.xml_text import DECLARATION, start_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport

_SEVERITIES = dict(zip(Severity, ("error", "warning", "info", "info"), strict=True))


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the document file by file; clean files are left out."""
    yield DECLARATION + start_tag("checkstyle", {"version": "4.3"}) + "\n"
    for report in reports:
        if report.diagnostics:
            file = start_tag("file", {"name": path_from(context.root, report)})
            errors = "".join(map(_error, report.diagnostics))
            yield f"  {file}\n{errors}  </file>\n"
    yield "</checkstyle>\n"


def _error(diagnostic: Diagnostic) -> str:
    start = diagnostic.range.start
    attributes = {
        "line": start.line + 1,
        "column": start.column + 1,
        "severity": _SEVERITIES[diagnostic.severity],
        "message": diagnostic.message,
        # Readers take the last part for the rule and the one before for its group.
        "source": f"ctct-lint.{diagnostic.code}",
    }
    return f"    {start_tag('error', attributes, '/>')}\n"
