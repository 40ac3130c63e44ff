"""Extended attributes of files, among them access control lists (Linux alone)."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import nullcontext, suppress

# What the system itself keeps, such as labels, and may not let others write.
_OF_THE_SYSTEM = "security."
_UNKNOWN = frozenset({errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})


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
