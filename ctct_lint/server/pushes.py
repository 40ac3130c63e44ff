"""Diagnostics that are pushed: after a pause in typing, of no old version."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ctct_lint.server.beside import Beside
from ctct_lint.text.uris import path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.server.checks import Checked, Checks
    from ctct_lint.server.documents import Documents

# Who types on within this time sees nothing of what was between.
DELAY = 0.1


class Pushes:
    """Sends the diagnostics of documents to a client that does not ask for them."""

    def __init__(
        self,
        checks: Checks,
        documents: Documents,
        send: Callable[[str, Checked | None], None],
    ) -> None:
        """Note how diagnostics are sent; None: there are none to be shown any more."""
        self._checks = checks
        self._send = send
        self._beside = Beside(documents, send)
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._pulled: set[str] = set()
        self._shown: set[str] = set()

    def soon(self, uri: str) -> None:
        """Send the diagnostics of a document as soon as they are there."""
        self._schedule(uri, 0)

    def later(self, uri: str) -> None:
        """Send them once nothing has changed for a moment."""
        self._schedule(uri, DELAY)

    def pulled(self, uri: str) -> None:
        """Stop sending a document's diagnostics: the client pulls them itself."""
        self._pulled.add(uri)
        self._cancel(uri)
        self._clear(uri)
        self._beside.tell(uri)

    def withdraw(self, uri: str) -> None:
        """Send that a document has no diagnostics: it is closed."""
        self._cancel(uri)
        self._pulled.discard(uri)
        self._clear(uri)
        self._beside.tell(uri)
        self._beside.closed(path_of(uri))

    def _schedule(self, uri: str, delay: float) -> None:
        self._cancel(uri)
        if uri not in self._pulled:
            loop = asyncio.get_running_loop()
            self._waiting[uri] = loop.call_later(delay, self._start, uri)

    def _cancel(self, uri: str) -> None:
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        if running := self._running.pop(uri, None):
            running.cancel()

    def _clear(self, uri: str) -> None:
        if uri in self._shown:
            self._shown.discard(uri)
            self._send(uri, None)

    def _start(self, uri: str) -> None:
        self._waiting.pop(uri, None)
        self._running[uri] = asyncio.ensure_future(self._push(uri))

    async def _push(self, uri: str) -> None:
        checked = await self._checks.of(uri)
        self._running.pop(uri, None)
        if checked is not None:
            self._shown.add(uri)
            self._send(uri, checked)
            self._beside.tell(uri, checked.beside)
