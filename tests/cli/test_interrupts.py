"""Ctrl-C at any moment: status 130, and not a word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from types import ModuleType

import pytest

from ctct_lint.cli import main
from ctct_lint.cli.guard import guarded
from ctct_lint.session.processes import interrupt

# Presses Ctrl-C when a module is about to be imported, or at the very end.
# The handler is called between two steps of Python code: hence the list.
PROGRAM = """
import atexit, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Finder())
if {name!r} == "the end":
    atexit.register(lambda: [signal.raise_signal(signal.SIGINT)])
from ctct_lint.cli import main
main(["check", "-"])
"""


def status_and_errors(name: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(name=name)],
        input="<entry/>",
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "name",
    [
        "ctct_lint.cli.program",
        "click",
        "ctct_lint.cli.check",
        "ctct_lint.session.run",
        "lxml",
        "ctct_lint.engine.lint",
        "ctct_lint.output.full",
    ],
)
def test_ctrl_c_while_something_is_imported(name: str) -> None:
    assert status_and_errors(name) == (130, "")


def test_ctrl_c_at_the_very_end() -> None:
    status, errors = status_and_errors("the end")

    assert status == 130
    assert errors.count("\n") == 1
    assert "in 1 file checked" in errors


@pytest.fixture
def handler() -> Iterator[ModuleType]:
    """Have Python's own handler, whatever the tests are run under."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield interrupt
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("handler")
def test_who_calls_the_program_keeps_the_handler() -> None:
    with pytest.raises(SystemExit):
        main(["--version"])

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("handler")
def test_ctrl_c_is_an_exception_only_while_the_work_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    interrupt.exit_at_once()
    with pytest.raises(SystemExit) as caught, guarded():
        signal.raise_signal(signal.SIGINT)
    assert (caught.value.code, ended) == (130, [])
    signal.raise_signal(signal.SIGINT)
    assert ended == [130]

    assert interrupt.raise_exception()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("handler")
def test_signal_that_a_shell_ignores_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    interrupt.exit_at_once()

    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert not interrupt.raise_exception()


@pytest.mark.usefixtures("handler")
def test_other_threads_leave_the_signal_alone() -> None:
    thread = threading.Thread(target=interrupt.exit_at_once)
    thread.start()
    thread.join()

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
