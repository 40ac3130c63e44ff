"""Diagnostics of open documents: pushed, or pulled by the client."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lsprotocol import types

from ctct_lint.output.ascii_json import dumps
from ctct_lint.output.lsp_json import data_of
from ctct_lint.server import convert
from ctct_lint.server.host import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.server.host import Host


def register(host: Host) -> None:
    """Answer `textDocument/diagnostic`."""

    async def pull(
        params: types.DocumentDiagnosticParams,
    ) -> types.DocumentDiagnosticReport:
        uri = params.text_document.uri
        if host.can("text_document.diagnostic"):
            host.pushes.pulled(uri)
        checked = await host.checks.of(uri)
        items: list[types.Diagnostic] = []
        if checked is not None:
            host.complain(checked.troubles)
            items = convert.diagnostics(checked)
        found = result_id(() if checked is None else checked.diagnostics)
        if found == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(found)
        return types.RelatedFullDocumentDiagnosticReport(items, result_id=found)

    options = types.DiagnosticOptions(
        identifier=NAME, inter_file_dependencies=False, workspace_diagnostics=True
    )
    host.on(types.TEXT_DOCUMENT_DIAGNOSTIC, pull, options)


def result_id(diagnostics: Iterable[Diagnostic]) -> str:
    """Return what is the same where all that is said of a document is the same."""
    digest = hashlib.blake2b(digest_size=16)
    for one in diagnostics:
        said = (one.code, int(one.severity), one.message, one.related, one.range)
        digest.update(repr(said).encode("utf-8", "backslashreplace"))
        digest.update(dumps(data_of(one)).encode())
    return digest.hexdigest()
