"""Compiled schemas, kept in the folder of the cache beside the results.

These are lines of JSON, which are never run; a file that is not whole is made again.
The name of a file says of which schema, by the SHA-256 of all of its files, and by
which version of the program it is. In a folder that others can write to nothing is
believed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b

from ctct_lint.schema.line_file import packed, unpacked
from ctct_lint.text.regular import read_all

_LARGEST = 128 << 20
# Files that are kept, two of most schemas; the oldest go first.
_MOST = 128
_END = ".schema.jsonl"


class ModelStore:
    """What was made of schemas, in a folder; see `schema.storing.shelf.Models`.

    A folder that cannot be read or written keeps nothing, and is no error.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def find(self, key: str) -> list[str] | None:
        """Return what was kept; None if there is nothing, or it is damaged."""
        from ctct_lint.session.cache.disk import is_own

        if not is_own(self._folder):
            return None
        path = self._path(key)
        try:
            found = unpacked(key, read_all(path, _LARGEST))
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return found

    def keep(self, key: str, lines: list[str]) -> None:
        """Keep lines under a key that tells from what they were made."""
        from ctct_lint.session.cache.disk import write_file

        write_file(self._folder, self._path(key), packed(key, lines))
        with suppress(OSError):
            self._tidy()

    def _path(self, key: str) -> str:
        from ctct_lint.session.cache.disk import version_name

        name = blake2b(f"{version_name()} {key}".encode(), digest_size=16)
        return os.path.join(self._folder, name.hexdigest() + _END)

    def _tidy(self) -> None:
        with os.scandir(self._folder) as entries:
            ours = [entry for entry in entries if entry.name.endswith(_END)]
        ours.sort(key=lambda entry: -entry.stat().st_mtime)
        for entry in ours[_MOST:]:
            os.unlink(entry.path)
