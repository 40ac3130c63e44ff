"""Compiled schemas, kept in the folder of the cache beside the results.

It is JSON, checked as it is read: what is not as it should be is compiled again. The
name of a file says of which schema, and by which version of the program, it is.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from ctct_lint.text.regular import read_all

if TYPE_CHECKING:
    from ctct_lint.schema.components import Components

_LARGEST = 128 << 20
# Files that are kept; the oldest go first.
_MOST = 64
_END = ".schema.json"


class ModelStore:
    """The compiled schemas of a folder; see `schema.user_schema.Models`.

    A folder that cannot be read or written keeps nothing, and is no error.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def find(self, fingerprint: str) -> Components | None:
        """Return what was kept; None if there is nothing, or it is not sound."""
        from ctct_lint.schema.plain import from_plain
        from ctct_lint.schema.sound import is_sound

        path = self._path(fingerprint)
        try:
            of, plain = json.loads(read_all(path, _LARGEST))
            found = from_plain(plain) if of == fingerprint else None
            if found is None or not is_sound(found):
                return None
            os.utime(path)
        except (
            OSError,
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            RecursionError,
            MemoryError,
        ):
            return None
        return found

    def keep(self, fingerprint: str, components: Components) -> None:
        """Keep the components of a schema, where that can be done."""
        from ctct_lint.schema.plain import to_plain
        from ctct_lint.session.cache.disk import write_file

        kept: list[Any] = [fingerprint, to_plain(components)]
        write_file(self._folder, self._path(fingerprint), kept)
        with suppress(OSError):
            self._tidy()

    def _path(self, fingerprint: str) -> str:
        from ctct_lint.session.cache.disk import version_name

        name = blake2b(f"{version_name()} {fingerprint}".encode(), digest_size=16)
        return os.path.join(self._folder, name.hexdigest() + _END)

    def _tidy(self) -> None:
        with os.scandir(self._folder) as entries:
            ours = [entry for entry in entries if entry.name.endswith(_END)]
        ours.sort(key=lambda entry: -entry.stat().st_mtime)
        for entry in ours[_MOST:]:
            os.unlink(entry.path)
