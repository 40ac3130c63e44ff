"""Doing the same work on each of many items, here or in several processes."""

from __future__ import annotations

import os
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeVar

    from ctct_lint.session.processes.worker import Plan

    Item = TypeVar("Item")
    Result = TypeVar("Result")

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
    for item in islice(rest, CHUNK) if is_worth_it else rest:
        yield item, plan(item)
    if is_worth_it:
        from ctct_lint.session.processes.pool import Pool

        yield from Pool(plan, jobs, CHUNK).run(rest)


def _chain(first: deque[Item], others: Iterator[Item]) -> Iterator[Item]:
    while first:
        yield first.popleft()
    yield from others
