"""Writing a mended document: whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A file's name may have 255 bytes.
_ROOM = 200


class ChangedMeanwhileError(OSError):
    """The file does not hold any more what was read; it is left alone."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EBUSY, "changed while it was being mended", path)


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Write `new` in the place of a file that holds `old`, atomically.

    Whoever reads the file meanwhile, and whatever ends the program, finds the one
    or the other. Mode and owner stay; of a link, the file that it leads to is
    replaced; other hard links to the file keep the old content.

    Raises OSError if the file or its folder is read-only or its owner cannot be
    kept, and ChangedMeanwhileError if it holds anything but `old`.
    """
    target = os.path.realpath(path)
    found = os.stat(target)
    _refuse_what_is_not_to_be_written(target, found)
    with _undisturbed():
        temporary = _written_beside(target, new, found)
        try:
            # As late as possible: nothing can hold others off the file.
            _refuse_what_has_changed(target, found, old)
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    _sync_folder(os.path.dirname(target))


def _refuse_what_is_not_to_be_written(target: str, found: os.stat_result) -> None:
    """Raise OSError; root may write everywhere, but should not, either."""
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", target)
    writable = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    if not found.st_mode & writable or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only", target)
    folder = os.path.dirname(target)
    if not os.stat(folder).st_mode & writable or not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, "its folder is read-only", target)


def _refuse_what_has_changed(target: str, found: os.stat_result, old: bytes) -> None:
    with open(target, "rb") as file:
        now = os.fstat(file.fileno())
        same = (now.st_dev, now.st_ino) == (found.st_dev, found.st_ino)
        if not same or now.st_size != len(old) or file.read() != old:
            raise ChangedMeanwhileError(target)


def _written_beside(target: str, data: bytes, like: os.stat_result) -> str:
    """Write a hidden file in the target's folder and return its path."""
    from tempfile import mkstemp

    folder, name = os.path.split(target)
    short = os.fsdecode(os.fsencode(name)[:_ROOM])
    handle, path = mkstemp(".tmp", f".{short}.ctct-lint-", folder)
    try:
        with open(handle, "wb") as file:
            _make_alike(handle, path, like)
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        os.unlink(path)
        raise
    return path


def _make_alike(handle: int, path: str, like: os.stat_result) -> None:
    now = os.fstat(handle)
    if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
        os.chown(path, like.st_uid, like.st_gid)
    # After the owner, for a change of owner takes bits of the mode away.
    os.chmod(path, stat.S_IMODE(like.st_mode))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back the signals that end a program, for the moment of a write."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    held = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _sync_folder(folder: str) -> None:
    """Make the new name last; some systems cannot, and do it anyhow."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
