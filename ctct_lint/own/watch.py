"""A watch over threads whose work may have no end, where no signal reaches them.

It asks an interpreter to raise an exception in another thread, which it does before
the next of its steps: a search by a pattern, say, has to end first.
"""

from __future__ import annotations

import ctypes
import time
from contextlib import contextmanager
from functools import partial
from threading import Event, Lock, Thread, get_ident
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# How often it looks, in seconds.
_EVERY = 1.0


class Deadline(NamedTuple):
    """The work of a thread: what its clock says, when it has to end, and by what."""

    clock: Callable[[], float]
    end: float
    pause: float
    error: type[BaseException]


class Watch:
    """Raises an exception in threads that take too long; one for a process is enough.

    It looks while something is watched, and waits else.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._watched: dict[int, Deadline] = {}
        self._is_needed = Event()
        self._thread: Thread | None = None

    @contextmanager
    def over(self, seconds: float, error: type[BaseException]) -> Iterator[None]:
        """Raise an error in what is done in this thread, once it has taken so long.

        seconds  of the processor's time: of the thread's, or where the system does not
                 say that, of the whole process'
        """
        here, clock = get_ident(), _clock_of(get_ident())
        pause = min(seconds, _EVERY)
        with self._lock:
            self._watched[here] = Deadline(clock, clock() + seconds, pause, error)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="watch", daemon=True)
                self._thread.start()
        self._is_needed.set()
        try:
            yield
        finally:
            # Once the lock is had, nothing comes any more.
            with self._lock:
                del self._watched[here]

    def _run(self) -> None:
        pause = Event()
        while True:
            self._is_needed.wait()
            pause.wait(self.look())

    def look(self) -> float:
        """End what takes too long; return how long to wait for the next look."""
        with self._lock:
            if not self._watched:
                self._is_needed.clear()
                return 0
            for thread, one in self._watched.items():
                if one.clock() >= one.end:
                    _raise_in(thread, one.error)
            return min(one.pause for one in self._watched.values())


def _clock_of(thread: int) -> Callable[[], float]:
    """Return the clock of the processor's time that a thread has taken."""
    clock_id = getattr(time, "pthread_getcpuclockid", None)
    if clock_id is None:
        return time.process_time
    return partial(time.clock_gettime, clock_id(thread))


def _raise_in(thread: int, error: type[BaseException]) -> None:
    raising = ctypes.pythonapi.PyThreadState_SetAsyncExc
    raising(ctypes.c_ulong(thread), ctypes.py_object(error))
