"""URIs of all kinds, and the paths of those that name files."""

from __future__ import annotations

import pytest

from ctct_lint.server.uris import path_of, uri_of


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b.xml", "/a/b.xml"),
        ("file://localhost/a.xml", "/a.xml"),
        ("FILE:///a%20b/%C3%A9%25.xml", "/a b/\xe9%.xml"),
        ("file:///a/../b/./c.xml?x=1#y", "/b/c.xml"),
        ("file://server/share/a.xml", "//server/share/a.xml"),
        ("file:///c%3A/a.xml", "/c:/a.xml"),
        ("file:///%FF.xml", "/\udcff.xml"),
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


@pytest.mark.parametrize("path", ["/a b/\xe9%#?.xml", "/\udcff.xml"])
def test_there_and_back(path: str) -> None:
    assert path_of(uri_of(path)) == path
