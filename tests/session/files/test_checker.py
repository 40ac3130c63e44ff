"""One file: read, linted and, if that fails, told why."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from ctct_lint.config import Settings
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.model.problem import Problem
from ctct_lint.session.checker import FileChecker
from ctct_lint.session.files.input import Input, NoInput
from ctct_lint.session.files.result import FileResult


def settings_for(path: str | None) -> Settings:
    """Return settings for every path but two."""
    if path == "broken.xml":
        raise ConfigurationError((Problem("x.toml", 1, 1, "no flour"),))
    if path == "bug.xml":
        raise ZeroDivisionError
    return Settings(select=("CTC2",) if path is None else ())


CHECK = FileChecker(settings_for)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("clean", "broken", "bug", "bad"):
        (tmp_path / f"{name}.xml").write_bytes(b"<entry/>")


def test_file_is_read_and_linted() -> None:
    checked = CHECK(Input("bad.xml", "bad.xml"))

    assert (checked.text, checked.failures) == ("<entry/>", ())
    assert checked.diagnostics


@pytest.mark.parametrize(
    ("item", "failure"),
    [
        (NoInput("x", "is sour"), ("read", "is sour")),
        (Input("x.xml", "x.xml"), ("read", "no such file or directory")),
        (Input("broken.xml", "broken.xml"), ("configure", "x.toml:1:1: no flour")),
    ],
)
def test_what_cannot_be_checked_says_why(
    item: Input | NoInput, failure: tuple[str, str]
) -> None:
    assert CHECK(item) == FileResult(failures=(failure,), was_checked=False)


def test_bug_is_no_failure_of_the_file() -> None:
    with pytest.raises(ZeroDivisionError):
        CHECK(Input("bug.xml", "bug.xml"))


def test_stdin_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    assert CHECK(Input("<stdin>", None)).failures == (("read", "it is closed"),)


def test_only_stdin_and_what_is_no_file_have_to_be_done_here() -> None:
    assert CHECK.here(Input("y.xml", None))
    assert CHECK.here(NoInput("x", ""))
    assert not CHECK.here(Input("x.xml", "x.xml"))


def test_file_whose_process_died_is_a_failure() -> None:
    lost = CHECK.lost(Input("x.xml", "x.xml"), "it burnt")

    assert lost == FileResult(failures=(("check", "it burnt"),), was_checked=False)
    assert CHECK.size(FileResult(text="12345")) == 5


def test_work_and_results_can_be_sent_to_other_processes() -> None:
    item = Input("bad.xml", "bad.xml")
    copy = pickle.loads(pickle.dumps(CHECK))  # noqa: S301 - our own

    assert pickle.loads(pickle.dumps(copy(item))) == CHECK(item)  # noqa: S301
