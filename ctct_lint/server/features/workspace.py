"""Diagnostics of all files of the workspace, open or not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.server import convert
from ctct_lint.server.checks import Checked, checked_file
from ctct_lint.server.documents import OpenDocument
from ctct_lint.server.features.diagnostics import result_id
from ctct_lint.session.files.input import Input, state_of
from ctct_lint.text.uris import path_of, uri_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from ctct_lint.server.folders import Folder
    from ctct_lint.server.host import Host

    Report = (
        types.WorkspaceFullDocumentDiagnosticReport
        | types.WorkspaceUnchangedDocumentDiagnosticReport
    )

# So many reports are sent together, where the client takes them piece by piece.
_PIECE = 50


class _Said(NamedTuple):
    """What was last said of a file, and of which state of it."""

    state: tuple[int, ...]
    items: list[types.Diagnostic]
    result_id: str
    beside: tuple[Checked, ...]


class _Files:
    """The files that are not open: each is checked again only if it has changed."""

    def __init__(self, folders: tuple[Folder, ...], encoding: str) -> None:
        self.folders = folders
        self._encoding = encoding
        self._known: dict[tuple[Folder, str], _Said] = {}

    def check(self, folder: Folder, item: Input) -> _Said:
        """Return what is to be said of a file; this is done in the worker."""
        state = state_of(item.name)
        known = self._known.get((folder, item.name))
        if known is not None and known.state == state:
            return known
        result = folder.check_file(item)
        checked = checked_file(folder, item.name, result, self._encoding)
        said = self._known[folder, item.name] = _said(checked, state)
        return said


def _said(checked: Checked, state: tuple[int, ...] = ()) -> _Said:
    items, known_as = convert.diagnostics(checked), result_id(checked.diagnostics)
    return _Said(state, items, known_as, checked.beside)


def register(host: Host) -> None:
    """Answer `workspace/diagnostic`."""
    files = _Files((), host.documents.encoding)

    async def pull(
        params: types.WorkspaceDiagnosticParams,
    ) -> types.WorkspaceDiagnosticReport:
        nonlocal files
        folders = tuple(host.folders)
        if files.folders != folders:
            # They are others with each change of the configuration.
            files = _Files(folders, host.documents.encoding)
        before = {one.uri: one.value for one in params.previous_result_ids}
        reports: list[Report] = []
        async for uri, version, said in _found(host, files, _told(before)):
            reports.append(_report(uri, version, said, before.get(uri)))
            if params.partial_result_token is not None and len(reports) >= _PIECE:
                piece = types.WorkspaceDiagnosticReportPartialResult(reports)
                token = params.partial_result_token
                host.lsp.progress(types.ProgressParams(token, piece))
                reports = []
        return types.WorkspaceDiagnosticReport(reports)

    host.on(types.WORKSPACE_DIAGNOSTIC, pull)


async def _found(
    host: Host, files: _Files, before: Iterable[str]
) -> AsyncIterator[tuple[str, int | None, _Said]]:
    """Yield each file once, with what there is to say of it; what is open wins.

    `before` are files of which there was something to say.
    """
    seen: set[str] = set()
    for folder in files.folders:
        beside: dict[str, Checked] = {}
        for item in await host.worker.do(partial(_listed, folder)):
            if item.name in seen:
                continue
            seen.add(item.name)
            found = await _open(host, item.name)
            if found is None:
                said = await host.worker.do(partial(files.check, folder, item))
                found = uri_of(item.name), None, said
            yield found
            beside |= {one.document.path or "": one for one in found[2].beside}
        for path in [path for path in beside if path not in seen]:
            seen.add(path)
            file = uri_of(path), None, _said(beside[path])
            yield await _open(host, path) or file
    for uri in before:
        path = path_of(uri) or ""
        is_of_profile = partial(host.folders.has_profile_of, path)
        if path not in seen and await host.worker.do(is_of_profile):
            # It was at fault: what was said of it must not be kept.
            yield await _open(host, path) or (uri, None, _said(_nothing(uri)))


async def _open(host: Host, path: str) -> tuple[str, int | None, _Said] | None:
    """Return what there is to say of a file that is open, None if it is not."""
    opened = {document.path: document for document in host.documents}
    document = opened.get(path)
    checked = await host.checks.of(document.uri) if document else None
    if checked is None:
        return None
    document = checked.document
    return document.uri, document.version, _said(checked)


def _nothing(uri: str) -> Checked:
    return Checked(OpenDocument(uri, 0, "", ""))


def _told(before: dict[str, str]) -> list[str]:
    return [uri for uri, known_as in before.items() if known_as != result_id(())]


def _listed(folder: Folder) -> list[Input]:
    """Return the files that a search finds; the folder itself may be none."""
    found = (item for item in folder.files() if isinstance(item, Input))
    return [item for item in found if not item.is_named]


def _report(uri: str, version: int | None, said: _Said, before: str | None) -> Report:
    if before == said.result_id:
        return types.WorkspaceUnchangedDocumentDiagnosticReport(
            uri, said.result_id, version
        )
    return types.WorkspaceFullDocumentDiagnosticReport(
        uri, said.items, version, result_id=said.result_id
    )
