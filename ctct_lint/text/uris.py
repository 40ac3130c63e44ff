"""Paths as `file:` URIs (RFC 8089), and back, on every system.

`urllib` is imported by what needs it, which is not the URI of most paths.
"""

from __future__ import annotations

import os

from ctct_lint.text.patterns import lazy

_PLAIN = "/-._~"
_TO_ENCODE = lazy(r"[^A-Za-z0-9/\-._~]")
_HERE = frozenset({"", "localhost"})


def uri_of(path: str) -> str:
    r"""Return the URI of an absolute path: `file:///c:/a%20b` of `c:\a b`."""
    drive, rest = os.path.splitdrive(path)
    if drive.endswith(":"):
        return f"file:///{drive}{relative_uri(rest)}"
    return ("file:" if drive else "file://") + relative_uri(path)


def relative_uri(path: str) -> str:
    """Return the relative URI of a relative path, percent-encoded."""
    path = path.replace(os.sep, "/")
    if not _TO_ENCODE.search(path):
        return path
    from urllib.parse import quote

    return quote(os.fsencode(path), _PLAIN)


def joined(base: str, reference: str) -> str:
    """Return what a reference means that stands in a document of a URL.

    What may not stand in a URI, such as a space, is escaped as a reader would.
    """
    from urllib.parse import quote, urljoin

    try:
        return urljoin(base, quote(reference.strip(), safe="!#$%&'()*+,/:;=?@[]~"))
    except ValueError:
        return reference


def path_of(uri: str) -> str | None:
    """Return the absolute path of a file's URI; None if it names no file.

    Only Windows has paths for the files of another machine.
    """
    from urllib.parse import unquote_to_bytes, urlsplit

    try:
        scheme, host, path, _, _ = urlsplit(uri)
    except ValueError:
        return None
    decoded = os.fsdecode(unquote_to_bytes(path))
    if scheme.lower() != "file" or not path or "\0" in decoded:
        return None
    if os.name == "nt":
        decoded = decoded[decoded[2:3] == ":" :]
        decoded = decoded if host.lower() in _HERE else f"//{host}{decoded}"
    elif host.lower() not in _HERE:
        return None
    return os.path.normpath(decoded)
