"""What the features share: the documents, their checks, what the client can do."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer

from ctct_lint.editing.plain import plain
from ctct_lint.server import convert
from ctct_lint.server.checks import Checks
from ctct_lint.server.documents import Documents
from ctct_lint.server.folders import Folders
from ctct_lint.server.pushes import Pushes
from ctct_lint.server.settings import ClientSettings
from ctct_lint.server.typing import Typing
from ctct_lint.server.worker import Worker
from ctct_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable

    from ctct_lint.server.checks import Checked
    from ctct_lint.server.documents import OpenDocument
    from ctct_lint.server.wire import Writer
    from ctct_lint.xml.draft import TextEdit

NAME = "ctct-lint"
_log = logging.getLogger(__name__)
# What pygls does itself for these, it does with lines that are not those of LSP, and
# it keeps what it knows of every notification for ever.
_OWN = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS,
    types.EXIT,
)


class Host:
    """One client and all that is known of its documents."""

    def __init__(self, writer: Writer) -> None:
        self.lsp = LanguageServer(NAME, __version__)
        self.lsp.protocol.set_writer(writer)
        for method in _OWN:
            self.lsp.protocol.fm.builtin_features.pop(method)
        self.documents = Documents()
        self.folders = Folders()
        self.settings = ClientSettings(self.folders)
        self.worker = Worker("lint")
        self.checks = Checks(self.documents, self.folders, self.worker)
        self.typing = Typing(self.documents, self.folders)
        self.pushes = Pushes(self.checks, self.documents, self._publish)
        self._tasks: set[asyncio.Task[None]] = set()
        self._said: set[str] = set()
        self.is_initialized = False
        self.is_shut_down = False
        self.exit_status: int | None = None

    def on(
        self, method: str, handler: Callable[[Any], Any], options: Any = None
    ) -> None:
        """Let a function answer a method; that of a notification is no coroutine.

        pygls catches what it raises, says so to the client and goes on.
        """
        self.lsp.feature(method, options)(handler)

    def command(self, name: str, handler: Callable[..., Any]) -> None:
        """Let a function do a command; its arguments are `*arguments: str`.

        pygls looks whether that type is one for its server, and does not convert them.
        """
        self.lsp.command(name)(handler)

    def can(self, capability: str) -> bool:
        """Can the client do that? As in `workspace.workspace_edit.document_changes`."""
        capabilities = self.lsp.protocol.client_capabilities
        return bool(get_capability(capabilities, capability))

    def option(self, capability: str) -> Any:
        """Return what the client says of a capability, None if it says nothing."""
        return get_capability(self.lsp.protocol.client_capabilities, capability)

    def markup(self, formats: str, text: str) -> types.MarkupContent:
        """Return Markdown, or plain text for a client that does not say it reads that.

        `formats` is the capability that says so.
        """
        if types.MarkupKind.Markdown in (self.option(formats) or ()):
            return types.MarkupContent(types.MarkupKind.Markdown, text)
        return types.MarkupContent(types.MarkupKind.PlainText, plain(text))

    def edit(
        self, document: OpenDocument, edits: Iterable[TextEdit]
    ) -> types.WorkspaceEdit:
        """Return edits of a document; of this version of it, if the client can tell."""
        versioned = self.can("workspace.workspace_edit.document_changes")
        return convert.workspace_edit(document, edits, versioned=versioned)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Start a task that is not waited for."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._finish)

    def _finish(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("internal error: %r", error)

    def reconfigure(self) -> None:
        """Read all configurations anew, and check again what is open."""
        for problem in self.settings.arrange():
            self.say(types.MessageType.Warning, f"settings of {NAME}: {problem}")
        self.checks.forget()
        self._said.clear()
        for document in self.documents:
            self.pushes.soon(document.uri)
        self.refresh()

    def refresh(self) -> None:
        """Let a client that pulls diagnostics do so again."""
        if self.can("workspace.diagnostics.refresh_support"):
            self.lsp.workspace_diagnostic_refresh(None)

    def _publish(self, uri: str, checked: Checked | None) -> None:
        version, items = None, []
        if checked is not None:
            version = checked.document.version if checked.is_open else None
            self.complain(checked.troubles)
            items = convert.diagnostics(checked)
        published = types.PublishDiagnosticsParams(uri, items, version)
        self.lsp.text_document_publish_diagnostics(published)

    def complain(self, troubles: Iterable[str]) -> None:
        """Show why documents cannot be checked, each reason once."""
        for trouble in troubles:
            if trouble not in self._said:
                self._said.add(trouble)
                self.say(types.MessageType.Error, f"{NAME}: {trouble}")

    def say(self, kind: types.MessageType, message: str) -> None:
        """Show the user a message."""
        self.lsp.window_show_message(types.ShowMessageParams(kind, message))
