"""`--watch`: the real watcher on real files; every wait is one for a line."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from queue import Queue
from threading import Thread
from typing import IO, TYPE_CHECKING

import pytest
from fixture_file import ROOT

from ctct_lint.session import watch as watch_module
from ctct_lint.session.errors import JobError
from ctct_lint.session.request import Request
from ctct_lint.session.watch import WatchedFiles, watch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Called


PATIENCE = 600.0  # to end what hangs; a machine with much to do is no fault
FAULT = b"<GreetingName>choose_one<"
RIGHT = b"<GreetingName>None<"


class Watching:
    """A program that watches, and the lines that it writes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        # One stream, so that lines come in the order in which they are written.
        assert process.stdout is not None
        Thread(target=self._read, args=(process.stdout,), daemon=True).start()

    def _read(self, stream: IO[bytes]) -> None:
        for line in stream:
            self._lines.put(line.decode())

    def until(self, words: str) -> list[str]:
        """Return the lines up to the first with these words."""
        lines = [self._lines.get(timeout=PATIENCE)]
        while words not in lines[-1]:
            lines.append(self._lines.get(timeout=PATIENCE))
        return lines


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watching]:
    command = [sys.executable, "-m", "ctct_lint", "check", "--watch", *arguments]
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    ) as process:
        try:
            yield Watching(process)
        finally:
            process.kill()


def test_what_changes_is_checked_again(folder: Path) -> None:
    bad, new = folder / "b.xml", folder / "new.xml"
    with watching(folder, "--output-format=concise", ".") as program:
        first = program.until("watching")
        assert sum("error[" in line for line in first) == 4
        assert "3 files checked anew: 4 errors, 2 warnings in 3 files" in first[-1]

        bad.write_bytes(bad.read_bytes().replace(FAULT, RIGHT))
        again = program.until("watching")
        assert sum("error[" in line for line in again) == 3
        assert "1 file checked anew: 3 errors, 2 warnings in 3 files" in again[-1]

        new.write_bytes(bad.read_bytes())
        assert (
            "1 file checked anew: 4 errors, 3 warnings in 4 files"
            in (program.until("watching")[-1])
        )

        new.unlink()
        assert (
            "0 files checked anew: 3 errors, 2 warnings in 3 files"
            in (program.until("watching")[-1])
        )


def test_file_that_an_editor_replaces_is_still_watched(folder: Path) -> None:
    bad, beside = folder / "b.xml", folder / "b.tmp"
    with watching(folder, "--output-format=concise", "b.xml") as program:
        program.until("watching")
        for status in ("1 error, 1 warning", "nothing found"):
            data = bad.read_bytes().replace(FAULT, RIGHT)
            if status == "nothing found":
                data = (folder / "a.xml").read_bytes()
            beside.write_bytes(data)
            beside.replace(bad)
            assert status in program.until("watching")[-1]


def test_configuration_is_read_again(folder: Path) -> None:
    file = folder / "ctct-lint.toml"
    file.write_text('select = ["CTC203"]\n')
    with watching(folder, "--output-format=concise", "b.xml") as program:
        assert "1 error in 1 file" in program.until("watching")[-1]

        file.write_text('select = ["CTC203", "oven"]\n')
        assert program.until("oven")
        file.write_text('select = ["CTC401", "CTC203"]\n')
        assert "2 errors in 1 file" in program.until("watching")[-1]


def test_ctrl_c_ends_it_quietly(folder: Path) -> None:
    with watching(folder, "a.xml") as program:
        assert "nothing found; watching, Ctrl-C" in program.until("watching")[-1]
        program.process.send_signal(signal.SIGINT)
        status = program.process.wait(PATIENCE)
        rest = list(program._lines.queue)

    assert (status, rest) == (130, [])


def test_terminal_is_cleared_first(folder: Path) -> None:
    pty = pytest.importorskip("pty", exc_type=ImportError)
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "ctct_lint", "check", "--watch", "-q", "b.xml"],
        cwd=folder,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
    ) as process:
        os.close(slave)
        shown = b""
        while b"watching" not in shown:
            shown += os.read(master, 10_000)
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
    os.close(master)

    assert shown.startswith(b"\x1b[2J\x1b[H")
    assert shown.count(b"\x1b[2J") == 1


# ------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-",), "--watch needs files"),
        (("--update-baseline",), "--watch and --update-baseline exclude each other"),
        (("gone/a.xml",), "there is no folder to watch: gone"),
    ],
)
def test_watching_that_makes_no_sense(
    called: Called, arguments: tuple[str, ...], says: str
) -> None:
    result = called("check", "--watch", *arguments)

    assert result.exit_code == 2
    assert says in result.stderr


def test_missing_library_is_named(
    called: Called, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = called("check", "--watch", good)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "ctct-lint: --watch needs a library: pip install watchfiles\n"
    )


# ------------------------------------------------------------ in this process


class Changes:
    """A watcher that tells of these changes, then of Ctrl-C."""

    def __init__(self, *changes: set[tuple[int, str]]) -> None:
        self.changes = changes
        self.folders: tuple[str, ...] = ()
        self.recursive: object = None

    def watch(self, *folders: str, **options: object) -> Iterator[object]:
        self.folders = folders
        self.recursive = options["recursive"]
        yield from self.changes


@pytest.fixture
def request_(folder: Path) -> Request:
    """Return a request to watch the folder."""
    return Request((str(folder),), output_format="concise", watch=True)


@pytest.mark.usefixtures("capsys")
def test_watcher_is_asked_about_folders(
    request_: Request, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = Changes(set(), set(), {(1, str(folder / "b.xml"))})
    monkeypatch.setitem(sys.modules, "watchfiles", changes)  # type: ignore[arg-type]
    looked: list[set[str]] = []
    monkeypatch.setattr(WatchedFiles, "look", lambda _, names: looked.append(names))
    with pytest.raises(KeyboardInterrupt):
        watch(request_)

    # What changed before the watcher was ready is looked for once.
    assert looked == [set(), {"b.xml"}]
    assert (changes.folders, changes.recursive) == ((str(folder),), True)


def test_files_are_watched_by_their_folders(folder: Path) -> None:
    paths = (str(folder / "a.xml"), str(folder / "b.xml"), str(folder / "c"))

    assert watch_module._folders(paths[:2]) == ([str(folder)], False)
    assert watch_module._folders(paths) == ([str(folder), paths[2]], True)
    assert watch_module._folders(("a.xml",)) == (["."], False)
    with pytest.raises(JobError):
        watch_module._folders(("gone/a.xml",))


def test_session_checks_only_what_is_not_as_it_was(
    request_: Request, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watched = WatchedFiles(request_)
    watched.check()
    assert "3 files checked anew" in capsys.readouterr().err

    watched.look({"notes.txt"})
    assert capsys.readouterr().err == ""

    (folder / "a.xml").write_bytes(b"<entry/>")
    watched.look({"a.xml"})
    assert "1 file checked anew" in capsys.readouterr().err

    (folder / "a.xml").unlink()
    watched.look({"a.xml"})
    assert "0 files checked anew: 4 errors" in capsys.readouterr().err

    watched.look({".gitignore"})
    assert "2 files checked anew: 4 errors" in capsys.readouterr().err


def test_configuration_that_broke_is_said_and_the_old_one_kept(
    request_: Request,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    watched = WatchedFiles(request_)
    watched.check()
    capsys.readouterr()
    (tmp_path / "ctct-lint.toml").write_text("flour = 1\n")
    watched.look({"ctct-lint.toml"})

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("ctct-lint.toml:1:1: ")
    (tmp_path / "ctct-lint.toml").unlink()
    watched.look(set())
    assert "3 files checked anew" in capsys.readouterr().err


def test_screen_is_cleared_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, shown in ((Terminal(), "\x1b[2J\x1b[H"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stdout", stream)
        watch_module._clear_screen()
        assert stream.getvalue() == shown


def test_configuration_above_what_is_watched_counts(
    request_: Request, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    watched = WatchedFiles(request_)
    watched.check()
    (tmp_path / "ctct-lint.toml").write_text('select = ["CTC203"]\n')
    capsys.readouterr()
    watched.look(set())
    assert "3 files checked anew: 2 errors" in capsys.readouterr().err

    watched.look(set())
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("output", ["junit=report.xml", "json=report.json"])
def test_report_in_a_watched_folder_is_no_reason_to_check_again(
    request_: Request,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    output: str,
) -> None:
    format_, _, name = output.partition("=")
    outputs = ((format_, str(folder / name)),)
    watched = WatchedFiles(request_._replace(outputs=outputs))
    watched.check()
    assert (folder / name).exists()
    assert "3 files checked anew" in capsys.readouterr().err

    watched.look({name})
    assert capsys.readouterr() == ("", "")

    (folder / "a.xml").write_bytes(b"<entry/>")
    watched.look({"a.xml"})
    assert "1 file checked anew" in capsys.readouterr().err

    watched.look({name})
    assert capsys.readouterr() == ("", "")
