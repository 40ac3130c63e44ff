"""Documents that are opened, edited, saved and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ctct_lint.server.documents import TextChange

if TYPE_CHECKING:
    from ctct_lint.server.host import Host


def register(host: Host) -> None:
    """Keep the open documents as they are in the editor, and push their diagnostics."""
    documents, pushes = host.documents, host.pushes

    def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        documents.open(item.uri, item.version, item.text)
        pushes.soon(item.uri)

    def changed(params: types.DidChangeTextDocumentParams) -> None:
        item = params.text_document
        changes = map(_change, params.content_changes)
        if documents.change(item.uri, item.version, changes) is not None:
            pushes.later(item.uri)

    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        documents.close(uri)
        host.checks.forget(uri)
        pushes.withdraw(uri)

    host.on(types.TEXT_DOCUMENT_DID_OPEN, opened)
    host.on(types.TEXT_DOCUMENT_DID_CHANGE, changed)
    host.on(types.TEXT_DOCUMENT_DID_CLOSE, closed)


def _change(event: types.TextDocumentContentChangeEvent) -> TextChange:
    if isinstance(event, types.TextDocumentContentChangePartial):
        start, end = event.range.start, event.range.end
        return TextChange(
            event.text, (start.line, start.character), (end.line, end.character)
        )
    return TextChange(event.text)
