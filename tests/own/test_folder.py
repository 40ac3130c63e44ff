"""A rule that leaves the current folder does not take the run with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ctct_lint.own.guards import same_folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def test_whoever_leaves_the_folder_is_brought_back(here: Path) -> None:
    with same_folder():
        os.chdir("../there")

    assert Path.cwd() == here


@same_folder()
def leave_and_fail() -> None:
    os.chdir("../there")
    raise ValueError("x")


def test_whoever_leaves_it_and_fails_is_brought_back(here: Path) -> None:
    with pytest.raises(ValueError, match="x"):
        leave_and_fail()

    assert Path.cwd() == here


def test_there_is_no_way_back_to_a_folder_that_nobody_knows(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def getcwd() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    with monkeypatch.context() as patched:
        patched.setattr(os, "getcwd", getcwd)
        with same_folder():
            os.chdir("../there")

    assert Path.cwd() == here.with_name("there")


def test_folder_that_is_removed_meanwhile_is_no_trouble(here: Path) -> None:
    with same_folder():
        os.chdir("../there")
        here.rmdir()

    assert Path.cwd() == here.with_name("there")
