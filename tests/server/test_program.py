"""`ctct-lint server` as the program that an editor starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixture_file import FIXTURES

if TYPE_CHECKING:
    from server.conftest import Running

BAD = (FIXTURES / "invalid" / "greeting-name-and-state.xml").read_text("utf-8")
GOOD = (FIXTURES / "valid" / "campaign-minimal.create.xml").read_text("utf-8")
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


def test_client_that_goes_away_is_a_failure(program: Running) -> None:
    program.start()

    assert program.finish() == (1, "")
