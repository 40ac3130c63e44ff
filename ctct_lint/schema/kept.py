"""Files that are kept: lines, under a first one that says of what and whether all."""

from __future__ import annotations

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


def _head(key: str, body: bytes) -> str:
    return f"{key} {crc32(body):08x}"
