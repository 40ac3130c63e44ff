"""Files of lines, below a first line with a key and a checksum of the others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable


def packed(key: str, lines: Iterable[str]) -> str:
    """Return the text of a file: all of it is ASCII, and no line has an end in it."""
    body = "\n".join(lines)
    return f"{_head(key, body.encode('ascii'))}\n{body}"


def unpacked(key: str, data: bytes) -> list[str] | None:
    """Return the lines of a file; None if it is of another key, or damaged."""
    head, _, body = data.partition(b"\n")
    if head != _head(key, body).encode():
        return None
    return body.decode("ascii").split("\n")


def write(path: str, text: str) -> None:
    """Write a file as a whole: another process may do the same, or read it."""
    beside = f"{path}.{os.getpid()}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(beside, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    os.replace(beside, path)


def _head(key: str, body: bytes) -> str:
    return f"{key} {crc32(body):08x}"
