"""Paths as `file:` URLs, and back."""

from __future__ import annotations

import os
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import pathname2url, url2pathname

_HERE = frozenset({"", "localhost"})


def url_of(path: str) -> str:
    """Return the `file:` URL of an absolute path."""
    return "file://" + pathname2url(path)


def path_of(url: str) -> str | None:
    """Return the local path that a URL means, None if it means none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme != "file" or parts.netloc.lower() not in _HERE:
        return None
    path = url2pathname(parts.path)
    return None if "\0" in path or not os.path.isabs(path) else path


def joined(base: str, reference: str) -> str:
    """Return what a reference means that stands in a document of a URL.

    What may not stand in a URI, such as a space, is escaped as a reader would.
    """
    try:
        return urljoin(base, quote(reference.strip(), safe="!#$%&'()*+,/:;=?@[]~"))
    except ValueError:
        return reference
