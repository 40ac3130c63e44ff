"""Writing a fixed document: completely or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import nullcontext, suppress

from ctct_lint.session.signals import held_back

# A file's name may have 255 bytes.
_ROOM = 200
# What the system itself keeps, such as labels, and may not let others write.
_OF_THE_SYSTEM = "security."
_UNKNOWN = frozenset({errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})


class ChangedMeanwhileError(OSError):
    """The file does not hold any more what was read; it is left alone."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EBUSY, "changed while it was being mended", path)


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Write `new` in the place of a file that holds `old`, atomically.

    Whoever reads the file meanwhile, and whatever ends the program, finds the one
    or the other. Mode, owner and extended attributes stay, access control lists
    among them; of a link, the file that it leads to is replaced. Other hard links to
    the file keep the old content: to write through them would not be atomic, and
    would change files that were not named.

    Raises OSError if the file or its folder is read-only or something about it cannot
    be kept, and ChangedMeanwhileError if it holds neither `old` nor, as another
    process has come first, `new`.
    """
    target = os.path.realpath(path)
    found = os.stat(target)
    _refuse_what_is_not_to_be_written(target, found)
    # What ends a program waits for the moment of a write.
    with held_back("SIGINT", "SIGTERM", "SIGHUP"):
        temporary = _written_beside(target, new, found)
        try:
            # As late as possible: nothing can hold others off the file.
            if _is_as_it_was(target, found, old, new):
                os.replace(temporary, target)
            else:
                os.unlink(temporary)
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


def _is_as_it_was(target: str, found: os.stat_result, old: bytes, new: bytes) -> bool:
    """Say whether it holds what was read, or is mended already; else raise."""
    with open(target, "rb") as file:
        now = os.fstat(file.fileno())
        content = file.read(max(len(old), len(new)) + 1)
    if content == new:
        return False
    if (now.st_dev, now.st_ino) != (found.st_dev, found.st_ino) or content != old:
        raise ChangedMeanwhileError(target)
    return True


def _written_beside(target: str, data: bytes, like: os.stat_result) -> str:
    """Write a hidden file in the target's folder and return its path."""
    from tempfile import mkstemp

    folder, name = os.path.split(target)
    short = os.fsdecode(os.fsencode(name)[:_ROOM])
    handle, path = mkstemp(".tmp", f".{short}.ctct-lint-", folder)
    try:
        with open(handle, "wb") as file:
            _give_to_owner(handle, path, like)
            copy_attributes(target, handle)
            # Last, for a change of owner or list takes bits of the mode away.
            os.chmod(path, stat.S_IMODE(like.st_mode))
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        os.unlink(path)
        raise
    return path


def _give_to_owner(handle: int, path: str, like: os.stat_result) -> None:
    if sys.platform == "win32":
        return
    now = os.fstat(handle)
    if (now.st_uid, now.st_gid) != (like.st_uid, like.st_gid):
        os.chown(path, like.st_uid, like.st_gid)


def _sync_folder(folder: str) -> None:
    """Make the new name last; some systems cannot, and do it anyhow."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def copy_attributes(source: str, target: int) -> None:
    """Give an open file the attributes of another one, and no more than these.

    Raises OSError if one cannot be given: a list that is lost would let others read
    what they may not.
    """
    if sys.platform != "linux":
        return
    wanted = _attributes(source)
    for name in _attributes(target).keys() - wanted.keys():
        # The list that a folder gives to each new file.
        os.removexattr(target, name)
    for name, value in wanted.items():
        with suppress(OSError) if name.startswith(_OF_THE_SYSTEM) else nullcontext():
            os.setxattr(target, name, value)


def _attributes(file: str | int) -> dict[str, bytes]:
    try:
        names = os.listxattr(file)  # type: ignore[attr-defined, unused-ignore]
        return {name: os.getxattr(file, name) for name in names}  # type: ignore[attr-defined, unused-ignore]
    except OSError as error:
        if error.errno in _UNKNOWN:
            return {}
        raise
