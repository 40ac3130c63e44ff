"""Many items in several processes: in order, bounded, whatever happens to one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import count, islice
from multiprocessing import active_children, get_context, parent_process

import pytest
from fixture_file import ROOT
from systems import linux

from ctct_lint.session.processes import pool as pool_module
from ctct_lint.session.processes import worker as worker_module
from ctct_lint.session.processes.each import CHUNK, each, processors
from ctct_lint.session.processes.worker import Work, serve

MANY = 5 * CHUNK


class Squares:
    """Squares numbers; a few of them do harm."""

    def __init__(self, *, deadly: int = -1, raising: int = -1) -> None:
        self.deadly = deadly
        self.raising = raising

    def __call__(self, item: int) -> str:
        if item == self.deadly and not self.here(item):
            os.kill(os.getpid(), signal.SIGKILL)
        if item == self.raising:
            raise ValueError("too hot")
        where = "here" if parent_process() is None else "there"
        return f"{item * item} {where}"

    def work(self, item: int) -> Work[str]:
        yield 1
        return self(item)

    def here(self, item: int) -> bool:
        return item % 50 == 7

    def lost(self, item: int, why: str) -> str:
        return f"{item} lost: {why}"

    def size(self, result: str) -> int:
        return len(result)


def expected(number: int, **others: str) -> str:
    where = "here" if number < CHUNK or number % 50 == 7 else "there"
    return others.get(f"n{number}", f"{number * number} {where}")


@pytest.fixture(params=["fork", "spawn", "forkserver"])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    context = get_context(request.param)
    monkeypatch.setattr(pool_module, "_context", lambda: context)


@pytest.mark.usefixtures("method")
def test_results_come_in_order_however_processes_are_started() -> None:
    results = list(each(Squares(), range(MANY), 2, 0))

    assert results == [(n, expected(n)) for n in range(MANY)]


def test_few_items_are_done_in_this_process() -> None:
    assert list(each(Squares(), range(5), 2, 5)) == [
        (n, f"{n * n} here") for n in range(5)
    ]
    assert [r for _, r in each(Squares(), range(CHUNK + 6), 2, CHUNK + 5)] == [
        expected(n) for n in range(CHUNK + 6)
    ]
    assert list(each(Squares(), [], 2, 5)) == []


def test_one_job_is_this_process_however_many_items() -> None:
    assert {r.split()[1] for _, r in each(Squares(), range(MANY), 1, 0)} == {"here"}


def test_item_that_kills_its_process_is_the_only_one_lost() -> None:
    results = [r for _, r in each(Squares(deadly=45), range(MANY), 2, 0)]
    lost = "45 lost: the process that checked it was killed by signal 9"

    assert results == [expected(n, n45=lost) for n in range(MANY)]


def test_first_and_last_of_a_chunk_can_be_the_deadly_one() -> None:
    for deadly in (CHUNK, MANY - 1):
        results = [r for _, r in each(Squares(deadly=deadly), range(MANY), 3, 0)]

        assert [r for r in results if "lost" in r] == [
            f"{deadly} lost: the process that checked it was killed by signal 9"
        ]
        assert len(results) == MANY


def test_exception_is_the_result_of_its_item_alone() -> None:
    results = [r for _, r in each(Squares(raising=99), range(MANY), 2, 0)]

    assert results == [
        expected(n, n99="99 lost: ValueError: too hot") for n in range(MANY)
    ]


class Killer(Squares):
    """Kills the process as soon as it is started, before it has anything."""

    def __setstate__(self, state: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


def test_processes_that_never_start_are_not_started_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    context = get_context("spawn")
    monkeypatch.setattr(pool_module, "_context", lambda: context)
    monkeypatch.setattr(pool_module, "_MOST_STILLBORN", 1)
    results = [r for _, r in each(Killer(), range(CHUNK + 2), 2, 0)][CHUNK:]

    assert [r.split(":")[0] for r in results] == [
        f"{CHUNK} lost",
        f"{CHUNK + 1} lost",
    ]


def test_items_are_not_taken_far_ahead_of_what_was_given() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in count():
            taken = number + 1
            yield number

    with closing(each(Squares(), items(), 2, 0)) as results:  # type: ignore[type-var]
        assert len(list(islice(results, CHUNK + 3))) == CHUNK + 3
        assert taken <= CHUNK + 3 + 2 * 4 * CHUNK + 1


def test_processes_end_when_nobody_wants_more() -> None:
    results = each(Squares(), count(), 2, 0)
    with closing(results):  # type: ignore[type-var]
        assert len(list(islice(results, CHUNK + 1))) == CHUNK + 1
        assert len(active_children()) == 2

    assert active_children() == []


def test_items_that_are_all_for_this_process_need_no_other() -> None:
    items = [7 + 50 * n for n in range(400)]

    assert [r for _, r in each(Squares(), items, 2, 0)] == [
        f"{n * n} here" for n in items
    ]


def test_process_outlives_neither_its_owner_nor_the_pipe() -> None:
    """The owner is killed and cannot say goodbye."""
    code = (
        f"import os, sys; sys.path.insert(0, {str(ROOT)!r})\n"
        f"sys.path.insert(0, {os.path.dirname(__file__)!r})\n"
        "from itertools import count\n"
        "from test_pool import Squares\n"
        "from ctct_lint.session.processes.each import each\n"
        "results = each(Squares(), count(), 2, 0)\n"
        "for _ in range(50): next(results)\n"
        "os.kill(os.getpid(), 9)"
    )
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'tests')!r})\n{code}"
    # The pipe of stdout is at its end only when the last process has closed it.
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, timeout=600
    )

    assert done.returncode == -signal.SIGKILL, done.stderr


# ------------------------------------------------------------ inside of a process


class Talk:
    """A pipe with all that is ever sent through it, and all that is answered."""

    def __init__(self, *chunks: list[tuple[int, int]]) -> None:
        self.chunks = list(chunks)
        self.answers: list[dict[int, str]] = []

    def recv(self) -> list[tuple[int, int]]:
        if not self.chunks:
            raise EOFError
        return self.chunks.pop(0)

    def send(self, answer: dict[int, str]) -> None:
        self.answers.append(answer)

    def close(self) -> None:
        pass


def served(talk: Talk, plan: Squares) -> list[int]:
    """Serve a talk in this process; return the numbers of what is at hand."""
    at_hand = [-1, -1]
    serve(talk, Talk(), plan, at_hand, 1)  # type: ignore[arg-type]
    return at_hand


@pytest.fixture(autouse=True)
def _no_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module.signal, "signal", lambda *_: None)


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_process_answers_each_chunk_and_says_what_it_has_at_hand(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    talk = Talk([(0, 5), (3, 6)], [(4, 8)])

    assert served(talk, Squares(raising=8)) == [-1, 4]
    assert talk.answers == [
        {0: "25 here", 3: "36 here"},
        {4: "8 lost: ValueError: too hot"},
    ]


def test_large_results_are_sent_before_the_chunk_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker_module, "_FULL", 10)
    talk = Talk([(n, n + 10) for n in range(4)])
    served(talk, Squares())

    assert talk.answers == [
        {0: "100 here", 1: "121 here"},
        {2: "144 here", 3: "169 here"},
    ]


@linux
def test_processors_are_those_that_may_be_used() -> None:
    assert processors() == len(os.sched_getaffinity(0))
