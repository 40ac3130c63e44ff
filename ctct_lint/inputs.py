"""Which files to check, and their bytes: the only place that opens inputs."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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
    troubles: list[NoInput] = []
    nothing = True
    for where, folders, files in os.walk(folder, onerror=_collect(troubles)):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            path = os.path.join(where, file)
            if _is_checked(file, path):
                nothing = False
                yield Input(path, path)
        yield from troubles
        troubles.clear()
    yield from troubles
    if nothing and not troubles:
        yield NoInput(folder, f"no *{_SUFFIX} file in this folder or below")


def _collect(troubles: list[NoInput]) -> Callable[[OSError], None]:
    def note(error: OSError) -> None:
        troubles.append(NoInput(str(error.filename), reason(error)))

    return note


def _is_checked(file: str, path: str) -> bool:
    if file.startswith(".") or not file.lower().endswith(_SUFFIX):
        return False
    try:
        # A pipe or a device that a walk comes upon would be read for ever.
        return not _is_special(os.stat(path).st_mode)
    except OSError:
        return True  # a dangling link: reading it says why


def _is_special(mode: int) -> bool:
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def reason(error: OSError) -> str:
    """Return why a file cannot be read, in words."""
    return (error.strerror or str(error) or type(error).__name__).lower()
