"""How reports name files: by paths from a root, and folders by URIs."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.text.uris import uri_of

if TYPE_CHECKING:
    from ctct_lint.output.report import FileReport

STDIN = "stdin:"


def path_from(root: str, report: FileReport) -> str:
    """Return a file's path from a root, with `/` and without `./`.

    Outside of the root it is the absolute path. stdin that has no file name keeps
    its own.
    """
    if report.uri == STDIN:
        return report.name
    path = os.path.abspath(report.name)
    folder = _folder(root)
    inside = path.startswith(folder) and len(path) > len(folder)
    return (path[len(folder) :] if inside else path).replace(os.sep, "/")


def spelt(path: str) -> str:
    r"""Return a path as text; a byte that is not UTF-8 is written like `\udcff`."""
    return path.encode("utf-8", "backslashreplace").decode()


def folder_uri(root: str) -> str:
    """Return the URI of a folder, with the `/` that makes it a base."""
    return uri_of(_folder(root))


@lru_cache(maxsize=1)
def _folder(root: str) -> str:
    return os.path.join(os.path.abspath(root), "")
