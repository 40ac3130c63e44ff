"""Where the schemas are: in the wheel, or in the checkout."""

from __future__ import annotations

import os
from functools import cache

_BUNDLED = "_schemas"
# What the schemas of whole documents are called; others declare payloads and types.
_DRIVERS = ("-entry.xsd", "-document.xsd")


@cache
def schema_dir() -> str:
    """Return the folder of the XSDs.

    A wheel carries them as `ctct_lint/_schemas`; an editable install does not
    and reads those of its checkout.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    bundled = os.path.join(package, _BUNDLED)
    if os.path.isdir(bundled):
        return bundled
    return os.path.join(os.path.dirname(package), "schemas")


def is_bundled() -> bool:
    """Are they the wheel's, which do not change?"""
    return os.path.basename(schema_dir()) == _BUNDLED


def state_of(path: str) -> str:
    """Return what tells whether a file has changed, "" of one that is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return ""
    return f"{found.st_size}\t{found.st_mtime_ns}"


def schema_path(file: str) -> str:
    """Return the absolute path of a schema file."""
    return os.path.join(schema_dir(), file)


def drivers() -> list[str]:
    """Return the paths of the schemas that documents are checked with."""
    names = sorted(os.listdir(schema_dir()))
    return [schema_path(name) for name in names if name.endswith(_DRIVERS)]
