"""A limit for what may have no end: a rule of the user's own."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

from ctct_lint.own.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of the processor's time, so that a busy machine ends no rule that would have ended.
SECONDS = 30.0
# A rule may hold up the first exception, as `except:` in its loop does.
_AGAIN = 1.0
_WATCH = Watch()


class EndlessError(BaseException):
    """What is done takes too long. It is no Exception, for rules catch these."""

    def __init__(self, seconds: float = SECONDS) -> None:
        super().__init__(f"it has not ended after {seconds:g} seconds")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise EndlessError in what is done, once it has taken so many seconds.

    A signal does so in the main thread: it ends also a search by a pattern. On Windows,
    and in other threads, see `watch`.
    """

    def end(*_: object) -> None:
        raise EndlessError(seconds)

    if sys.platform == "win32" or current_thread() is not main_thread():
        with _WATCH.over(seconds, EndlessError):
            yield
        return
    before = signal.signal(signal.SIGVTALRM, end)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)
