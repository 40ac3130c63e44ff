"""The thread that lints, and what waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from threading import Event

import pytest
from fixture_file import BAD

from ctct_lint.server.checks import Checked, Checks
from ctct_lint.server.documents import Documents
from ctct_lint.server.folders import Folders
from ctct_lint.server.host import Host
from ctct_lint.server.pushes import Pushes
from ctct_lint.server.wire import Writer
from ctct_lint.server.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker("lint")
    yield worker
    worker.stop()


def test_work_is_done_in_order_and_failures_belong_to_who_waits(
    worker: Worker,
) -> None:
    async def run() -> None:
        done: list[int] = []
        first = worker.do(lambda: done.append(1))
        failing = worker.do(lambda: 1 // 0)
        last = worker.do(lambda: tuple(done))
        await first
        with pytest.raises(ZeroDivisionError):
            await failing
        assert await last == (1,)

    asyncio.run(run())


def test_work_that_nobody_waits_for_is_not_begun(worker: Worker) -> None:
    async def run() -> None:
        begun, go_on = Event(), Event()
        done: list[str] = []

        def wait() -> None:
            begun.set()
            go_on.wait()

        running = worker.do(wait)
        waiting = worker.do(lambda: done.append("waiting"))
        begun.wait()
        running.cancel()
        waiting.cancel()
        go_on.set()
        await worker.do(lambda: done.append("last"))
        assert done == ["last"]

    asyncio.run(run())


def test_work_whose_loop_is_gone_is_no_harm() -> None:
    worker, go_on, done = Worker("lint"), Event(), Event()

    async def begin() -> None:
        worker.do(go_on.wait)

    asyncio.run(begin())
    go_on.set()
    worker.thread.join()
    done.set()

    assert not worker.thread.is_alive()


def test_version_that_is_old_when_its_turn_comes_is_not_checked(
    worker: Worker,
) -> None:
    folders, documents = Folders(), Documents()
    checks = Checks(documents, folders, worker)
    checked: list[str] = []
    folder = folders.of(None)
    check = folder.check_text
    folder.check_text = lambda path, text: (  # type: ignore[method-assign]
        checked.append(text) or check(path, text)
    )

    async def run() -> Checked | None:
        begun, go_on = Event(), Event()

        def wait() -> None:
            begun.set()
            go_on.wait()

        worker.do(wait)
        documents.open("untitled:a", 1, "<old/>")
        waiting = asyncio.ensure_future(checks.of("untitled:a"))
        await asyncio.sleep(0)
        documents.open("untitled:a", 2, BAD)
        go_on.set()
        return await waiting

    found = asyncio.run(run())
    assert found is not None
    assert found.document.version == 2
    assert checked == [BAD]


def test_result_of_an_old_configuration_does_not_count(worker: Worker) -> None:
    documents = Documents()
    checks = Checks(documents, Folders(), worker)

    async def run() -> Checked | None:
        documents.open("untitled:a", 1, BAD)
        waiting = asyncio.ensure_future(checks.of("untitled:a"))
        await asyncio.sleep(0)
        checks.forget()
        return await waiting

    found = asyncio.run(run())
    assert found is not None
    assert len(found.diagnostics) == 3


def test_document_that_is_closed_meanwhile_is_not_pushed(worker: Worker) -> None:
    documents = Documents()
    sent: list[Checked | None] = []
    checks = Checks(documents, Folders(), worker)
    pushes = Pushes(checks, documents, lambda _, checked: sent.append(checked))

    async def run() -> None:
        documents.open("untitled:a", 1, BAD)
        pushes.soon("untitled:a")
        documents.close("untitled:a")
        for _ in iter(lambda: pushes._waiting or pushes._running, {}):
            await asyncio.sleep(0)

    asyncio.run(run())
    assert sent == []


def test_failure_for_which_nobody_waits_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    async def run() -> None:
        host = Host(Writer(-1))
        host.spawn(fail())
        for _ in range(3):
            await asyncio.sleep(0)
        host.worker.stop()

    with caplog.at_level(logging.ERROR):
        asyncio.run(run())
    assert caplog.messages == ["internal error: ZeroDivisionError()"]
