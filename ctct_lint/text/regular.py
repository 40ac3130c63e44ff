"""Reading files, with a bound, and nothing but regular ones.

A pipe may never end, a device may act when it is opened, and a file may grow while it
is read. Whoever reads what others named does it here.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FLAGS = (
    os.O_RDONLY
    # What became a pipe or a device after the first look must not hold anything up.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CHUNK = 1 << 20
_PIECE = 1 << 18
_OTHER_KINDS = (
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def short_path(path: str) -> str:
    """Return a path as short as possible, as it is read in messages."""
    return min(os.path.relpath(path), path, key=len)


def reason(error: OSError) -> str:
    """Return why something cannot be read or written, in words."""
    return (error.strerror or str(error) or type(error).__name__).lower()


def read_all(path: str, most: int) -> bytes:
    """Return a file's content; OSError if it has more than `most` bytes.

    OSError as well for whatever is no regular file.
    """
    data = read_start(path, most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"has more than {most:,} bytes", path)
    return data


def read_start(path: str, most: int) -> bytes:
    """Return the first `most` bytes of a file, or all; OSError as for `read_all`."""
    handle, size = _open(path)
    try:
        return _read(handle, most, size)
    finally:
        os.close(handle)


def read_short(path: str, most: int) -> bytes | None:
    """Return all bytes of a file, None if there are more; OSError as for `read_all`."""
    handle, size = _open(path)
    try:
        data = _read(handle, most + 1, size) if size <= most else b""
    finally:
        os.close(handle)
    return data if max(len(data), size) <= most else None


def read_pieces(path: str) -> Iterator[bytes]:
    """Yield the bytes of a file, whatever its size; OSError as for `read_all`."""
    handle, _ = _open(path)
    try:
        while piece := os.read(handle, _PIECE):
            yield piece
    finally:
        os.close(handle)


def size_of(path: str) -> int:
    """Return how many bytes a file has now; OSError as for `read_all`."""
    found = os.stat(path)
    _refuse_other_kinds(found, path)
    return found.st_size


def _open(path: str) -> tuple[int, int]:
    """Open a file that is regular; return its handle and its size."""
    _refuse_other_kinds(os.stat(path), path)
    handle = os.open(path, _FLAGS)
    try:
        found = os.fstat(handle)
        _refuse_other_kinds(found, path)
    except OSError:
        os.close(handle)
        raise
    return handle, found.st_size


def _refuse_other_kinds(found: os.stat_result, path: str) -> None:
    mode = found.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    what = next((words for is_so, words in _OTHER_KINDS if is_so(mode)), "is no file")
    raise OSError(errno.EINVAL, what, path)


def _read(handle: int, most: int, size: int) -> bytes:
    """Read to the end or the bound, mostly with one call, which asks for more.

    For as many bytes as are asked for memory is taken, however few there are.
    """
    parts: list[bytes] = []
    while most > 0:
        wanted = size + 1 if size and not parts else _CHUNK
        part = os.read(handle, min(most, wanted))
        if not part:
            break
        parts.append(part)
        if len(part) == size:
            break  # as many as there are, and there was room for more
        most -= len(part)
    return b"".join(parts)
