"""The `json-lines` format: an LSP 3.17 `Diagnostic` a line, with the file it is in.

Besides what LSP has, `file` is the path from the root and `uri` the whole of it.
Lines and characters start at 0, characters count UTF-16 code units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.ascii_json import dumps
from ctct_lint.output.lsp_json import lsp_diagnostic
from ctct_lint.output.paths import path_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the lines of each file that has any."""
    for report in reports:
        if report.diagnostics:
            where = {"file": path_from(context.root, report), "uri": report.uri}
            found = (
                lsp_diagnostic(each, report.uri, context.page_of(each.code))
                for each in report.diagnostics
            )
            yield "".join(f"{dumps({**where, **each})}\n" for each in found)
