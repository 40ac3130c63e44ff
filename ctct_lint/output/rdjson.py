"""The `rdjson` format: a `DiagnosticResult` of reviewdog.

Lines and columns start at 1, columns count bytes of the line in UTF-8, ends are
exclusive, as `proto/rdf/reviewdog.proto` has it. A suggestion is one replacement: a
fix with several edits is one suggestion from the first to the last of them, because
half of it would break the document. There is none where a replacement would not fit
the file: its bytes are other than those of the text in UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.model.severity import Severity
from ctct_lint.output.ascii_json import array, is_sound
from ctct_lint.output.display import escape
from ctct_lint.output.paths import path_from, spelt
from ctct_lint.output.remarks import remarks
from ctct_lint.text.source import Position, Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.diagnostic import Diagnostic, Fix
    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport, Lines

_SEVERITIES = dict(zip(Severity, ("ERROR", "WARNING", "INFO", "INFO"), strict=True))
# A suggestion repeats what stands between its edits.
_MOST_LINES = 50
# A document that is cut off may have any number of open elements.
_MOST_PLACES = 100


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the result, a line for each diagnostic, file by file."""
    yield '{"source":{"name":"ctct-lint"},"diagnostics":'
    yield from array(
        file.diagnostic(diagnostic)
        for report in reports
        for file in (_File(report, spelt(path_from(context.root, report))),)
        for diagnostic in report.diagnostics
    )
    yield "}\n"


class _File:
    """One file; it knows the bytes before the last position that was asked for."""

    def __init__(self, report: FileReport, path: str) -> None:
        self._path = path
        self._lines: Lines = report.lines
        self._is_plain = report.is_plain
        self._line = self._column = self._bytes = 0

    def diagnostic(self, diagnostic: Diagnostic) -> dict[str, Any]:
        text = "\n".join((escape(diagnostic.message), *remarks(diagnostic)))
        shape: dict[str, Any] = {
            "message": text,
            "location": self._location(diagnostic.range),
            "severity": _SEVERITIES[diagnostic.severity],
            "code": {"value": diagnostic.code},
        }
        suggestions = [s for fix in diagnostic.fixes for s in self._suggested(fix)]
        if suggestions:
            shape["suggestions"] = suggestions
        if diagnostic.related:
            shape["related_locations"] = [
                {
                    "message": escape(label.message),
                    "location": self._location(label.range),
                }
                for label in diagnostic.related[:_MOST_PLACES]
            ]
        return shape

    def _suggested(self, fix: Fix) -> Iterator[dict[str, Any]]:
        edits = sorted(fix.edits, key=lambda edit: edit.range)
        if not (edits and self._is_plain):
            return
        whole = Range(edits[0].range.start, edits[-1].range.end)
        if whole.end.line - whole.start.line >= _MOST_LINES:
            return
        at = whole.start.offset
        parts: list[str] = []
        for edit in edits:
            parts += self._lines.between(at, edit.range.start.offset), edit.new_text
            at = edit.range.end.offset
        text = "".join(parts)
        if is_sound(text):
            yield {"range": self._range(whole), "text": text}

    def _location(self, span: Range) -> dict[str, Any]:
        return {"path": self._path, "range": self._range(span)}

    def _range(self, span: Range) -> dict[str, Any]:
        return {"start": self._position(span.start), "end": self._position(span.end)}

    def _position(self, position: Position) -> dict[str, int]:
        if position.line != self._line:
            self._line, self._column, self._bytes = position.line, 0, 0
        ahead = self._column <= position.column
        span = sorted((self._column, position.column))
        text = self._lines.slice(self._line, *span).encode("utf-8", "surrogatepass")
        self._bytes += len(text) if ahead else -len(text)
        self._column = position.column
        return {"line": position.line + 1, "column": self._bytes + 1}
