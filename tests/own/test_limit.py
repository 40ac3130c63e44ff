"""What may have no end is ended, in whatever thread."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Thread

import pytest

from ctct_lint.own.guards import EndlessError, time_limit
from ctct_lint.own.watch import Watch


def endlessly() -> None:
    with time_limit(0.01):
        while True:
            pass


def ended(*works: Callable[[], None]) -> list[str]:
    """Return what the works of some threads, at the same time, are ended by."""
    errors: list[str] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except EndlessError as error:
            errors.append(str(error))

    threads = [Thread(target=run, args=(work,), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors


def test_what_ends_is_let_alone() -> None:
    with time_limit(60.0):
        done = sum(range(10))

    assert done == 45


def test_what_ends_in_another_thread_is_let_alone() -> None:
    done: list[int] = []

    def work() -> None:
        for _ in range(1000):
            with time_limit(60.0):
                done.append(sum(range(10)))

    assert ended(work) == []
    assert done == [45] * 1000


def test_what_has_no_end_is_ended_in_any_thread() -> None:
    with pytest.raises(EndlessError, match=r"it has not ended after 0\.01 seconds"):
        endlessly()

    # An exception that another thread raises has the words for the usual limit.
    assert ended(endlessly, endlessly) == ["it has not ended after 30 seconds"] * 2
    assert ended(endlessly) == ["it has not ended after 30 seconds"]


def test_a_watch_looks_at_once_when_there_is_nothing_to_wait_for() -> None:
    watch = Watch()

    assert watch.look() == 0
    with watch.over(60.0, EndlessError):
        assert watch.look() == 1


def test_windows_has_no_signal_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(time, "pthread_getcpuclockid", raising=False)

    with pytest.raises(EndlessError):
        endlessly()


def test_what_takes_the_exception_for_another_is_ended_once_more() -> None:
    held_up: list[BaseException] = []

    def work() -> None:
        with time_limit(0.01):
            while True:
                try:
                    endlessly_here()
                except BaseException as error:  # noqa: PERF203 - it is about that
                    if held_up:
                        raise
                    held_up.append(error)

    def endlessly_here() -> None:
        while True:
            pass

    assert len(ended(work)) == len(held_up) == 1


def test_what_takes_an_exception_for_another_is_ended_too() -> None:
    assert not issubclass(EndlessError, Exception)
