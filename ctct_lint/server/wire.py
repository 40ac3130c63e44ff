"""Messages as bytes: how they are cut out of a stream, read, and answered if bad."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHUNK = 1 << 16
_HEADER_END = b"\r\n\r\n"
_LONGEST_HEADER = 1 << 14
_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,10})[ \t]*\r\n", re.IGNORECASE)


def bodies(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """Yield the body of each message; what has no length before it is passed over."""
    pending = bytearray()
    while _filled(pending, read, _HEADER_END):
        header = bytes(pending[: pending.index(_HEADER_END) + len(_HEADER_END)])
        del pending[: len(header)]
        length = _LENGTH.search(header)
        if length is None:
            continue
        size = int(length[1])
        while len(pending) < size and (part := read(_CHUNK)):
            pending += part
        if len(pending) < size:
            return
        yield bytes(pending[:size])
        del pending[:size]


def _filled(pending: bytearray, read: Callable[[int], bytes], mark: bytes) -> bool:
    """Read until a mark is there; False at the end of the stream."""
    while mark not in pending:
        if len(pending) > _LONGEST_HEADER:
            del pending[: -len(mark)]
        part = read(_CHUNK)
        if not part:
            return False
        pending += part
    return True


def reader(handle: int) -> Callable[[int], bytes]:
    """Return what reads from a file handle; one that is closed has nothing."""

    def read(most: int) -> bytes:
        try:
            return os.read(handle, most)
        except OSError:
            return b""

    return read


class Writer:
    """Writes messages to a file handle, until they are not read any more."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.is_broken = False

    def write(self, data: bytes) -> None:
        """Write all of it; pygls calls this."""
        view = memoryview(data)
        try:
            while view and not self.is_broken:
                view = view[os.write(self._handle, view) :]
        except OSError:
            self.is_broken = True

    def close(self) -> None:
        """Do nothing: whoever has opened the handle closes it."""

    def refuse(self, number: Any, code: int, message: str) -> None:
        """Answer a request that does not reach its handler."""
        error = {"code": code, "message": message}
        body = json.dumps({"jsonrpc": "2.0", "id": number, "error": error}).encode()
        self.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
