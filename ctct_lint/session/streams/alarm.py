"""A function that is called again and again while a program works."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def repeating(act: Callable[[], None], first: float, seconds: float) -> Iterator[None]:
    """Call `act` every so many seconds, for the first time after `first`.

    By a signal, not by a thread: a process with threads is not safely copied. Where
    there is no such signal, or this thread gets none, `act` is never called.
    """
    if sys.platform == "win32":
        yield
        return

    def ring(*_: object) -> None:
        # It may come while the same stream is being written to.
        with suppress(OSError, RuntimeError):
            act()

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except ValueError:  # not the main thread
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, first, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before or signal.SIG_DFL)
