"""The server from its start to its exit status."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ctct_lint.server.features import (
    code_actions,
    commands,
    completion,
    configuration,
    diagnostics,
    hover,
    lifecycle,
    names,
    structure,
    synchronization,
    workspace,
)
from ctct_lint.server.host import Host
from ctct_lint.server.wire import Writer, bodies, reader

if TYPE_CHECKING:
    from collections.abc import Callable

FEATURES: tuple[Callable[[Host], None], ...] = (
    lifecycle.register,
    synchronization.register,
    diagnostics.register,
    workspace.register,
    code_actions.register,
    commands.register,
    configuration.register,
    completion.register,
    hover.register,
    structure.register,
    names.register,
)
_LOST = 1
_log = logging.getLogger(__name__)


def serve_stdio() -> int:
    """Serve the client at stdin and stdout; return the exit status.

    Whatever else is written to stdout, by rules of others for instance, goes to
    stderr.
    """
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    output = os.dup(1)
    os.dup2(2, 1)
    return serve(0, output)


def serve(source: int, target: int) -> int:
    """Serve the client that writes to one file handle and reads from another."""
    return asyncio.run(_serve(source, target))


async def _serve(source: int, target: int) -> int:
    writer = Writer(target)
    host = Host(writer)
    for register in FEATURES:
        register(host)
    inbox: asyncio.Queue[bytes | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    Thread(target=_read, args=(source, loop, inbox), name="read", daemon=True).start()
    while host.exit_status is None and not writer.is_broken:
        body = await inbox.get()
        if body is None:
            break
        receive(host, writer, body)
        # What it has begun comes before the next message.
        await asyncio.sleep(0)
    host.worker.stop()
    host.typing.stop()
    if host.exit_status is not None:
        return host.exit_status
    # Some clients close the pipe after `shutdown`, and send no `exit`.
    return 0 if host.is_shut_down else _LOST


def _read(
    source: int, loop: asyncio.AbstractEventLoop, inbox: asyncio.Queue[bytes | None]
) -> None:
    """Put what the client writes into the inbox, and None at its end."""
    try:
        for body in bodies(reader(source)):
            loop.call_soon_threadsafe(inbox.put_nowait, body)
        loop.call_soon_threadsafe(inbox.put_nowait, None)
    except RuntimeError:
        # The loop is closed: the client had an `exit` sent before.
        return


def receive(host: Host, writer: Writer, body: bytes) -> None:
    """Hand a message to its handler; what has none, or comes too soon, is answered."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        writer.refuse(None, types.ErrorCodes.ParseError, "this is no JSON")
        return
    if not isinstance(message, dict):
        writer.refuse(None, types.ErrorCodes.InvalidRequest, "this is no message")
        return
    refusal = _refusal(host, message)
    if refusal is None:
        refusal = _handled(host, message)
    if refusal is not None and "id" in message and "method" in message:
        writer.refuse(message["id"], *refusal)


def _refusal(host: Host, message: dict[str, Any]) -> tuple[int, str] | None:
    """Return why a message does not reach its handler."""
    method = message.get("method")
    is_first = method == types.INITIALIZE
    if host.is_shut_down and method is not None and method != types.EXIT:
        return types.ErrorCodes.InvalidRequest, "the server is shut down"
    if host.is_initialized and is_first:
        return types.ErrorCodes.InvalidRequest, "the server is initialized already"
    if not (host.is_initialized or is_first or method == types.EXIT):
        return types.ErrorCodes.ServerNotInitialized, "`initialize` comes first"
    return None


def _handled(host: Host, message: dict[str, Any]) -> tuple[int, str] | None:
    """Let pygls call the handler; return why it cannot."""
    protocol = host.lsp.protocol
    try:
        protocol.handle_message(protocol.structure_message(message))
    except Exception as error:  # noqa: BLE001 - the client may have sent anything
        _log.warning("a message that is not as it should be: %r", error)
        return types.ErrorCodes.InvalidParams, "the parameters are no valid ones"
    return None
