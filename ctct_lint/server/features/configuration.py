"""The client's settings and the files of configuration: read again as they change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ctct_lint.config.find import CONFIGURING
from ctct_lint.server.options import SECTION
from ctct_lint.text.uris import path_of, uri_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.server.host import Host

# A catalog, or what a Schematron schema includes, may be named as a document is.
_OF_PROFILES = ("**/*.xsd", "**/*.sch", "**/*.xml")
_WATCHED = (*(f"**/{name}" for name in sorted(CONFIGURING)), *_OF_PROFILES, "**/*.py")
_WATCHING = "workspace.did_change_watched_files"
_DOCUMENT, _PYTHON = ".xml", ".py"
_SCHEMAS = (".xsd", ".sch")


def register(host: Host) -> None:
    """Ask for the settings, and follow what changes."""

    def initialized(params: Any) -> None:
        del params
        host.reconfigure()
        host.spawn(_begin(host))

    def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        # Who can be asked for them may say nothing here.
        is_told = bool(params.settings) or not host.can("workspace.configuration")
        if isinstance(params.settings, dict) and is_told:
            host.settings.later = params.settings
        host.spawn(_ask_and_reconfigure(host))

    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = {path_of(folder.uri) for folder in params.event.removed}
        came = [path_of(folder.uri) for folder in params.event.added]
        kept = [path for path in host.settings.paths if path not in gone]
        paths = (*kept, *(path for path in came if path is not None))
        host.settings.paths = tuple(dict.fromkeys(paths))
        host.spawn(_ask_and_reconfigure(host))

    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        changed = [path_of(event.uri) or event.uri for event in params.changes]
        paths = [path for path in changed if _matters(host, path)]
        if not all(_is_document(host, path) for path in paths):
            host.reconfigure()
        elif paths:
            host.refresh()

    def saved(params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if path is not None and not _is_watched(host, path) and _decides(host, path):
            host.reconfigure()

    host.on(types.INITIALIZED, initialized)
    host.on(types.TEXT_DOCUMENT_DID_SAVE, saved, types.SaveOptions())
    host.on(types.WORKSPACE_DID_CHANGE_CONFIGURATION, settings_changed)
    host.on(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, folders_changed)
    host.on(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, files_changed)


def _matters(host: Host, path: str) -> bool:
    """May what is said of documents be another one now? Most Python is no rule."""
    return not path.lower().endswith(_PYTHON) or host.folders.have_rules_in(path)


def _is_watched(host: Host, path: str) -> bool:
    """Will the client say that a file has changed, without being asked again?"""
    is_here = any(folder.holds(path) for folder in host.folders)
    return is_here and host.can(f"{_WATCHING}.dynamic_registration")


def _decides(host: Host, path: str) -> bool:
    """Whether a file says how documents are checked."""
    name = os.path.basename(path).lower()
    if name.endswith(_PYTHON):
        return host.folders.have_rules_in(path)
    is_known = name in CONFIGURING or name.endswith(_SCHEMAS)
    return is_known or host.folders.has_profile_of(path)


def _is_document(host: Host, path: str) -> bool:
    """Is it a document, and nothing that says how documents are checked?"""
    is_xml = path.lower().endswith(_DOCUMENT)
    return is_xml and not host.folders.has_profile_of(path)


async def _begin(host: Host) -> None:
    """Ask to be told of changes, and for the settings."""
    registrations = list(_registrations(host))
    if registrations:
        host.lsp.client_register_capability(types.RegistrationParams(registrations))
    if await _asked(host):
        host.reconfigure()


def _registrations(host: Host) -> Iterator[types.Registration]:
    if host.can("workspace.did_change_configuration.dynamic_registration"):
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        yield types.Registration("settings", method, {"section": SECTION})
    if host.can(f"{_WATCHING}.dynamic_registration"):
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        watchers = [{"globPattern": pattern} for pattern in _WATCHED]
        yield types.Registration("files", method, {"watchers": watchers})


async def _ask_and_reconfigure(host: Host) -> None:
    await _asked(host)
    host.reconfigure()


async def _asked(host: Host) -> bool:
    """Ask for the settings of each folder; return whether there are any."""
    settings = host.settings
    if not host.can("workspace.configuration"):
        return False
    paths = settings.paths
    scopes = [None, *(uri_of(path) for path in paths)]
    items = [types.ConfigurationItem(scope, SECTION) for scope in scopes]
    params = types.ConfigurationParams(items)
    answer = await host.lsp.workspace_configuration_async(params)
    general, *of_folders = [*(answer or ()), *([None] * len(items))][: len(items)]
    settings.later = general
    settings.of_folder = dict(zip(paths, of_folders, strict=True))
    return any([general, *of_folders])
