"""The file of a cache, and the folder that it is in."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from time import time
from typing import TYPE_CHECKING, Any

import ctct_lint
from ctct_lint.text.regular import read_all
from ctct_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    Entries = dict[str, list[Any]]

_NAME = re.compile(r"[0-9a-f]{32}\.json")
_DIGEST = re.compile(r"[0-9a-f]{32}")
_MONTH = 30 * 86_400
_FIELDS = 3
_ROOT = 0
_LARGEST = 128 << 20
# https://bford.info/cachedir/
_TAG = ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n")


def default_folder() -> str:
    """Return the folder of the user's cache, where the system has such a thing."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        # https://specifications.freedesktop.org/basedir-spec/: a relative one is void
        if not os.path.isabs(base):
            base = os.path.expanduser("~/.cache")
    return os.path.join(base, "ctct-lint")


def is_own(folder: str) -> bool:
    """Say whether nobody but the user, and the system, can write into a folder.

    What is kept is believed: whoever can write there can say what is found.
    """
    if sys.platform == "win32":
        return True
    with suppress(OSError):
        found = os.stat(folder)
        is_users = found.st_uid in {os.geteuid(), _ROOT}
        return is_users and not found.st_mode & stat.S_IWOTH
    return False


def read(folder: str) -> Entries:
    """Return the entries of this version; none if they cannot be read."""
    if not is_own(folder):
        return {}
    try:
        entries = json.loads(read_all(os.path.join(folder, version_name()), _LARGEST))
    except (OSError, ValueError, RecursionError, MemoryError):
        return {}
    if not isinstance(entries, dict):
        return {}
    return {k: v for k, v in entries.items() if _is_entry(k, v)}


def write(folder: str, entries: Entries) -> str:
    """Write the entries in one step; return why that cannot be done, "" if it can."""
    text = json.dumps(entries, separators=(",", ":"))
    return write_file(folder, os.path.join(folder, version_name()), text)


def write_file(folder: str, path: str, text: str) -> str:
    """Write a file of a folder in one step; return why that cannot be done, or "".

    text  of ASCII characters
    """
    from tempfile import mkstemp

    temporary, why = "", ""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle, temporary = mkstemp(".tmp", ".ctct-lint-", folder)
        with open(handle, "w", encoding="ascii", newline="\n") as file:
            file.write(text)
        os.replace(temporary, path)
        temporary = ""
        # What is left over harms nobody; another process may be at it, too.
        with suppress(OSError):
            _tidy(folder)
    except OSError as error:
        why = (error.strerror or "it cannot be written").lower()
    if temporary:
        with suppress(OSError):
            os.unlink(temporary)
    return why


def _tidy(folder: str) -> None:
    """Say what the folder is, and drop what versions long gone have left."""
    # Never through a link that somebody has put there.
    with (
        suppress(FileExistsError),
        open(os.path.join(folder, _TAG[0]), "x", encoding="ascii") as file,
    ):
        file.write(_TAG[1])
    with os.scandir(folder) as entries:
        old = [e.path for e in entries if _NAME.fullmatch(e.name) and _is_old(e)]
    for path in old:
        os.unlink(path)


def _is_old(entry: os.DirEntry[str]) -> bool:
    return time() - entry.stat().st_mtime > _MONTH


def _is_entry(digest: object, entry: object) -> bool:
    return (
        isinstance(digest, str)
        and _DIGEST.fullmatch(digest) is not None
        and isinstance(entry, list)
        and len(entry) == _FIELDS
        and type(entry[0]) is int
        and isinstance(entry[1], list)
        and list(map(type, entry[1])) == [bool, bool]
        and isinstance(entry[2], list)
    )


@cache
def version_name() -> str:
    """Return the name of this version's file: what a result may depend on.

    A checkout changes without a new version, hence the state of each file.
    """
    from lxml import etree

    digest = blake2b(digest_size=16)
    versions = (__version__, sys.version, etree.LXML_VERSION, etree.LIBXML_VERSION)
    digest.update(repr(versions).encode())
    for line in _files():
        digest.update(line.encode("utf-8", "surrogateescape"))
    return f"{digest.hexdigest()}.json"


def _files() -> Iterator[str]:
    """Yield the path, size and time of each module and each schema."""
    from ctct_lint.schema.files import schema_dir

    todo = [*map(os.path.abspath, ctct_lint.__path__), schema_dir()]
    while todo:
        with os.scandir(todo.pop()) as entries:
            for entry in sorted(entries, key=lambda e: e.name):
                if entry.is_dir():
                    todo.append(entry.path)
                elif entry.name.endswith((".py", ".xsd", ".json")):
                    state = entry.stat()
                    yield f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}\n"
