"""`ctct-lint server` as the program that an editor starts."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fixture_file import BAD, GOOD

from ctct_lint.server import serve as serve_module

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called
    from server.conftest import Running

URI = "untitled:Untitled-1"


def test_faults_are_pushed_and_gone_when_they_are_mended(program: Running) -> None:
    program.start()
    program.open(URI, BAD)
    codes = [d["code"] for d in program.diagnostics(URI, 1)]
    assert codes == ["CTC401", "CTC405", "CTC203"]

    program.replace(URI, 2, GOOD)
    assert program.diagnostics(URI, 2) == []

    program.end()
    assert program.finish() == (0, "")


def test_exit_without_shutdown_is_a_failure(program: Running) -> None:
    program.start()
    program.tell("exit")

    assert program.finish() == (1, "")


def test_client_that_goes_away_after_shutdown_needs_no_exit(program: Running) -> None:
    program.start()
    program.ask("shutdown")

    assert program.finish() == (0, "")


def test_client_that_goes_away_is_a_failure(program: Running) -> None:
    program.start()

    assert program.finish() == (1, "")


@pytest.mark.parametrize(
    "arguments",
    [["--stdio"], ["--clientProcessId=7"], ["--stdio", "--clientProcessId", "7"]],
)
def test_what_clients_append_to_the_command_of_any_server_is_taken(
    arguments: list[str],
) -> None:
    command = [sys.executable, "-m", "ctct_lint", "server", *arguments]
    done = subprocess.run(command, input=b"", capture_output=True, check=False)

    # The client is gone at once: that, and no misuse, is the failure.
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_another_way_than_stdio_is_refused(called: Called) -> None:
    done = called("server", "--socket=7000")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "No such option '--socket'" in done.stderr


@pytest.mark.parametrize("library", ["pygls", "lsprotocol"])
def test_without_its_library_the_command_says_how_to_get_it(
    called: Called, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    for name in list(sys.modules):
        if name.startswith(("ctct_lint.server", library)):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    done = called("server")

    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == (
        "ctct-lint: the language server needs a library: pip install pygls\n"
    )


def test_module_that_is_missing_for_another_reason_is_a_bug(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "ctct_lint.server.serve", raising=False)
    monkeypatch.setitem(sys.modules, "ctct_lint.server.host", None)
    with pytest.raises(ModuleNotFoundError):
        called("server")


def test_check_does_not_import_the_library(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(BAD, "utf-8")
    code = (
        "import sys; from ctct_lint.cli.program import main\n"
        "try: main(['check', sys.argv[1], '--output-format=json'])\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    imported = {name.partition(".")[0] for name in done.stderr.split()}

    assert imported & {"pygls", "lsprotocol", "attrs", "cattrs", "asyncio"} == set()


def test_what_others_print_does_not_get_into_the_messages(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def printing(source: int, target: int) -> int:
        os.write(1, b"printed by a rule of somebody\n")
        os.write(target, b"a message")
        os.close(target)
        return source

    monkeypatch.setattr(serve_module, "serve", printing)
    before = os.dup(1)
    try:
        assert serve_module.serve_stdio() == 0
    finally:
        os.dup2(before, 1)
        os.close(before)
    said = capfd.readouterr()

    assert said.out == "a message"
    assert said.err == "printed by a rule of somebody\n"


def test_command_ends_with_the_status_of_the_server(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve_module, "serve_stdio", lambda: 1)

    assert called("server").exit_code == 1


def test_what_comes_after_the_end_is_read_by_nobody() -> None:
    source, to_server = os.pipe()
    os.write(to_server, b"Content-Length: 2\r\n\r\n{}")
    os.close(to_server)
    loop = asyncio.new_event_loop()
    loop.close()
    inbox: asyncio.Queue[bytes | None] = asyncio.Queue()
    serve_module._read(source, loop, inbox)
    os.close(source)

    assert inbox.empty()
