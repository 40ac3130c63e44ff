"""What may have no end is ended, where the system can do that."""

from __future__ import annotations

import sys
from threading import Thread

import pytest

from ctct_lint.own.limit import EndlessError, limited


def test_what_ends_is_let_alone() -> None:
    with limited(60.0):
        done = sum(range(10))

    assert done == 45


def test_other_threads_have_no_limit() -> None:
    done: list[int] = []

    def work() -> None:
        with limited(1e-6):
            done.append(sum(range(100_000)))

    thread = Thread(target=work)
    thread.start()
    thread.join()

    assert done == [4999950000]


def test_windows_has_no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")

    with limited(1e-6):
        done = sum(range(100_000))

    assert done == 4999950000


def test_what_takes_an_exception_for_another_is_ended_too() -> None:
    assert not issubclass(EndlessError, Exception)
