"""The `json` format: an array of LSP 3.17 `PublishDiagnosticsParams`.

Lines and characters start at 0, characters count UTF-16 code units. The text is
ASCII, so that any stream can take it and lone surrogates stay what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.output.ascii_json import array

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic, Fix, Position, Range
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport

SOURCE = "ctct-lint"


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the array piece by piece, a line for each file."""
    yield from array(published(report, context) for report in reports)
    yield "\n"


def published(report: FileReport, context: RenderContext) -> dict[str, Any]:
    """Return a file's `PublishDiagnosticsParams`."""
    found = [
        lsp_diagnostic(each, report.uri, context.page_of(each.code))
        for each in report.diagnostics
    ]
    return {"uri": report.uri, "diagnostics": found}


def lsp_diagnostic(diagnostic: Diagnostic, uri: str, page: str = "") -> dict[str, Any]:
    """Return a diagnostic of the document `uri` as LSP spells it.

    `page` is the published page of its rule, empty if there is none.
    """
    shape: dict[str, Any] = {
        "range": lsp_range(diagnostic.range),
        "severity": int(diagnostic.severity),
        "code": diagnostic.code,
        "source": SOURCE,
        "message": diagnostic.message,
    }
    if page:
        shape["codeDescription"] = {"href": page}
    if diagnostic.related:
        shape["relatedInformation"] = [
            {
                "location": {"uri": uri, "range": lsp_range(label.range)},
                "message": label.message,
            }
            for label in diagnostic.related
        ]
    shape["data"] = data_of(diagnostic)
    return shape


def lsp_range(span: Range) -> dict[str, Any]:
    """Return a range, its end exclusive."""
    return {"start": _position(span.start), "end": _position(span.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "character": position.character}


def data_of(
    diagnostic: Diagnostic, spelt: Callable[[Range], dict[str, Any]] = lsp_range
) -> dict[str, Any]:
    """Return what LSP has no place for; `spelt` returns a range as LSP has it."""
    data: dict[str, Any] = {
        "name": diagnostic.name,
        "path": diagnostic.path,
        "help": list(diagnostic.help),
    }
    if diagnostic.notes:
        data["notes"] = list(diagnostic.notes)
    data["fixes"] = [_fix(fix, spelt) for fix in diagnostic.fixes]
    return data


def _fix(fix: Fix, spelt: Callable[[Range], dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "edits": [
            {"range": spelt(edit.range), "newText": edit.new_text} for edit in fix.edits
        ],
    }
