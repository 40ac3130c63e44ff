"""Globs: which paths below a folder are meant."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ctct_lint.config.globs import Globs

ROOT = os.path.abspath("shop")
PATHS = (
    "a.xml",
    "b.xml",
    "old/a.xml",
    "old/deep/a.xml",
    "mail/old/a.xml",
    "mail/[x].xml",
    "mail/{x}.xml",
    "mail/x*.xml",
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a.xml", {"a.xml", "old/a.xml", "old/deep/a.xml", "mail/old/a.xml"}),
        ("./a.xml", {"a.xml", "old/a.xml", "old/deep/a.xml", "mail/old/a.xml"}),
        ("/a.xml", {"a.xml"}),
        ("old", {"old/a.xml", "old/deep/a.xml", "mail/old/a.xml"}),
        ("old/", {"old/a.xml", "old/deep/a.xml", "mail/old/a.xml"}),
        ("a.xml/", set()),
        ("/old/", {"old/a.xml", "old/deep/a.xml"}),
        ("old/*", {"old/a.xml", "old/deep/a.xml"}),
        ("old/*.xml", {"old/a.xml"}),
        ("old/**", {"old/a.xml", "old/deep/a.xml"}),
        ("old/**/a.xml", {"old/a.xml", "old/deep/a.xml"}),
        ("**/old/a.xml", {"old/a.xml", "mail/old/a.xml"}),
        ("*/old", {"mail/old/a.xml"}),
        ("**", set(PATHS)),
        ("**/", set(PATHS) - {"a.xml", "b.xml"}),
        ("?.xml", {p for p in PATHS if p.endswith(("a.xml", "b.xml"))}),
        ("/[ab].xml", {"a.xml", "b.xml"}),
        ("/[!a].xml", {"b.xml"}),
        ("/[^a].xml", {"b.xml"}),
        ("/[a-b].xml", {"a.xml", "b.xml"}),
        ("[[]x[]].xml", {"mail/[x].xml"}),
        ("\\[x\\].xml", {"mail/[x].xml"}),
        ("[x].xml", set()),
        ("/{a,b}.xml", {"a.xml", "b.xml"}),
        ("/{old,mail/old}/a.xml", set()),
        ("{o*,c}/a.xml", {"old/a.xml"}),
        ("\\{x\\}.xml", {"mail/{x}.xml"}),
        ("x\\*.xml", {"mail/x*.xml"}),
        ("[x.xml", set()),
        ("A.XML", set()),
        ("", set()),
    ],
)
def test_glob_covers_files_and_what_is_below_folders(
    pattern: str, expected: set[str]
) -> None:
    globs = Globs(ROOT, (pattern,))

    assert {p for p in PATHS if globs.covers(os.path.join("shop", p))} == expected


@pytest.mark.parametrize(
    ("pattern", "folder", "expected"),
    [
        ("old", "shop", {"old", "old/"}),
        ("old/", "shop", {"old/"}),
        ("old/**", "shop", set()),
        ("old/**", "shop/old", {"old", "old/", "new"}),
        ("/old", "shop/old", set()),
        ("*/new", "shop/old", {"new"}),
    ],
)
def test_search_asks_about_names_alone(
    pattern: str, folder: str, expected: set[str]
) -> None:
    is_meant = Globs(ROOT, ("nothing", pattern)).meant_in(folder)

    assert {name for name in ("old", "old/", "new") if is_meant(name)} == expected


def test_paths_are_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    globs = Globs(str(tmp_path), ("mail/*.xml",))
    monkeypatch.chdir(tmp_path)

    assert globs.covers("mail/a.xml")
    assert globs.covers("./mail/a.xml")
    assert globs.covers(str(tmp_path / "mail" / "a.xml"))
    assert globs.covers(f"../{tmp_path.name}/mail/a.xml")


def test_path_outside_of_the_folder_has_only_its_name() -> None:
    assert Globs(ROOT, ("a.xml",)).covers("elsewhere/a.xml")
    assert not Globs(ROOT, ("/a.xml",)).covers("elsewhere/a.xml")
