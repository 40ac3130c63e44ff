"""What was made of schemas, in the folder of the cache: found again if it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ctct_lint.session.cache.models import ModelStore

KEY, LINES = f"model {'0' * 64}", ['["a","ö"]'.encode("unicode-escape").decode(), "[1]"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def test_what_is_kept_is_found(home: Path) -> None:
    ModelStore(str(home)).keep(KEY, LINES)

    assert ModelStore(str(home)).find(KEY) == LINES


@pytest.mark.parametrize("key", ["model 1", f"texts {'0' * 64}", ""])
def test_of_another_schema_nothing_is_found(home: Path, key: str) -> None:
    ModelStore(str(home)).keep(KEY, LINES)

    assert ModelStore(str(home)).find(key) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"\xff\n[]",
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data.replace(b"[1]", b"[2]"),
        lambda data: data.replace(b"model", b"texts"),
        lambda data: data.partition(b"\n")[2],
    ],
)
def test_what_is_damaged_is_as_good_as_not_there(
    home: Path, spoil: Callable[[bytes], bytes]
) -> None:
    store = ModelStore(str(home))
    store.keep(KEY, LINES)
    (path,) = home.glob("*.schema.jsonl")
    path.write_bytes(spoil(path.read_bytes()))

    assert store.find(KEY) is None


def test_no_more_than_128_are_kept(home: Path) -> None:
    store = ModelStore(str(home))
    for number in range(130):
        store.keep(str(number), LINES)
        for path in home.glob("*.schema.jsonl"):
            os.utime(path, (number, number))

    assert len(list(home.glob("*.schema.jsonl"))) == 128


def test_a_folder_that_cannot_be_written_is_no_error(home: Path) -> None:
    home.write_text("a file")
    store = ModelStore(str(home / "below"))
    store.keep(KEY, LINES)

    assert store.find(KEY) is None


def test_what_is_found_counts_where_nothing_can_be_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ModelStore(str(home)).keep(KEY, LINES)

    def fail(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "utime", fail)
    assert ModelStore(str(home)).find(KEY) == LINES
