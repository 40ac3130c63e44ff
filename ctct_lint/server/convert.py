"""From the linter's values to those of the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ctct_lint.output.context import page_of
from ctct_lint.output.lsp_json import SOURCE, data_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.diagnostic import Diagnostic, Range
    from ctct_lint.server.documents import OpenDocument
    from ctct_lint.xml.draft import TextEdit


def position(at: tuple[int, int]) -> types.Position:
    """Return a position from line and character."""
    return types.Position(*at)


def offset(document: OpenDocument, at: types.Position) -> int:
    """Return the offset, in code points, of a position of the client's."""
    return document.offset(at.line, at.character)


def span(document: OpenDocument, start: int, end: int) -> types.Range:
    """Return the range between two offsets, which count code points."""
    return types.Range(
        position(document.position(start)), position(document.position(end))
    )


def range_of(document: OpenDocument, found: Range) -> types.Range:
    """Return a range of the linter's as the client counts."""
    return types.Range(
        position(document.position(found.start)), position(document.position(found.end))
    )


def diagnostic(
    document: OpenDocument, found: Diagnostic, rule_pages: str
) -> types.Diagnostic:
    """Return a diagnostic; its `data` has the shape that the `json` format has."""
    page = page_of(found.code, rule_pages)
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(document.uri, range_of(document, label.range)), label.message
        )
        for label in found.related
    ]
    return types.Diagnostic(
        range=range_of(document, found.range),
        message=found.message,
        severity=types.DiagnosticSeverity(int(found.severity)),
        code=found.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=related or None,
        data=data_of(found, lambda found: _plain(document, found)),
    )


def diagnostics(
    document: OpenDocument, found: Iterable[Diagnostic], rule_pages: str
) -> list[types.Diagnostic]:
    """Return the diagnostics of a document."""
    return [diagnostic(document, one, rule_pages) for one in found]


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
