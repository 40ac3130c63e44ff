"""The beginning and the end of a session with a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ctct_lint.text.uris import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.server.host import Host


def register(host: Host) -> None:
    """Answer `initialize`, `shutdown` and `exit`, beside what pygls does for them."""

    def initialize(params: types.InitializeParams) -> None:
        host.settings.initial = params.initialization_options
        host.settings.paths = tuple(_folders(params))
        host.is_initialized = True
        encoding = host.lsp.workspace.position_encoding
        host.documents.encoding = str(getattr(encoding, "value", encoding))

    def shutdown(params: Any) -> None:
        del params
        host.is_shut_down = True

    def end(params: Any) -> None:
        del params
        host.exit_status = 0 if host.is_shut_down else 1

    host.on(types.INITIALIZE, initialize)
    host.on(types.SHUTDOWN, shutdown)
    host.on(types.EXIT, end)


def _folders(params: types.InitializeParams) -> Iterator[str]:
    """Yield the paths of the workspace's folders, however old the client is."""
    folders = params.workspace_folders or ()
    uris = [folder.uri for folder in folders] or [params.root_uri or ""]
    paths = [path for path in map(path_of, uris) if path is not None]
    yield from paths or filter(None, [params.root_path])
