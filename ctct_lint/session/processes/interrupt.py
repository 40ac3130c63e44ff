"""Ctrl-C while there is nothing to clean up: before the work has begun, and after it.

An exception would come out of whatever is being imported, as a traceback, or be
click's to word. While the work is done it is an exception as usual.
"""

from __future__ import annotations

import atexit
import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType
else:
    # That one makes enumerations of all numbers of signals: a hundredth of a start.
    import _signal as signal

# What a shell says of a program that the signal SIGINT has ended.
INTERRUPTED = 130


def exit_at_once() -> None:
    """Let Ctrl-C end the process here and now, with its status, to the very end."""
    if _replace(signal.default_int_handler, _exit):
        atexit.register(_replace, signal.default_int_handler, _exit)


def raise_exception() -> bool:
    """Let Ctrl-C be a KeyboardInterrupt again; say whether it was not."""
    return _replace(_exit, signal.default_int_handler)


def _replace(old: signal._HANDLER, new: signal._HANDLER) -> bool:
    """Change the handler; one that others have set, or a shell, is left alone."""
    if signal.getsignal(signal.SIGINT) != old:
        return False
    try:
        signal.signal(signal.SIGINT, new)
    except ValueError:
        # Only the main thread may, and gets the signals.
        return False
    return True


def _exit(_signal: int, _frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
