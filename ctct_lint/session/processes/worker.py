"""One of the processes among which the work is divided."""

from __future__ import annotations

import signal
import sys
from collections.abc import Generator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ctct_lint.session.signals import held_back

if TYPE_CHECKING:
    from ctypes import Array
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Item_contra = TypeVar("Item_contra", contravariant=True)
Result = TypeVar("Result")

# What is done with an item: its result is what it returns.
Work = Generator[int, None, Result]
# Results are sent once they take so many characters, and at the end of a chunk.
_FULL = 4 << 20


class Plan(Protocol[Item_contra, Result]):
    """Called with each item; it, the items and the results can be pickled."""

    def __call__(self, item: Item_contra, /) -> Result:
        """Do the work; an exception is a result that is `lost`."""
        ...

    def work(self, item: Item_contra, /) -> Work[Result]:
        """Do the same step by step; each yields how much memory is kept for it."""
        ...

    def here(self, item: Item_contra) -> bool:
        """Say whether it has to be done in the process that asks for it."""
        ...

    def lost(self, item: Item_contra, why: str) -> Result:
        """Return the result of an item whose work came to no end."""
        ...

    def size(self, result: Result) -> int:
        """Return how much memory a result takes, roughly, in characters."""
        ...


class WorkerProcess(Generic[Item, Result]):
    """A process as its owner sees it: a pipe, and what was handed over to it."""

    def __init__(self, process: BaseProcess, pipe: Connection, slot: int) -> None:
        self.pipe = pipe
        self.slot = slot
        self.todo: dict[int, Item] = {}
        self._process = process

    def give(self, chunk: list[tuple[int, Item]]) -> None:
        """Hand over items with their numbers; the process must be idle."""
        self.todo.update(chunk)
        # A process that is dead already is found out by the next `take`.
        with suppress(OSError):
            self.pipe.send(chunk)

    def take(self) -> dict[int, Result]:
        """Return some results; EOFError or OSError if the process is dead."""
        results: dict[int, Result] = self.pipe.recv()
        for number in results:
            del self.todo[number]
        return results

    def cause_of_death(self) -> str:
        """Return why the process is no more, in words."""
        self.pipe.close()
        self._process.join()
        code = self._process.exitcode or 0
        how = f"was killed by signal {-code}" if code < 0 else f"ended with {code}"
        return f"the process that checked it {how}"

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self._process.terminate()

    def join(self) -> None:
        """Wait for the end."""
        self._process.join()


def start(
    context: BaseContext, plan: Plan[Item, Result], at_hand: Array[Any], slot: int
) -> WorkerProcess[Item, Result]:
    """Start a process that does as `plan` says; `at_hand[slot]` is its number."""
    ours, theirs = context.Pipe()
    process: BaseProcess = context.Process(  # type: ignore[attr-defined]
        target=serve, args=(theirs, ours, plan, at_hand, slot), daemon=True
    )
    # A new process must not meet Ctrl-C before it ignores it.
    with held_back("SIGINT"):
        process.start()
    theirs.close()
    return WorkerProcess(process, ours, slot)  # type: ignore[arg-type, unused-ignore]


def serve(
    pipe: Connection,
    other_end: Connection,
    plan: Plan[Any, Any],
    at_hand: Array[Any],
    slot: int,
) -> None:
    """Do the chunks that come through the pipe, until its other end is closed."""
    # Ctrl-C reaches every process of a terminal; the owner decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # A copied process has its owner's end too, and would never miss the owner.
    other_end.close()
    with suppress(EOFError, OSError):
        while True:
            _do(pipe.recv(), pipe, plan, at_hand, slot)


def _do(
    chunk: list[tuple[int, Any]],
    pipe: Connection,
    plan: Plan[Any, Any],
    at_hand: Array[Any],
    slot: int,
) -> None:
    results: dict[int, Any] = {}
    size = 0
    for number, item in chunk:
        at_hand[slot] = number
        try:
            result = plan(item)
        except Exception as error:  # noqa: BLE001 - the others must be done
            result = plan.lost(item, f"{type(error).__name__}: {error}")
        results[number] = result
        size += plan.size(result)
        if size > _FULL:
            pipe.send(results)
            results, size = {}, 0
    if results:
        pipe.send(results)
