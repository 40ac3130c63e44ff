"""The processes that do the same work on many items, the results in order.

`concurrent.futures` gives up all that is not done when one process dies, and cannot
say at what. Here each process has a pipe of its own and says which item it has at
hand: that one is lost, everything else is done by another process.
"""

from __future__ import annotations

import sys
from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

    from ctct_lint.session.processes.worker import Plan, WorkerProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

# So many chunks for each process may be done or under way ahead of the one whose
# turn it is: more would only fill the memory.
_AHEAD = 4
_NOTHING = -1
# Processes that end before they begin may be bad luck, but not for ever.
_MOST_STILLBORN = 8


def _context() -> BaseContext:
    """Return how processes are started: on Linux as copies of this one.

    It has one thread and holds no lock, so that a copy is safe, and starts at once.
    """
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else None)


class Pool(Generic[Item, Result]):
    """The processes of one run, and the results whose turn has not come."""

    def __init__(self, plan: Plan[Item, Result], jobs: int, chunk: int) -> None:
        """Note how many processes there may be, and how many items one is given."""
        from multiprocessing.sharedctypes import RawArray

        self._plan = plan
        self._jobs = jobs
        self._chunk = chunk
        self._context = _context()
        self._at_hand = RawArray("q", jobs)
        self._workers: dict[Connection, WorkerProcess[Item, Result]] = {}
        self._again: deque[list[tuple[int, Item]]] = deque()
        self._items: dict[int, Item] = {}
        self._results: dict[int, Result] = {}
        self._taken = 0
        self._given = 0
        self._ended = False
        self._stillborn = 0

    def run(self, items: Iterator[Item]) -> Iterator[tuple[Item, Result]]:
        """Yield every item with its result, in order."""
        try:
            while self._items or not self._ended:
                self._hand_out(items)
                yield from self._in_turn()
                self._wait()
        finally:
            self._stop()

    def _hand_out(self, items: Iterator[Item]) -> None:
        """Give each idle process a chunk, as long as there is one."""
        for slot in range(self._jobs):
            worker = self._worker(slot)
            if worker is not None and worker.todo:
                continue
            chunk = self._next_chunk(items)
            if not chunk:
                return
            self._at_hand[slot] = _NOTHING
            (worker or self._start(slot)).give(chunk)

    def _worker(self, slot: int) -> WorkerProcess[Item, Result] | None:
        return next((w for w in self._workers.values() if w.slot == slot), None)

    def _start(self, slot: int) -> WorkerProcess[Item, Result]:
        from ctct_lint.session.processes.worker import start

        worker = start(self._context, self._plan, self._at_hand, slot)
        self._workers[worker.pipe] = worker
        return worker

    def _next_chunk(self, items: Iterator[Item]) -> list[tuple[int, Item]]:
        """Return what is to be done next; nothing if that is too far ahead."""
        if self._again:
            return self._again.popleft()
        chunk: list[tuple[int, Item]] = []
        most = self._given + self._jobs * _AHEAD * self._chunk
        while len(chunk) < self._chunk and self._taken < most:
            item = next(items, None)
            if item is None:
                self._ended = True
                break
            self._items[self._taken] = item
            if not self._plan.here(item):
                chunk.append((self._taken, item))
            self._taken += 1
        return chunk

    def _in_turn(self) -> Iterator[tuple[Item, Result]]:
        """Yield what is done; what is to be done here is done when its turn comes.

        It may take its time, as stdin does, and must not hold up what is before it.
        """
        while self._given in self._items:
            item = self._items[self._given]
            if self._plan.here(item):
                result = self._plan(item)
            elif self._given in self._results:
                result = self._results.pop(self._given)
            else:
                break
            del self._items[self._given]
            self._given += 1
            yield item, result

    def _wait(self) -> None:
        """Take what the processes have to say, once one of them has."""
        from multiprocessing.connection import wait

        busy = [pipe for pipe, worker in self._workers.items() if worker.todo]
        for pipe in wait(busy) if busy else ():
            worker = self._workers[pipe]  # type: ignore[index]
            try:
                results = worker.take()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                self._results.update(results)

    def _bury(self, worker: WorkerProcess[Item, Result]) -> None:
        """Give up what a dead process had at hand; another does the others."""
        del self._workers[worker.pipe]
        why = worker.cause_of_death()
        left = dict(worker.todo)
        at_hand = self._at_hand[worker.slot]
        if at_hand == _NOTHING and self._stillborn < _MOST_STILLBORN:
            self._stillborn += 1
        else:
            number = at_hand if at_hand in left else next(iter(left))
            self._results[number] = self._plan.lost(left.pop(number), why)
        if left:
            self._again.append(list(left.items()))

    def _stop(self) -> None:
        for worker in self._workers.values():
            worker.stop()
        for worker in self._workers.values():
            worker.join()
        self._workers.clear()
