"""A limit for what may have no end: a rule of the user's own."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of the processor's time, so that a busy machine ends no rule that would have ended.
SECONDS = 30.0
# A rule may hold up the first exception, as `except:` in its loop does.
_AGAIN = 1.0


class EndlessError(BaseException):
    """What is done takes too long. It is no Exception, for rules catch these."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise EndlessError in what is done, once it has taken so many seconds.

    On Windows, and in a thread that is not the main one, there is no limit.
    """
    if sys.platform == "win32":
        yield
        return

    def end(*_: object) -> None:
        raise EndlessError(f"it has not ended after {seconds:g} seconds")

    try:
        before = signal.signal(signal.SIGVTALRM, end)
    except ValueError:  # not the main thread
        yield
        return
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)
