"""Files without the suffix `.xml` that a search takes, as a profile says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ctct_lint.config.find import Configurations
from ctct_lint.config.kind import KnownNames
from ctct_lint.session.files.find import find_inputs
from ctct_lint.session.files.input import FIND, Input, NoInput

FILES = ("a.svg", "a.txt", "a.xml", "old/a.svg", "old/b.pom", "old/c.xml", "old/Pom")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")


def found_in(folder: str) -> list[Input | NoInput]:
    configurations = Configurations(KnownNames(tuple))
    return list(find_inputs([folder], documents_in=configurations.documents_in))


def configure(folder: str, files: str) -> None:
    text = f'[[profiles]]\nname = "p"\nfiles = {files}\n'
    Path(folder, "ctct-lint.toml").write_text(text)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ('["*.svg"]', {"a.svg", "old/a.svg"}),
        ('["/*.svg", "*.pom"]', {"a.svg", "old/b.pom"}),
        ('"old/*.{svg,pom}"', {"old/a.svg", "old/b.pom"}),
        ('"old/a.svg"', {"old/a.svg"}),
        # Of these the `*.xml` are meant: they say of no other suffix that it is XML.
        ('["old/**", "*", "*.*", "Pom", "old"]', set()),
    ],
)
def test_globs_that_say_a_suffix_are_looked_for(files: str, expected: set[str]) -> None:
    configure("", files)

    names = [os.path.normpath(one.name) for one in found_in(".")]

    assert {name.replace(os.sep, "/") for name in names} == {
        *("a.xml", "old/c.xml"),
        *expected,
    }


def test_nearest_configuration_decides() -> None:
    configure("", '"*.svg"')
    configure("old", '"*.pom"')

    names = [os.path.normpath(one.name).replace(os.sep, "/") for one in found_in(".")]

    assert names == ["a.svg", "a.xml", "old/b.pom", "old/c.xml"]


def test_documents_of_a_profile_are_enough_for_a_folder() -> None:
    os.remove("old/c.xml")

    assert found_in("old") == [
        NoInput("old", "no *.xml file in this folder or below", FIND)
    ]
    configure("", '"*.pom"')
    path = os.path.join("old", "b.pom")
    assert found_in("old") == [Input(path, path, is_named=False)]


def test_configuration_that_cannot_be_used_asks_for_none() -> None:
    configure("", '"*.svg')

    names = [os.path.normpath(one.name).replace(os.sep, "/") for one in found_in(".")]

    assert names == ["a.xml", "old/c.xml"]
