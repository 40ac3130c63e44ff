"""Compiled schemas in the folder of the cache: found again, checked like any input."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from fixture_file import FIXTURES, ROOT

from ctct_lint.schema.compile import compile_file
from ctct_lint.schema.components import Components
from ctct_lint.schema.sound import is_sound
from ctct_lint.session.cache.models import ModelStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POM = compile_file(str(FIXTURES / "profiles" / "pom.xsd"))
KEY = "0" * 64


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def only_file(home: Path) -> Path:
    (path,) = home.glob("*.schema.json")
    return path


def test_what_is_kept_is_found(home: Path) -> None:
    ModelStore(str(home)).keep(KEY, POM)

    assert ModelStore(str(home)).find(KEY) == POM


@pytest.mark.parametrize(
    "path", sorted((ROOT / "schemas").glob("*-entry.xsd")), ids=lambda path: path.stem
)
def test_what_a_compiler_makes_is_sound(path: Path) -> None:
    assert is_sound(compile_file(str(path)))


def test_of_another_schema_nothing_is_found(home: Path) -> None:
    ModelStore(str(home)).keep(KEY, POM)

    assert ModelStore(str(home)).find("1" * 64) is None


def changed(where: int, number: int, field: int, value: Any) -> Callable[[Any], None]:
    """Return what sets a field of a component."""

    def change(plain: Any) -> None:
        plain[where][number][field] = value

    return change


def in_content(value: Any) -> Callable[[Any], None]:
    """Return what sets the first child of the first content."""

    def change(plain: Any) -> None:
        content = next(one[4] for one in plain[1] if one[4] is not None)
        content[0][1][0][0] = value

    return change


def root(value: Any) -> Callable[[Any], None]:
    def change(plain: Any) -> None:
        plain[3]["{urn:x}x"] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        changed(0, 0, 0, 1),
        changed(0, 0, 2, 999),
        changed(0, 0, 2, -1),
        changed(0, 0, 2, "0"),
        changed(0, 0, 2, True),
        changed(2, 1, 1, 999),
        changed(2, 1, 1, 1),
        changed(2, 1, 2, [1]),
        changed(2, 1, 3, 999),
        in_content(999),
        in_content(-1),
        root(999),
        root(None),
        changed(0, 0, 5, [999]),
        changed(1, 0, 6, 0),
        lambda plain: plain[4].__setitem__("{urn:x}t", [True, 999]),
        lambda plain: plain[4].__setitem__("{urn:x}t", [False, 999]),
        lambda plain: plain[5].__setitem__("{urn:x}a", ["{urn:x}a", 999, False, None]),
        lambda plain: plain.pop(),
        lambda plain: plain.clear(),
        lambda plain: plain.__setitem__(0, 1),
        lambda plain: plain.__setitem__(3, [1]),
    ],
)
def test_what_is_not_sound_is_as_good_as_not_there(
    home: Path, change: Callable[[Any], None]
) -> None:
    store = ModelStore(str(home))
    store.keep(KEY, POM)
    path = only_file(home)
    key, plain = json.loads(path.read_text())
    change(plain)
    path.write_text(json.dumps([key, plain]))

    assert store.find(KEY) is None


@pytest.mark.parametrize(
    "text", ["", "[", "1", "[]", "{}", f'["{"1" * 64}",[]]', "[" * 100_000]
)
def test_what_is_no_file_of_ours_is_as_good_as_not_there(home: Path, text: str) -> None:
    store = ModelStore(str(home))
    store.keep(KEY, POM)
    only_file(home).write_text(text)

    assert store.find(KEY) is None


def test_no_more_than_64_are_kept(home: Path) -> None:
    store = ModelStore(str(home))
    for number in range(70):
        store.keep(str(number), Components((), (), (), {}, {}, {}))
        for path in home.glob("*.schema.json"):
            os.utime(path, (number, number))

    assert len(list(home.glob("*.schema.json"))) == 64


def test_a_folder_that_cannot_be_written_is_no_error(home: Path) -> None:
    home.write_text("a file")
    store = ModelStore(str(home / "below"))
    store.keep(KEY, POM)

    assert store.find(KEY) is None
