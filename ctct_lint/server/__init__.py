"""The language server: LSP over stdio, for whoever edits documents.

`serve.serve_stdio()` is all that the command line needs. pygls and lsprotocol are
imported here and nowhere else; they come with the extra `[server]`.

    host.py          what the features share: documents, checks, what the client can do
    features/        one module for each feature; `register(host)` is its entry
    documents.py     what is open, as it is typed (no pygls)
    positions.py     lines and characters in the encoding that was agreed on (no pygls)
    folders.py       the folders of the workspace, each with its session (no pygls)
    checks.py        diagnostics of open documents, made in a thread
    typing.py        what is asked while somebody types, answered in a thread of its own
    convert.py       from the linter's values to those of the protocol

A feature is added by a module in `features/` and its line in `serve.FEATURES`. What it
computes is a pure function of text and offset elsewhere; here it is only translated:

    def register(host: Host) -> None:
        async def hover(params: types.HoverParams) -> types.Hover | None:
            document = host.documents.get(params.text_document.uri)
            if document is None:
                return None
            at = params.position
            found = await host.worker.do(
                partial(hover_at, document.text, document.offset(at.line, at.character))
            )
            return types.Hover(..., convert.span(document, found.start, found.end))

        host.on(types.TEXT_DOCUMENT_HOVER, hover)

What takes longer than a keystroke is done by `host.worker`; handlers of notifications
are plain functions. pygls says an exception to the client, and goes on.
"""
