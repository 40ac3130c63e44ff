"""A mended file is written whole or not at all, and nothing is left behind."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from systems import linux, posix

from ctct_lint.session.fixing import replace as files
from ctct_lint.session.fixing.replace import ChangedMeanwhileError, replace_file

OLD, NEW = b"<old/>\n", b"<new>\r\n</new>"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.xml"
    path.write_bytes(OLD)
    return path


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_is_replaced_and_nothing_else_is_there(document: Path) -> None:
    replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == NEW
    assert names_in(document.parent) == ["campaign.xml"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o200, 0o4755])
def test_the_mode_stays(document: Path, mode: int) -> None:
    document.chmod(mode)
    replace_file(str(document), OLD, NEW)

    assert mode_of(document) == mode


@posix
@pytest.mark.skipif(
    getattr(os, "geteuid", int)() != 0, reason="only root can give files away"
)
def test_the_owner_stays(document: Path) -> None:
    os.chown(document, 1234, 4321)
    document.chmod(0o4755)
    replace_file(str(document), OLD, NEW)

    found = document.stat()
    assert (found.st_uid, found.st_gid, mode_of(document)) == (1234, 4321, 0o4755)


ACL = "system.posix_acl_access"
# rw for the owner, r for user 1234, r for the group, rw as the mask, r for others.
LIST = struct.pack("<I", 2) + b"".join(
    struct.pack("<HHI", tag, rights, who)
    for tag, rights, who in [
        (0x01, 6, 0xFFFFFFFF),
        (0x02, 4, 1234),
        (0x04, 4, 0xFFFFFFFF),
        (0x10, 6, 0xFFFFFFFF),
        (0x20, 4, 0xFFFFFFFF),
    ]
)


@linux
def test_extended_attributes_and_access_lists_stay(document: Path) -> None:
    os.setxattr(document, "user.origin", b"export\0of May")
    os.setxattr(document, ACL, LIST)
    replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == NEW
    assert os.getxattr(document, "user.origin") == b"export\0of May"
    assert os.getxattr(document, ACL) == LIST
    assert mode_of(document) == 0o664


@linux
def test_a_file_gets_no_access_list_from_its_folder(document: Path) -> None:
    document.chmod(0o640)
    os.setxattr(document.parent, "system.posix_acl_default", LIST)
    replace_file(str(document), OLD, NEW)

    assert os.listxattr(document) == []
    assert mode_of(document) == 0o640


def refusing(name: str) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM if name == "setxattr" else errno.ENOTSUP, "no")

    return refuse


@linux
def test_an_attribute_that_cannot_be_kept_is_an_error(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.setxattr(document, "user.origin", b"May")
    monkeypatch.setattr(files.os, "setxattr", refusing("setxattr"))
    with pytest.raises(OSError, match="no"):
        replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == OLD
    assert names_in(document.parent) == ["campaign.xml"]


@linux
def test_the_labels_of_the_system_are_its_own_matter(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        files.os,
        "listxattr",
        lambda file: [] if file != str(document) else ["security.x"],
    )
    monkeypatch.setattr(files.os, "getxattr", lambda *_: b"label")
    monkeypatch.setattr(files.os, "setxattr", refusing("setxattr"))
    replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == NEW


@linux
def test_where_there_are_no_attributes_none_are_kept(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "listxattr", refusing("listxattr"))
    replace_file(str(document), OLD, NEW)
    assert document.read_bytes() == NEW

    monkeypatch.setattr("sys.platform", "darwin")
    replace_file(str(document), NEW, OLD)
    assert document.read_bytes() == OLD


@linux
def test_attributes_that_cannot_be_read_are_an_error(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "listxattr", refusing("setxattr"))
    with pytest.raises(OSError, match="no"):
        replace_file(str(document), OLD, NEW)


def test_another_hard_link_keeps_the_old_content(document: Path) -> None:
    other = document.with_name("other.xml")
    os.link(document, other)
    replace_file(str(document), OLD, NEW)

    assert (document.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_a_file_that_another_process_has_mended_is_left_as_it_is(
    document: Path,
) -> None:
    document.write_bytes(NEW)
    before = document.stat()
    replace_file(str(document), OLD, NEW)

    after = document.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert names_in(document.parent) == ["campaign.xml"]


def test_an_owner_that_cannot_be_kept_is_an_error(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "operation not permitted")

    real = os.fstat

    def as_of_another(handle: int) -> Any:
        found = list(real(handle))
        found[4] += 1
        return os.stat_result(found)

    monkeypatch.setattr(files.os, "fstat", as_of_another)
    monkeypatch.setattr(files.os, "chown", refuse)
    with pytest.raises(PermissionError):
        replace_file(str(document), OLD, NEW)
    assert document.read_bytes() == OLD
    assert names_in(document.parent) == ["campaign.xml"]


def test_a_link_stays_and_its_file_is_replaced(document: Path) -> None:
    folder = document.parent / "links"
    folder.mkdir()
    link, second = folder / "link.xml", folder / "second.xml"
    link.symlink_to("../campaign.xml")
    second.symlink_to(link)
    replace_file(str(second), OLD, NEW)

    assert second.is_symlink()
    assert link.is_symlink()
    assert not document.is_symlink()
    assert document.read_bytes() == NEW
    assert names_in(folder) == ["link.xml", "second.xml"]


def test_a_name_without_a_folder_is_one_of_the_current_one(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(document.parent)
    replace_file("campaign.xml", OLD, NEW)

    assert document.read_bytes() == NEW


@posix
@pytest.mark.parametrize("name", ["ä" * 120 + ".xml", "x" * 251 + ".xml", "\udcff.xml"])
def test_long_and_odd_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(OLD)
    replace_file(str(path), OLD, NEW)

    assert path.read_bytes() == NEW
    assert names_in(tmp_path) == [name]


@pytest.mark.parametrize("now", [b"<other/>", b"<OLD/>\n", b""])
def test_a_file_that_changed_meanwhile_is_left_alone(
    document: Path, now: bytes
) -> None:
    document.write_bytes(now)
    with pytest.raises(ChangedMeanwhileError) as told:
        replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == now
    assert names_in(document.parent) == ["campaign.xml"]
    assert told.value.filename == str(document)
    assert told.value.strerror == "changed while it was being mended"


def test_a_file_that_changes_at_the_last_moment_is_left_alone(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files._written_beside

    def write_and_be_late(target: str, data: bytes, like: os.stat_result) -> str:
        temporary = real(target, data, like)
        other = document.with_name("other")
        other.write_bytes(OLD)
        other.replace(document)
        return temporary

    monkeypatch.setattr(files, "_written_beside", write_and_be_late)
    with pytest.raises(ChangedMeanwhileError):
        replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == OLD
    assert names_in(document.parent) == ["campaign.xml"]


def test_a_file_that_is_gone_is_not_made_again(document: Path) -> None:
    document.unlink()
    with pytest.raises(FileNotFoundError):
        replace_file(str(document), OLD, NEW)

    assert names_in(document.parent) == []


def test_a_read_only_file_is_left_alone(document: Path) -> None:
    document.chmod(0o444)
    with pytest.raises(PermissionError) as told:
        replace_file(str(document), OLD, NEW)

    assert told.value.strerror == "the file is read-only"
    assert document.read_bytes() == OLD


@posix
def test_a_file_in_a_read_only_folder_is_left_alone(document: Path) -> None:
    document.parent.chmod(0o555)
    try:
        with pytest.raises(PermissionError) as told:
            replace_file(str(document), OLD, NEW)
    finally:
        document.parent.chmod(0o755)

    assert told.value.strerror == "its folder is read-only"
    assert document.read_bytes() == OLD


@posix
def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.xml"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="not a regular file"):
        replace_file(str(pipe), OLD, NEW)

    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("broken", ["fsync", "chmod", "replace"])
def test_nothing_is_left_behind_by_a_write_that_fails(
    document: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(files.os, broken, fail)
    with pytest.raises(OSError, match="no space left"):
        replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == OLD
    assert names_in(document.parent) == ["campaign.xml"]


@posix
def test_a_folder_that_cannot_be_synced_is_no_failure(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def open_for_writing(path: str, flags: int, *rest: int) -> int:
        if flags == os.O_RDONLY:
            raise OSError(errno.EINVAL, "not supported")
        return real(path, flags, *rest)

    monkeypatch.setattr(files.os, "open", open_for_writing)
    replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == NEW


@posix
def test_a_signal_waits_until_the_file_is_written(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    seen: list[list[str]] = []

    def interrupted(handle: int) -> None:
        seen.append(names_in(document.parent))
        signal.raise_signal(signal.SIGINT)
        real(handle)

    monkeypatch.setattr(files.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == NEW
    assert names_in(document.parent) == ["campaign.xml"]
    (hidden, name), *_ = seen
    assert name == "campaign.xml"
    assert hidden.startswith(".campaign.xml.ctct-lint-")
    assert hidden.endswith(".tmp")


def test_where_signals_cannot_be_held_back_the_file_is_written_all_the_same(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    replace_file(str(document), OLD, NEW)

    assert document.read_bytes() == NEW


WRITER = """
import sys
from ctct_lint.session.fixing.replace import replace_file
old, new = b"<old/>" * 2000, b"<new>x</new>" * 2000
while True:
    for number in range(200):
        replace_file(f"{sys.argv[1]}/{number}.xml", old, new)
        print(number, flush=True)
    old, new = new, old
"""
KILLS = int(os.environ.get("CTCT_LINT_KILLS", "8"))


@posix
@pytest.mark.parametrize("sent", ["SIGKILL", "SIGTERM"])
def test_a_program_that_is_killed_leaves_whole_files(tmp_path: Path, sent: str) -> None:
    """Whatever it was at; only SIGKILL leaves a hidden file behind."""
    signum = getattr(signal, sent)
    whole = {b"<old/>" * 2000, b"<new>x</new>" * 2000}
    moments = random.Random(4)  # noqa: S311 - no secret
    for _ in range(KILLS // 2):
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        for number in range(200):
            (folder / f"{number}.xml").write_bytes(b"<old/>" * 2000)
        command = [sys.executable, "-c", WRITER, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(moments.randrange(1, 400)):
                writer.stdout.readline()
            writer.send_signal(signum)
        assert writer.returncode == -signum

        shown = {p.name for p in folder.iterdir() if not p.name.startswith(".")}
        hidden = {p for p in folder.iterdir() if p.name.startswith(".")}
        assert shown == {f"{number}.xml" for number in range(200)}
        assert {(folder / name).read_bytes() for name in shown} <= whole
        assert len(hidden) <= (sent == "SIGKILL")
        for path in hidden:
            path.unlink()
