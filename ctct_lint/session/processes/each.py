"""Doing the same work on each of many items, here or in several processes."""

from __future__ import annotations

import os
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.session.processes.worker import Plan, Work

Item = TypeVar("Item")
Result = TypeVar("Result")

# So many items are worked on side by side, fewer where they take more memory.
_SIDE_BY_SIDE, _MUCH = 32, 1 << 18
# So many items a process is given at once.
CHUNK = 32


def processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - not on Linux


def each(
    plan: Plan[Item, Result], items: Iterable[Item], jobs: int, few: int
) -> Iterator[tuple[Item, Result]]:
    """Yield every item with its result, in order, as soon as its turn has come.

    Up to `few` items are not worth another process. Of more, the first are done
    here all the same: what was imported and read for them the processes, which are
    copies, need not import and read again. Memory is bounded, however many items
    there are.
    """
    todo = iter(items)
    first = deque(islice(todo, few + 1)) if jobs > 1 else deque()
    is_worth_it = len(first) > few
    rest = _chain(first, todo)
    yield from _side_by_side(plan, islice(rest, CHUNK) if is_worth_it else rest)
    if is_worth_it:
        from ctct_lint.session.processes.pool import Pool

        yield from Pool(plan, jobs, CHUNK).run(rest)


def _chain(first: deque[Item], others: Iterator[Item]) -> Iterator[Item]:
    while first:
        yield first.popleft()
    yield from others


def _side_by_side(
    plan: Plan[Item, Result], items: Iterable[Item]
) -> Iterator[tuple[Item, Result]]:
    """Yield items with their results, a few of them worked on at the same time.

    What has to be done here may take its time, as stdin does, and must not hold up what
    is before it; nor does what comes to its end with its first step.
    """
    begun: list[_Begun[Item, Result]] = []
    size = 0
    for item in items:
        if begun and plan.here(item):
            yield from _ended(begun)
            begun, size = [], 0
        one: _Begun[Item, Result] = _Begun(item, plan.work(item))
        size += one.go_on()
        begun.append(one)
        if one.is_done or len(begun) == _SIDE_BY_SIDE or size > _MUCH:
            yield from _ended(begun)
            begun, size = [], 0
    yield from _ended(begun)


def _ended(
    begun: Sequence[_Begun[Item, Result]],
) -> Iterator[tuple[Item, Result]]:
    while any(not one.is_done for one in begun):
        for one in begun:
            one.go_on()
    for one in begun:
        yield one.item, one.results[0]


class _Begun(Generic[Item, Result]):
    """An item that is worked on, with its result once that is there."""

    __slots__ = ("_work", "item", "results")

    def __init__(self, item: Item, work: Work[Result]) -> None:
        self.item = item
        self.results: list[Result] = []
        self._work = work

    @property
    def is_done(self) -> bool:
        return bool(self.results)

    def go_on(self) -> int:
        """Take a step, if there is one left; return the memory that it takes."""
        if self.results:
            return 0
        try:
            return next(self._work)
        except StopIteration as end:
            self.results.append(end.value)
            return 0
