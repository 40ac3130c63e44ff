"""URIs as clients write them, and the paths that some of them name."""

from __future__ import annotations

import os
from urllib.parse import quote, unquote_to_bytes, urlsplit

_PLAIN = "/-._~"


def path_of(uri: str) -> str | None:
    """Return the absolute path of a file's URI; None if it names no file."""
    try:
        scheme, host, path, _, _ = urlsplit(uri)
    except ValueError:
        return None
    if scheme.lower() != "file" or not path or "\0" in (decoded := _decoded(path)):
        return None
    if host not in {"", "localhost"}:
        decoded = f"//{host}{decoded}"
    if os.name == "nt":  # pragma: no cover - `/c:/folder` there
        decoded = decoded.lstrip("/") if decoded[2:3] == ":" else decoded
    return os.path.normpath(decoded)


def uri_of(path: str) -> str:
    """Return the URI of an absolute path."""
    return "file://" + quote(os.fsencode(path), _PLAIN)


def _decoded(path: str) -> str:
    return os.fsdecode(unquote_to_bytes(path))
