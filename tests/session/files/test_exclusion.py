"""What a search passes over because it is told to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ctct_lint.config.find import Configurations
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.overrides import Overrides
from ctct_lint.session.files.find import find_inputs
from ctct_lint.session.files.input import FIND, Input, NoInput

FILES = ("a.xml", "build/a.xml", "mail/a.xml", "mail/build/b.xml", "mail/c.xml")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")


def names(paths: Iterable[str], **options: object) -> list[str]:
    inputs = find_inputs(paths, **options)  # type: ignore[arg-type]
    return [os.path.normpath(i.name) for i in inputs if isinstance(i, Input)]


def test_search_asks_each_folder_once_and_goes_into_no_excluded_one() -> None:
    asked = []

    def exclusion_in(folder: str) -> Callable[[str], bool] | None:
        asked.append(folder)
        return None if folder == "." else lambda name: name in {"build/", "c.xml"}

    assert names(["."], exclusion_in=exclusion_in) == [
        *("a.xml", "build/a.xml", "mail/a.xml")
    ]
    assert asked == [".", "./build", "./mail"]


@pytest.mark.parametrize(
    ("patterns", "paths", "expected"),
    [
        (("build",), ["."], ["a.xml", "mail/a.xml", "mail/c.xml"]),
        (("/build", "c.xml"), ["."], ["a.xml", "mail/a.xml", "mail/build/b.xml"]),
        (("build",), ["build"], ["build/a.xml"]),
        (("build/**",), ["build"], []),
        (("mail",), ["mail/build"], ["mail/build/b.xml"]),
        (("mail",), ["mail/a.xml", "."], ["mail/a.xml", "a.xml", "build/a.xml"]),
    ],
)
def test_configuration_excludes_from_a_search_not_what_is_named(
    patterns: tuple[str, ...], paths: list[str], expected: list[str]
) -> None:
    configurations = Configurations(KnownNames(tuple), Overrides(exclude=patterns))

    assert names(paths, exclusion_in=configurations.exclusion_in) == expected


def test_forced_exclusion_is_of_what_is_named_too() -> None:
    configurations = Configurations(KnownNames(tuple), Overrides(exclude=("build",)))
    paths = ["a.xml", "build/a.xml", "mail/build", "mail/build/b.xml", "mail", "-"]

    found = names(
        paths,
        stdin_name="build/stdin.xml",
        exclusion_in=configurations.exclusion_in,
        is_forced_out=configurations.covers_excluded,
    )

    assert found == ["a.xml", "mail/a.xml", "mail/c.xml"]


@pytest.mark.parametrize("name", [None, "stdin.xml"])
def test_stdin_is_forced_out_only_by_its_name(name: str | None) -> None:
    configurations = Configurations(KnownNames(tuple), Overrides(exclude=("build",)))

    found = names(["-"], stdin_name=name, is_forced_out=configurations.covers_excluded)

    assert found == [name or "<stdin>"]


def test_a_folder_without_files_is_told_from_one_that_is_excluded(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    configurations = Configurations(KnownNames(tuple), Overrides(exclude=("*.xml",)))
    paths = ["mail", "empty"]

    found = find_inputs(paths, exclusion_in=configurations.exclusion_in)

    where = "*.xml file in this folder or below"
    assert list(found) == [
        NoInput("mail", f"every {where} is excluded or in .gitignore", FIND),
        NoInput("empty", f"no {where}", FIND),
    ]
