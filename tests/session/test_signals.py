"""Ctrl-C waits for a moment."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from ctct_lint.session.signals import held_back


@pytest.fixture
def _handler() -> Iterator[None]:
    """Have Python's own handler, whatever the tests are run under."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_handler")
def test_a_signal_takes_effect_afterwards() -> None:
    seen = []

    def act() -> None:
        with held_back("SIGINT"):
            signal.raise_signal(signal.SIGINT)
            seen.append("done")

    with pytest.raises(KeyboardInterrupt):
        act()
    assert seen == ["done"]


def test_where_nothing_can_be_held_back_all_is_done_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    with held_back("SIGINT"):
        done = True

    assert done
