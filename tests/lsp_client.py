"""A client of the language server: messages over two file handles, no more.

It keeps every notification, and waits for messages, never for a time: `PATIENCE` only
ends what hangs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from queue import Empty, Queue
from threading import Thread
from typing import Any

PATIENCE = 600.0
Message = dict[str, Any]


class RefusedError(Exception):
    """What a request was answered with instead of a result."""

    def __init__(self, error: Message) -> None:
        super().__init__(error["message"])
        self.code = error["code"]


def framed(body: bytes) -> bytes:
    """Return a message as the protocol has it on a stream."""
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


class Client:
    """Speaks to a server that reads from one handle and writes to another."""

    def __init__(self, to_server: int, from_server: int) -> None:
        self._out = to_server
        self._inbox: Queue[Message | None] = Queue()
        self._kept: list[Message] = []
        self._answers: dict[int | None, Message] = {}
        self._number = 0
        self.answering: dict[str, Callable[[Any], Any]] = {}
        self.asked: list[str] = []
        self.capabilities: Message = {}
        self._reader = Thread(target=self._read, args=(from_server,), daemon=True)
        self._reader.start()

    def _read(self, handle: int) -> None:
        with os.fdopen(handle, "rb") as stream:
            while header := stream.readline():
                size = 0
                while header.strip():
                    name, _, value = header.partition(b":")
                    if name.lower() == b"content-length":
                        size = int(value)
                    header = stream.readline()
                self._inbox.put(json.loads(stream.read(size)))
        self._inbox.put(None)

    def write(self, data: bytes) -> None:
        """Write what may be no message at all."""
        os.write(self._out, data)

    def send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(framed(body))

    def tell(self, method: str, params: Any = None) -> None:
        """Send a notification."""
        self.send(method=method, params={} if params is None else params)

    def begin(self, method: str, params: Any = None) -> int:
        """Send a request and return its number."""
        self._number += 1
        self.send(id=self._number, method=method, params=params)
        return self._number

    def ask(self, method: str, params: Any = None) -> Any:
        """Send a request and return its result; RefusedError for an error."""
        return self.answer(self.begin(method, params))

    def answer(self, number: int | None) -> Any:
        """Wait for the answer to a request."""
        while number not in self._answers:
            self._receive()
        answer = self._answers.pop(number)
        if "error" in answer:
            raise RefusedError(answer["error"])
        return answer["result"]

    def wait(self, method: str, wanted: Callable[[Any], bool] = lambda _: True) -> Any:
        """Return the parameters of the next notification that is wanted.

        Those of the method that come before it are gone.
        """
        while True:
            for at, message in enumerate(self._kept):
                if message.get("method") == method:
                    del self._kept[at]
                    if wanted(message["params"]):
                        return message["params"]
                    break
            else:
                self._receive()

    def diagnostics(self, uri: str, version: int | None = None) -> list[Message]:
        """Wait for the diagnostics that are pushed for a version of a document."""

        def wanted(params: Message) -> bool:
            return params["uri"] == uri and params.get("version") == version

        found: list[Message] = self.wait("textDocument/publishDiagnostics", wanted)[
            "diagnostics"
        ]
        return found

    def kept(self) -> list[Message]:
        """Return the notifications that came and were not waited for."""
        return list(self._kept)

    def _receive(self) -> None:
        """Wait for one message, and answer it if it is a question."""
        try:
            message = self._inbox.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError("the server does not answer") from None
        if message is None:
            raise EOFError("the server has gone")
        if "method" in message and "id" in message:
            self.asked.append(message["method"])
            answer = self.answering.get(message["method"], lambda _: None)
            self.send(id=message["id"], result=answer(message.get("params")))
        elif "id" in message:
            self._answers[message["id"]] = message
        else:
            self._kept.append(message)

    def start(self, capabilities: Message | None = None, **more: Any) -> Message:
        """Initialize the server; return what it can do."""
        params = {"processId": None, "rootUri": None, **more}
        params["capabilities"] = capabilities or {}
        result = self.ask("initialize", params)
        self.tell("initialized")
        self.capabilities = result["capabilities"]
        return self.capabilities

    def open(self, uri: str, text: str, version: int = 1) -> None:
        item = {"uri": uri, "languageId": "xml", "version": version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: Message) -> None:
        item = {"uri": uri, "version": version}
        params = {"textDocument": item, "contentChanges": list(changes)}
        self.tell("textDocument/didChange", params)

    def replace(self, uri: str, version: int, text: str) -> None:
        self.change(uri, version, {"text": text})

    def pull(self, uri: str, previous: str | None = None) -> Message:
        params: Message = {"textDocument": {"uri": uri}}
        if previous is not None:
            params["previousResultId"] = previous
        report: Message = self.ask("textDocument/diagnostic", params)
        return report

    def end(self) -> None:
        """Shut down and let it exit."""
        self.ask("shutdown")
        self.tell("exit")
