"""Which files to check, and their bytes: the only place that opens inputs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"
_SUFFIX = ".xml"
_PLAIN_URI = "/-._~"


class Input(NamedTuple):
    """One file to check; `name` is what messages call it, `path` None is stdin."""

    name: str
    path: str | None

    def read(self) -> bytes:
        """Return the whole content; OSError if that is not possible."""
        if self.path is None:
            return sys.stdin.buffer.read()
        with open(self.path, "rb") as file:
            return file.read()

    @property
    def uri(self) -> str:
        """Return `file:///...`; `stdin:` for stdin without a name."""
        if self.path is None and self.name == "<stdin>":
            return "stdin:"
        from urllib.parse import quote

        return "file://" + quote(os.path.abspath(self.name), _PLAIN_URI)


class NoInput(NamedTuple):
    """A path that gives nothing to check, and why."""

    name: str
    reason: str


def find_inputs(
    paths: Iterable[str], stdin_name: str | None = None
) -> Iterator[Input | NoInput]:
    """Yield the files to check, in the order of the arguments.

    A folder stands for every `*.xml` below it, sorted by path; hidden files and
    folders, and with them those of version control, are passed over.
    """
    for path in paths:
        if path == STDIN:
            yield Input(stdin_name or "<stdin>", None)
        elif os.path.isdir(path):
            yield from _walk(path)
        else:
            yield Input(path, path)


def _walk(folder: str) -> Iterator[Input | NoInput]:
    found = 0
    for one in _below(folder):
        found += 1
        yield one
    if not found:
        yield NoInput(folder, f"no *{_SUFFIX} file in this folder or below")


def _below(folder: str) -> Iterator[Input | NoInput]:
    """Yield a folder's files, then those of its folders, without recursion."""
    todo = [folder]
    while todo:
        here = todo.pop()
        try:
            with os.scandir(here) as entries:
                seen = sorted(entries, key=_by_name)
        except OSError as error:
            yield NoInput(here, reason(error))
            continue
        shown = [entry for entry in seen if not entry.name.startswith(".")]
        folders = [e.path for e in shown if e.is_dir(follow_symlinks=False)]
        todo.extend(reversed(folders))
        yield from (Input(e.path, e.path) for e in shown if _is_checked(e))


def _by_name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_checked(entry: os.DirEntry[str]) -> bool:
    """Is it an XML file? A pipe that a walk comes upon would be read for ever."""
    if not entry.name.lower().endswith(_SUFFIX) or entry.is_dir():
        return False
    # A link that leads nowhere is no file: reading it says why.
    return entry.is_file() or entry.is_symlink()


def reason(error: OSError) -> str:
    """Return why a file cannot be read, in words."""
    return (error.strerror or str(error) or type(error).__name__).lower()
