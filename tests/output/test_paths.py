from __future__ import annotations

from pathlib import Path

import pytest
from systems import posix

from ctct_lint.output.paths import folder_uri, path_from, spelt
from ctct_lint.output.report import FileReport, Lines


def report(name: str, uri: str = "file:///any") -> FileReport:
    return FileReport(name, uri, Lines(""), ())


@posix
@pytest.mark.parametrize(
    ("root", "name", "path"),
    [
        ("/w", "/w/a.xml", "a.xml"),
        ("/w/", "/w/x/../x/./a.xml", "x/a.xml"),
        ("/w", "/other/a.xml", "/other/a.xml"),
        ("/w", "/w2/a.xml", "/w2/a.xml"),
        ("/", "/w/a.xml", "w/a.xml"),
        ("/w", "/w/a\n:,%é\udcff.xml", "a\n:,%é\udcff.xml"),
    ],
)
def test_a_path_is_relative_to_the_root_if_it_is_below(
    root: str, name: str, path: str
) -> None:
    assert path_from(root, report(name)) == path


def test_no_root_is_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    here = path_from("", report("./x/a.xml"))
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    there = path_from(str(tmp_path), report("a.xml"))
    assert (here, there) == ("x/a.xml", "x/a.xml")


def test_stdin_without_a_name_is_no_path() -> None:
    assert path_from("/w", report("<stdin>", "stdin:")) == "<stdin>"


@posix
def test_a_folder_has_a_uri() -> None:
    assert folder_uri("/w x") == "file:///w%20x/"
    assert folder_uri("/") == "file:///"


def test_a_path_in_other_bytes_is_spelt() -> None:
    assert spelt("é\udcff\n.xml") == "é\\udcff\n.xml"
