"""A document to check, and its bytes: the only place that reads one."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.regular import read_pieces, read_short, read_start

if TYPE_CHECKING:
    from collections.abc import Iterator

READ, FIND = "read", "find a document in"
NO_NAME = "<stdin>"
_CHUNK = 1 << 20


class Input(NamedTuple):
    """One file to check; `name` is what messages call it, `path` None is stdin.

    `is_named`: was it asked for by name, or found in a folder?
    """

    name: str
    path: str | None
    is_named: bool = True

    def read(self, most: int) -> bytes:
        """Return the first `most` bytes, or all; OSError if that is not possible."""
        if self.path is None:
            return _read_stdin(most)
        return read_start(self.path, most)

    def read_short(self, most: int) -> bytes | None:
        """Return all bytes of a file, None if there are more; OSError as for it."""
        assert self.path is not None  # noqa: S101 - stdin is read once
        return read_short(self.path, most)

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes of the file, however many; OSError if it cannot be read."""
        assert self.path is not None  # noqa: S101 - stdin is read once
        return read_pieces(self.path)

    @property
    def uri(self) -> str:
        """Return `file:///...`; `stdin:` for stdin without a name."""
        if self.path is None and self.name == NO_NAME:
            return "stdin:"
        from ctct_lint.text.uris import uri_of

        return uri_of(os.path.abspath(self.name))


def _read_stdin(most: int) -> bytes:
    """Read to the end or the bound; a stdin that does not wait fails instead."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    parts = []
    while most > 0:
        part: bytes | None = sys.stdin.buffer.read(min(most, _CHUNK))
        if part is None:
            raise BlockingIOError(errno.EAGAIN, "it has nothing to read yet")
        if not part:
            break
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


class NoInput(NamedTuple):
    """A path that gives nothing to check; what cannot be done with it, and why."""

    name: str
    reason: str
    verb: str = READ


def state_of(path: str) -> tuple[int, ...]:
    """Return what tells that a file is another one now, () if there is none."""
    try:
        state = os.stat(path)
    except OSError:
        return ()
    return state.st_mtime_ns, state.st_size, state.st_ino
