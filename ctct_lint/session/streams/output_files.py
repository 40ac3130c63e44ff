"""Files that a run writes: whole when it is over, or not at all."""

from __future__ import annotations

import os
import signal
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ctct_lint.session.errors import JobError
from ctct_lint.session.files.input import Input
from ctct_lint.session.streams.stdio import OutputError
from ctct_lint.session.streams.target import Target
from ctct_lint.session.streams.terminal import style_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import TextIO

    from ctct_lint.session.files.input import NoInput

# Without O_BINARY Windows would write other line ends.
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class OutputFile:
    """A file that is replaced when all is written, and else stays what it was.

    What is no regular file, as /dev/null or a pipe, is written to as it is.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._target = os.path.realpath(path)
        self._temporary = ""
        self._stream: TextIO | None = None

    def open(self) -> TextIO:
        """Raise OutputError if it cannot be written: better now than at the end."""
        try:
            self._stream = self._opened()
        except OSError as error:
            raise OutputError(self.path, error) from None
        return self._stream

    def _opened(self) -> TextIO:
        # Of a pipe, as /dev/stdout may be one, the real path leads nowhere.
        handle: int | str = self.path
        mode = _mode_of(self.path)
        if mode is None or stat.S_ISREG(mode):
            folder, name = os.path.split(self._target)
            # The name comes first: a signal finds a file only if that is known.
            name = f".{name[:50]}-{uuid4().hex}.tmp"
            self._temporary = os.path.join(folder, name)
            handle = os.open(self._temporary, _NEW, 0o600)
            os.chmod(self._temporary, _new_mode() if mode is None else mode & 0o7777)
        return open(
            handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        )

    def keep(self) -> None:
        """Put what was written in its place; OutputError if that fails."""
        try:
            self._close()
            if self._temporary:
                os.replace(self._temporary, self._target)
                self._temporary = ""
        except OSError as error:
            raise OutputError(self.path, error) from None

    def drop(self) -> None:
        """Leave no trace."""
        with suppress(OSError):
            self._close()
        if self._temporary:
            with suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = ""

    def _close(self) -> None:
        if self._stream is not None:
            self._stream.close()


def write_whole(path: str, text: str) -> None:
    """Write a file whole or not at all; OutputError if that is not possible."""
    file = OutputFile(path)
    try:
        file.open().write(text)
        file.keep()
    except OSError as error:
        raise OutputError(path, error) from None
    finally:
        file.drop()


class OutputFiles:
    """The files of a run: all are kept if it ends, none if it is broken off."""

    def __init__(self) -> None:
        self._files: list[OutputFile] = []
        self._before: Any = None

    def open(self, format_: str, path: str, color: str) -> Target:
        """Open one more; OutputError if it cannot be written."""
        file = OutputFile(path)
        self._files.append(file)
        stream = file.open()
        return Target(format_, stream, path, style_for(stream, color))

    def keep(self) -> None:
        """Put every file in its place."""
        for file in self._files:
            file.keep()

    def __enter__(self) -> OutputFiles:  # noqa: PYI034 - Python 3.10 has no Self
        # Only the main thread may; elsewhere a file may stay behind.
        with suppress(ValueError):
            self._before = signal.signal(signal.SIGTERM, self._end)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._drop()
        if self._before is not None:
            signal.signal(signal.SIGTERM, self._before)

    def _drop(self) -> None:
        for file in self._files:
            file.drop()

    def _end(self, number: int, _: object) -> None:
        """Leave no file behind, then die as if there was no handler.

        An exception would not do: whatever code is running may swallow it.
        """
        self._drop()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)


def refuse_inputs(paths: Iterable[str], inputs: Iterable[Input | NoInput]) -> None:
    """Raise JobError if a file to be written is one of those to be checked.

    The inputs are only looked at if there is a file that could be lost.
    """
    there = {state: path for path in paths if (state := _regular(path))}
    if not there:
        return
    for one in inputs:
        # Stdin may come from a file: `< x.xml`.
        state = _regular(one.path or 0) if isinstance(one, Input) else None
        if state in there:
            why = f"it would replace {one.name}, which is to be checked"
            raise JobError(f"cannot write {there[state]}: {why}")


def _regular(path: str | int) -> tuple[int, int] | None:
    """Return what tells a regular file from all others, whatever its name is."""
    try:
        state = os.stat(path)
    except OSError:
        return None
    return (state.st_dev, state.st_ino) if stat.S_ISREG(state.st_mode) else None


def _mode_of(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _new_mode() -> int:
    """Return the mode of a new file; the only way to know the mask is to set it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
