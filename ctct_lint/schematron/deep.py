"""Expressions that need more of Python's stack than it has: functions call themselves.

Python stops at a thousand calls, which are fifty of a function of a schema. In a thread
the stack can be as large as it is needed, say for a sum over hundreds of lines.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    Value = TypeVar("Value")

# Some 2,000 calls of a function, each call of Python with 6 KiB of the stack.
_CALLS = 40_000
_STACK = 256 << 20
# How many calls there may be is told to all threads: with so many of them another one,
# whose stack is small, would come to its end, and with few again Python itself.
ALONE = threading.RLock()


def deeply(make: Callable[[], Value]) -> Value:
    """Return what is made, or raise what comes up; RecursionError if it has no end.

    Who asks for it holds `ALONE`, and so does whoever evaluates anything else.
    """
    found: list[Value] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            found.append(make())
        except BaseException as error:  # noqa: BLE001 - it is raised where it belongs
            failed.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(_STACK)
    try:
        # It must not hold up the end of a run that is interrupted.
        thread = threading.Thread(target=run, daemon=True)
        sys.setrecursionlimit(max(limit, _CALLS))
        thread.start()
        thread.join()
    finally:
        sys.setrecursionlimit(limit)
        threading.stack_size(size)
    for error in failed:
        raise error
    return found[0]
