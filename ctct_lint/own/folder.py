"""The current folder, which a rule of the user's own may leave, and is back in after.

Paths of documents, and what is written, are relative to the folder of the whole run.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def same_folder() -> Iterator[None]:
    """Go back, when all is done, to the current folder as it is now."""
    before = _current()
    try:
        yield
    finally:
        if before and _current() != before:
            with suppress(OSError):
                os.chdir(before)


def _current() -> str:
    """Return the current folder, "" if somebody has removed it."""
    try:
        return os.getcwd()
    except OSError:
        return ""
