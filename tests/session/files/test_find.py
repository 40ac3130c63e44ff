"""Inputs: their names, their bytes, and folders that cannot be searched."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from ctct_lint.session.files.find import find_inputs
from ctct_lint.session.files.input import FIND, Input, NoInput


def test_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"\r\n<a/>")

    assert Input("any name", str(path)).read(99) == b"\r\n<a/>"


def test_stdin_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(b"<a/>"))
    monkeypatch.setattr(sys, "stdin", stdin)
    (found,) = find_inputs(["-"])

    assert isinstance(found, Input)
    assert found.name == "<stdin>"
    assert found.read(99) == b"<a/>"


class Unready(io.RawIOBase):
    """A stdin that does not wait, as some terminals and tools leave it behind."""

    def readable(self) -> bool:
        return True

    def readinto(self, _buffer: object) -> None:
        return None


def test_no_more_than_asked_for_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    endless = SimpleNamespace(read=lambda most: b" " * min(most, 1000))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))

    assert Input("a", str(tmp_path / "a.xml")).read(3) == b"<a/"
    assert Input("<stdin>", None).read(2500) == b" " * 2500


def test_stdin_that_does_not_wait_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BufferedReader(Unready())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=buffer))

    with pytest.raises(BlockingIOError, match="nothing to read yet"):
        Input("<stdin>", None).read(99)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Input("<stdin>", None), "stdin:"),
        (Input("/shop/a b.xml", None), "file:///shop/a%20b.xml"),
        (Input("/shop/é#?.xml", "x"), "file:///shop/%C3%A9%23%3F.xml"),
        (Input("/a_b-c.~1/\udcff", "x"), "file:///a_b-c.~1/%FF"),
    ],
)
def test_uri_is_that_of_the_name(given: Input, expected: str) -> None:
    assert given.uri == expected


@pytest.mark.parametrize(
    "folder", [".git", ".svn", ".hg", "CVS", "RCS", "SCCS", "_MTN", "_darcs", "{arch}"]
)
def test_folders_of_version_control_are_searched_only_if_named(
    tmp_path: Path, folder: str
) -> None:
    kept = tmp_path / "mails" / folder
    kept.mkdir(parents=True)
    (kept / "base.xml").write_text("<a/>")
    (tmp_path / "mails" / "may.xml").write_text("<a/>")

    assert [i.name for i in find_inputs([str(kept.parent)])] == [
        str(kept.parent / "may.xml")
    ]
    assert [i.name for i in find_inputs([str(kept)])] == [str(kept / "base.xml")]


def test_folder_that_cannot_be_read_is_told_and_the_others_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.xml").touch()
    usual, locked = os.scandir, str(tmp_path / "b")

    def scandir(path: str) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return usual(path)

    monkeypatch.setattr(os, "scandir", scandir)

    names = [str(tmp_path / name / "x.xml") for name in "ac"]
    assert list(find_inputs([str(tmp_path)])) == [
        Input(names[0], names[0], is_named=False),
        NoInput(locked, "permission denied"),
        Input(names[1], names[1], is_named=False),
    ]


# ----------------------------------------------------------------- named twice


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with two folders of documents and links."""
    monkeypatch.chdir(tmp_path)
    for name in ("x/a.xml", "x/b.xml", "y/x/c.xml", "y/a.xml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "link.xml").symlink_to("x/a.xml")
    (tmp_path / "z").symlink_to("y/x")
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["x/a.xml", "x/a.xml"], ["x/a.xml"]),
        (["./x//a.xml", "x/./a.xml", "{here}/x/a.xml"], ["./x//a.xml"]),
        (["x/b.xml", "x"], ["x/b.xml", "x/a.xml"]),
        (["x", "x/b.xml", "./x"], ["x/a.xml", "x/b.xml"]),
        (["y/x/c.xml", "x/a.xml", "x/b.xml", "x"], ["y/x/c.xml", "x/a.xml", "x/b.xml"]),
        (["x/a.xml", "link.xml"], ["x/a.xml", "link.xml"]),
        # Behind a link `..` leads elsewhere: this is y/a.xml.
        (["a.xml", "z/../a.xml"], ["a.xml", "z/../a.xml"]),
        (["gone", "./gone"], ["gone"]),
        (["-", "x/a.xml", "-", "./-"], ["<stdin>", "x/a.xml", "./-"]),
    ],
)
def test_document_is_an_input_once_where_it_is_first_named(
    shop: Path, paths: list[str], expected: list[str]
) -> None:
    found = find_inputs([path.format(here=shop) for path in paths])

    assert [one.name for one in found] == expected


@pytest.mark.usefixtures("shop")
def test_folder_without_documents_is_told_once() -> None:
    os.mkdir("w")

    assert list(find_inputs(["w", "w/", "x/a.xml"])) == [
        NoInput("w", "no *.xml file in this folder or below", FIND),
        Input("x/a.xml", "x/a.xml"),
    ]
