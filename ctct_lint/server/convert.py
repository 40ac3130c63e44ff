"""From the linter's values to those of the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ctct_lint.output.context import page_of
from ctct_lint.output.lsp_json import SOURCE, data_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.diagnostic import Diagnostic, Range
    from ctct_lint.server.checks import Checked
    from ctct_lint.server.documents import OpenDocument
    from ctct_lint.text.source import Position
    from ctct_lint.xml.draft import TextEdit


def position(at: tuple[int, int]) -> types.Position:
    """Return a position from line and character."""
    return types.Position(*at)


def offset(document: OpenDocument, at: types.Position) -> int:
    """Return the offset, in code points, of a position of the client's."""
    return document.offset(at.line, at.character)


def span(
    document: OpenDocument, start: Position | int, end: Position | int
) -> types.Range:
    """Return the range between two positions, or offsets that count code points."""
    return types.Range(
        position(document.position(start)), position(document.position(end))
    )


def diagnostics(checked: Checked) -> list[types.Diagnostic]:
    """Return the diagnostics of a document."""
    return [diagnostic(checked, one) for one in checked.diagnostics]


def diagnostic(checked: Checked, found: Diagnostic) -> types.Diagnostic:
    """Return a diagnostic; its `data` has the shape that the `json` format has."""
    document = checked.document
    page = page_of(found.code, checked.rule_pages)
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(document.uri, span(document, *label.range)), label.message
        )
        for label in found.related
    ]
    return types.Diagnostic(
        range=span(document, *found.range),
        message=found.message,
        severity=types.DiagnosticSeverity(int(found.severity)),
        code=found.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=related or None,
        data=data_of(found, lambda found: _plain(document, found)),
    )


def _plain(document: OpenDocument, found: Range) -> dict[str, Any]:
    ends = map(document.position, found)
    start, end = ({"line": line, "character": char} for line, char in ends)
    return {"start": start, "end": end}


def text_edit(document: OpenDocument, edit: TextEdit) -> types.TextEdit:
    """Return an edit of offsets as the client counts."""
    return types.TextEdit(span(document, edit.start, edit.end), edit.new)


def workspace_edit(
    document: OpenDocument, edits: Iterable[TextEdit], *, versioned: bool
) -> types.WorkspaceEdit:
    """Return edits of one document; `versioned` where the client can take that."""
    changes = [text_edit(document, edit) for edit in edits]
    if not versioned:
        return types.WorkspaceEdit(changes={document.uri: changes})
    identifier = types.OptionalVersionedTextDocumentIdentifier(
        uri=document.uri, version=document.version
    )
    edit = types.TextDocumentEdit(text_document=identifier, edits=list(changes))
    return types.WorkspaceEdit(document_changes=[edit])
