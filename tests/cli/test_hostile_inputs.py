"""Inputs that could stop the others, or never end: they are named, the rest is checked.

Status 2 is for what was named on stderr.
"""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest
from systems import posix

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

CODES_OF_BAD = ["CTC401", "CTC405", "CTC203"]


def codes(stdout: str) -> list[str]:
    return [line.partition("[")[2][:6] for line in stdout.splitlines()]


LINKS = {
    "circle.xml": "circle.xml",
    "device.xml": "/dev/zero",
    "long.xml": "x" * 300,
    "nowhere.xml": "gone.xml",
    "through-a-file.xml": "z.XML/x.xml",
}


@posix
def test_what_is_no_file_is_named_and_the_rest_is_checked(
    called: Called, folder: Path
) -> None:
    os.mkfifo(folder / "a" / "pipe.xml")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(folder / "a" / "socket.xml"))
    for name, target in LINKS.items():
        (folder / "a" / name).symlink_to(target)
    (folder / "a" / "to-a-folder.xml").symlink_to("../c")
    result = called("check", "--output-format=concise", folder / "a")

    assert result.exit_code == 2
    assert codes(result.stdout) == CODES_OF_BAD
    home = folder / "a"
    assert result.stderr.splitlines()[:-1] == [
        f"ctct-lint: cannot read {home / name}.xml: {why}"
        for name, why in {
            "circle": "too many levels of symbolic links",
            "device": "is a device, not a file",
            "long": "file name too long",
            "nowhere": "no such file or directory",
            "pipe": "is a pipe, not a file",
            "socket": "is a socket, not a file",
            "through-a-file": "not a directory",
        }.items()
    ]


@posix
def test_pyproject_that_is_a_pipe_is_named_once_and_the_rest_is_checked(
    called: Called, folder: Path
) -> None:
    os.mkfifo(folder / "pyproject.toml")
    result = called("check", "--output-format=concise", folder)

    assert result.exit_code == 2
    assert codes(result.stdout) == CODES_OF_BAD * 2
    first, summary = result.stderr.splitlines()
    assert first == "mails/pyproject.toml: cannot be read: is a pipe, not a file"
    assert summary.startswith("4 errors, 2 warnings in 3 files checked, 1 failed")


@posix
def test_name_of_a_configuration_begins_no_line_of_its_own(
    called: Called, tmp_path: Path
) -> None:
    home = tmp_path / "::error::a\n::error::b"
    home.mkdir()
    (home / "ctct-lint.toml").write_text('"c\\n::error::d" = 1')
    (home / "a.xml").touch()
    result = called("check", home)

    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert lines[0] == (
        r"\x3a:error::a\n::error::b/ctct-lint.toml:1:1: unknown key `c\n::error::d`"
    )
    assert not any(line.startswith("::") for line in lines)


@posix
@pytest.mark.parametrize("mode", [0o000, 0o222])
def test_named_file_that_nobody_may_read_does_not_stop_the_others(
    called: Called, folder: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, but is told here as others are."""
    secret, usual = folder / "a.xml", os.open
    secret.chmod(mode)

    def refuse(path: object, flags: int, *more: int) -> int:
        if str(path) == str(secret):
            raise PermissionError(13, "Permission denied", path)
        return usual(path, flags, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "access", lambda path, *_: str(path) != str(secret))
    result = called("check", "--output-format=concise", secret, folder / "b.xml")

    assert result.exit_code == 2
    assert codes(result.stdout) == CODES_OF_BAD
    assert result.stderr.startswith(
        f"ctct-lint: cannot read {secret}: permission denied\n"
    )


def test_folder_that_is_gone_is_nowhere_to_work(
    called: Called, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(os, "getcwd", gone)
    result = called("check", folder / "b.xml")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "ctct-lint: there is no working folder: no such file or directory\n"
    )
