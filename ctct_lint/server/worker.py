"""The thread that lints, so that the server answers meanwhile."""

from __future__ import annotations

import asyncio
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")


class _Work(NamedTuple):
    do: Callable[[], Any]
    loop: asyncio.AbstractEventLoop
    done: asyncio.Future[Any]


class Worker:
    """Does one task after another; it is not waited for when the program ends."""

    def __init__(self, name: str) -> None:
        self._todo: SimpleQueue[_Work | None] = SimpleQueue()
        self.thread = Thread(target=self._run, name=name, daemon=True)
        self.thread.start()

    def do(self, work: Callable[[], _Result]) -> asyncio.Future[_Result]:
        """Return what becomes the work's result; to be called in a running loop."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[_Result] = loop.create_future()
        self._todo.put(_Work(work, loop, done))
        return done

    def stop(self) -> None:
        """End the thread after what it has to do."""
        self._todo.put(None)

    def _run(self) -> None:
        while (work := self._todo.get()) is not None:
            if work.done.cancelled():
                continue
            result, error = None, None
            try:
                result = work.do()
            except Exception as caught:  # noqa: BLE001 - it belongs to who waits for it
                error = caught
            try:
                work.loop.call_soon_threadsafe(_settle, work.done, result, error)
            except RuntimeError:
                # The loop is closed: the program ends.
                return


def _settle(done: asyncio.Future[Any], result: Any, error: Exception | None) -> None:
    if done.done():
        return
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)
