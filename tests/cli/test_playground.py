"""`ctct-lint playground`: what it says, and what the page begins with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from systems import posix

from ctct_lint.playground import server

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what the pages begin with; a server ends as soon as it serves."""
    texts: list[str] = []

    class Short(server.Playground):
        def serve_forever(self, _interval: float = 0.5) -> None:  # type: ignore[override]
            texts.append(self.page("/").body)  # type: ignore[union-attr]

    monkeypatch.setattr(server, "Playground", Short)
    return texts


def test_it_says_where_the_page_is(called: Called, started: list[str]) -> None:
    done = called("playground")

    assert done.exit_code == 0
    assert done.stdout.startswith("http://127.0.0.1:")
    assert done.stdout.endswith("/ (Ctrl-C ends it)\n")
    assert len(started) == 1


def test_it_begins_with_the_document_that_is_named(
    called: Called, started: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes("<é/>".encode("utf-16"))

    assert called("playground", str(path)).exit_code == 0
    assert '"text": "\\u003c\\u00e9/>"' in started[0]


def test_the_browser_is_opened_if_that_is_wanted(
    called: Called, started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    done = called("playground", "--open")

    assert started
    assert opened == [done.stdout.split()[0]]


def test_a_port_that_is_taken_is_told(called: Called) -> None:
    with server.Playground(["ctct"]) as taken:
        done = called("playground", "--port", str(taken.server_port))

    assert done.exit_code == 2
    told = (
        f"ctct-lint: cannot serve at port {taken.server_port}: address already in use"
    )
    assert done.stderr == f"{told}\n"


@posix
def test_a_document_that_is_no_file_is_told(called: Called, tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    done = called("playground", str(path))

    assert done.exit_code == 2
    assert done.stderr == f"ctct-lint: cannot read {path}: is a pipe, not a file\n"


def test_a_document_that_is_not_there_is_told(called: Called) -> None:
    done = called("playground", "nowhere.xml")

    assert done.exit_code == 2
    assert "'nowhere.xml' does not exist" in done.stderr
