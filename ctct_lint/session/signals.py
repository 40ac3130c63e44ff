"""Signals that are held back for a moment."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def held_back(*names: str) -> Iterator[None]:
    """Hold back the signals of these names, which take effect afterwards.

    On Windows nothing can be held back.
    """
    if sys.platform == "win32":
        yield
        return
    held = {getattr(signal, name) for name in names}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
