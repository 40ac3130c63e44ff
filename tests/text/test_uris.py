"""URIs of all kinds, and the paths of those that name files."""

from __future__ import annotations

import ntpath
import os
from types import SimpleNamespace

import pytest
from systems import posix

from ctct_lint.text import uris
from ctct_lint.text.uris import path_of, relative_uri, uri_of


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the paths of Windows."""
    known = {"fsencode": os.fsencode, "fsdecode": os.fsdecode}
    there = SimpleNamespace(name="nt", path=ntpath, sep="\\", **known)
    monkeypatch.setattr(uris, "os", there)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the paths of all other systems, here too."""
    import posixpath

    known = {"fsencode": os.fsencode, "fsdecode": os.fsdecode}
    there = SimpleNamespace(name="posix", path=posixpath, sep="/", **known)
    monkeypatch.setattr(uris, "os", there)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b.xml", "/a/b.xml"),
        ("file://localhost/a.xml", "/a.xml"),
        ("FILE:///a%20b/%C3%A9%25.xml", "/a b/\xe9%.xml"),
        ("file:///a/../b/./c.xml?x=1#y", "/b/c.xml"),
        ("file://server/share/a.xml", None),
        ("file:///c%3A/a.xml", "/c:/a.xml"),
        ("untitled:Untitled-1", None),
        ("git:/a/b.xml?ref", None),
        ("file:", None),
        ("file:///a%00b", None),
        ("http://[", None),
        ("c:\\a\\b.xml", None),
        ("", None),
    ],
)
def test_path_of_a_uri(uri: str, path: str | None) -> None:
    assert path_of(uri) == path


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///c:/a/b.xml", "c:\\a\\b.xml"),
        ("file:///C%3A/a%20b/%C3%A9.xml", "C:\\a b\\\xe9.xml"),
        ("file://localhost/c:/a/../b.xml", "c:\\b.xml"),
        ("file://server/share/a.xml", "\\\\server\\share\\a.xml"),
        ("untitled:Untitled-1", None),
        ("file:", None),
        ("file:///c:/a%00b", None),
        ("c:\\a\\b.xml", None),
    ],
)
def test_path_of_a_uri_on_windows(uri: str, path: str | None) -> None:
    assert path_of(uri) == path


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/a b/\xe9%#?.xml", "file:///a%20b/%C3%A9%25%23%3F.xml"),
        ("/a/", "file:///a/"),
    ],
)
def test_there_and_back(path: str, uri: str) -> None:
    assert uri_of(path) == uri
    assert path_of(uri) == (path.rstrip("/"))


@pytest.mark.usefixtures("windows")
@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("c:\\a b\\\xe9.xml", "file:///c:/a%20b/%C3%A9.xml"),
        ("\\\\server\\share\\a.xml", "file://server/share/a.xml"),
    ],
)
def test_there_and_back_on_windows(path: str, uri: str) -> None:
    assert uri_of(path) == uri
    assert path_of(uri) == path


@posix
def test_a_name_is_bytes() -> None:
    assert uri_of("/\udcff.xml") == "file:///%FF.xml"
    assert path_of("file:///%FF.xml") == "/\udcff.xml"


@pytest.mark.usefixtures("windows")
def test_a_relative_uri_has_slashes() -> None:
    assert relative_uri("a b\\c.xml") == "a%20b/c.xml"


@posix
def test_a_uri_holds_nothing_that_has_to_be_encoded() -> None:
    assert relative_uri("x/a b:%é\U0001f389\n\udcff.xml") == (
        "x/a%20b%3A%25%C3%A9%F0%9F%8E%89%0A%FF.xml"
    )
