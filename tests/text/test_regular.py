"""Reading with a bound, and nothing but regular files."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from systems import posix

from ctct_lint.text.regular import read_all, read_short, read_start

MEBI = 1 << 20


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "a"
    path.write_bytes(b"0123456789")
    return str(path)


@pytest.mark.parametrize(("most", "expected"), [(0, 0), (4, 4), (10, 10), (11, 10)])
def test_start_of_a_file(file: str, most: int, expected: int) -> None:
    assert read_start(file, most) == b"0123456789"[:expected]


@pytest.mark.parametrize("most", [10, 11, MEBI])
def test_short_file_is_read(file: str, most: int) -> None:
    assert read_short(file, most) == b"0123456789"


def test_file_that_is_not_short_is_not_read(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "read", None)

    assert read_short(file, 9) is None


def test_file_that_grows_while_it_is_read_is_not_short(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = os.fstat

    def fstat(handle: int) -> os.stat_result:
        found = usual(handle)
        os.truncate(file, 20)
        return found

    monkeypatch.setattr(os, "fstat", fstat)

    assert read_short(file, 15) is None


def test_empty_file_is_short(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()

    assert read_short(str(tmp_path / "empty"), 0) == b""


def test_file_with_more_than_is_asked_for_is_refused(file: str) -> None:
    assert read_all(file, 10) == b"0123456789"
    os.truncate(file, 2 * MEBI + 1)
    with pytest.raises(OSError, match="has more than 2,097,152 bytes"):
        read_all(file, 2 * MEBI)


@pytest.mark.parametrize("beyond", [1, 3 * MEBI])
def test_file_that_grows_is_read_to_the_bound(
    file: str, monkeypatch: pytest.MonkeyPatch, beyond: int
) -> None:
    usual = os.fstat

    def fstat(handle: int) -> os.stat_result:
        found = usual(handle)
        os.truncate(file, 10 + beyond)
        return found

    monkeypatch.setattr(os, "fstat", fstat)

    assert len(read_start(file, 2 * MEBI)) == min(10 + beyond, 2 * MEBI)


def pipe(path: str) -> None:
    os.mkfifo(path)


def listen(path: str) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))


def link(target: str) -> Callable[[str], None]:
    return lambda path: os.symlink(target, path)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        pytest.param(pipe, "is a pipe, not a file", marks=posix),
        pytest.param(listen, "is a socket, not a file", marks=posix),
        pytest.param(link("/dev/zero"), "is a device, not a file", marks=posix),
        (os.mkdir, "Is a directory"),
        (link("x"), "Too many levels of symbolic links"),
        (link("gone"), "No such file or directory"),
    ],
)
def test_what_is_no_regular_file_is_not_opened(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[str], None],
    why: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    make("x")
    monkeypatch.setattr(os, "open", None)

    with pytest.raises(OSError, match=why):
        read_start("x", 9)


@posix
def test_file_that_becomes_a_pipe_is_not_read(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat(file)
    pipe(str(tmp_path / "pipe"))
    monkeypatch.setattr(os, "stat", lambda _path: real)

    with pytest.raises(OSError, match="is a pipe"):
        read_start(str(tmp_path / "pipe"), 9)


def test_kind_that_has_no_name_is_no_file(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat(file)
    strange = os.stat_result((0o150000 | stat.S_IMODE(real.st_mode), *real[1:]))
    monkeypatch.setattr(os, "stat", lambda _path: strange)

    with pytest.raises(OSError, match="is no file"):
        read_start(file, 9)
