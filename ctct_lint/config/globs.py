r"""Globs: which paths below a folder are meant.

As in `.gitignore`: a glob without a slash, but at its end, is about names at any
depth, another one about paths from the folder on. `*` and `?` stop at a slash, `**`
does not; `[ab]`, `[!ab]` and `{one,two}` are choices, `\` takes a sign as it is. A
slash at the end asks for a folder.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.wildcard_signs import WildcardError
from ctct_lint.text.wildcards import matches, parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.text.wildcards import Part


class Globs(NamedTuple):
    """One glob or more and the absolute folder that they are relative to; picklable.

    A glob that `fault_of` finds fault with covers nothing.
    """

    folder: str
    patterns: tuple[str, ...]

    def meant_in(self, folder: str) -> Callable[[str], bool]:
        """Return the question whether a name in a folder is meant itself.

        Names of folders are asked about with a slash at their end.
        """
        way, globs = _from(self.folder, folder), _compiled(self.patterns)

        def is_meant(name: str) -> bool:
            names = (*way, name.rstrip("/"))
            is_folder = name.endswith("/")
            return any(
                matches(glob.parts, names)
                for glob in globs
                if is_folder or not glob.only_folders
            )

        return is_meant

    def with_suffix(self) -> Globs | None:
        """Return the globs that say which suffix a name has; None without any.

        `*.pom` and `build.{pom,svg}` do, `pom/**` and `*.*` do not.
        """
        named = tuple(one for one in self.patterns if _NAMED.search(one))
        return Globs(self.folder, named) if named else None

    def covers(self, path: str) -> bool:
        """Is this file meant, or a folder above it?"""
        folder, name = os.path.split(path)
        names = (*_from(self.folder, folder), name)
        return any(matches(g.parts_and_below, names) for g in _compiled(self.patterns))


class _Glob(NamedTuple):
    parts: tuple[Part, ...]
    only_folders: bool
    parts_and_below: tuple[Part, ...]


_BELOW = parts_of("**")
_NAMED = lazy(r"\.[^./*?]+\Z")


def fault_of(pattern: str) -> str:
    """Return why a glob can cover nothing; "" if nothing is wrong with it."""
    try:
        _parts(pattern)
    except WildcardError as error:
        return str(error)
    return ""


@lru_cache(maxsize=1024)
def _from(start: str, folder: str) -> tuple[str, ...]:
    """Return the names on the way from one folder to the other."""
    way = os.path.relpath(os.path.abspath(folder), start)
    return () if way == os.curdir else tuple(way.split(os.sep))


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[_Glob, ...]:
    return tuple(_glob(pattern) for pattern in patterns if not fault_of(pattern))


def _glob(pattern: str) -> _Glob:
    parts, only_folders = _parts(pattern), pattern.endswith("/")
    return _Glob(parts, only_folders, parts + (_BELOW if only_folders else (None,)))


def _parts(pattern: str) -> tuple[Part, ...]:
    pattern = pattern.removeprefix("./")
    parts = parts_of(pattern.strip("/"), choices=True)
    is_name = len(parts) == 1 and not pattern.startswith("/")
    return (None, *parts) if is_name else parts
