"""The two names of an element: edited together, and renamed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from ctct_lint.editing.tag_names import linked_names, name_at, names_to_rename
from ctct_lint.server import convert
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from ctct_lint.server.host import Host
    from ctct_lint.server.typing import TypedDocument


def register(host: Host) -> None:
    """Answer `linkedEditingRange`, `prepareRename` and `rename`."""

    async def link(
        params: types.LinkedEditingRangeParams,
    ) -> types.LinkedEditingRanges | None:
        question = partial(_linked, params.position)
        return await host.typing.ask(params.text_document.uri, question)

    async def prepare(params: types.PrepareRenameParams) -> types.Range | None:
        question = partial(_name, params.position)
        return await host.typing.ask(params.text_document.uri, question)

    async def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        question = partial(_renaming, host, params.position, params.new_name)
        try:
            return await host.typing.ask(params.text_document.uri, question)
        except ValueError as error:
            code = types.LSPErrorCodes.RequestFailed
            raise JsonRpcException(str(error), code) from None

    host.on(types.TEXT_DOCUMENT_LINKED_EDITING_RANGE, link)
    host.on(types.TEXT_DOCUMENT_PREPARE_RENAME, prepare)
    options = types.RenameOptions(prepare_provider=True)
    host.on(types.TEXT_DOCUMENT_RENAME, rename, options)


def _linked(
    at: types.Position, subject: TypedDocument
) -> types.LinkedEditingRanges | None:
    document = subject.document
    offset = convert.offset(document, at)
    found = linked_names(document.text, offset, subject.profile)
    if found is None:
        return None
    return types.LinkedEditingRanges([convert.span(document, *name) for name in found])


def _name(at: types.Position, subject: TypedDocument) -> types.Range | None:
    name = name_at(subject.outline, convert.offset(subject.document, at))
    return None if name is None else convert.span(subject.document, *name)


def _renaming(
    host: Host, at: types.Position, new: str, subject: TypedDocument
) -> types.WorkspaceEdit | None:
    """Return the edit that renames an element; ValueError for what is no name."""
    offset = convert.offset(subject.document, at)
    found = names_to_rename(subject.outline, offset, new)
    edits = [TextEdit(*name, new) for name in found]
    return host.edit(subject.document, edits) if edits else None
