"""How a command ends when something else ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT

from ctct_lint.cli import guard
from ctct_lint.cli.guard import guarded
from ctct_lint.session.errors import JobError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

ENV = {**os.environ, "PYTHONPATH": str(ROOT)}
COMMAND = f"{sys.executable} -m ctct_lint"


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", line],
        cwd=folder,
        capture_output=True,
        text=True,
        env=ENV,
        check=False,
        timeout=600,
    )
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    return done


@pytest.mark.parametrize("format_", ["full", "concise", "json"])
def test_reader_that_goes_away_is_status_141_and_no_word(
    folder: Path, format_: str
) -> None:
    """There is more output than a pipe holds."""
    text = (folder / "b.xml").read_text().replace("<Name>", "<Extra/>" * 90 + "<Name>")
    for number in range(40):
        (folder / f"{number}.xml").write_text(text)
    done = shell(f"{COMMAND} check --output-format {format_} . | head -c 1", folder)

    assert (done.returncode, done.stderr) == (141, "")
    assert len(done.stdout) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        "check .",
        "check --output-format json a.xml",
        "check --diff --unsafe-fixes b.xml",
        "check --fix - < b.xml",
        "check --statistics b.xml",
        "rules",
        "rules --output-format json",
        "explain CTC203",
        "completion bash",
        "--help",
        "check --help",
        "--version",
    ],
)
def test_full_disk_is_status_2_and_said(folder: Path, arguments: str) -> None:
    done = shell(f"{COMMAND} {arguments} > /dev/full", folder)

    assert done.returncode == 2
    assert done.stderr == "ctct-lint: cannot write stdout: no space left on device\n"


@pytest.mark.parametrize("arguments", ["check b.xml", "check a.xml", "rules"])
def test_closed_stdout_is_status_2_and_said(folder: Path, arguments: str) -> None:
    done = shell(f"{COMMAND} {arguments} >&-", folder)

    assert done.returncode == 2
    assert done.stderr == "ctct-lint: cannot write stdout: it is closed\n"


def test_closed_stdin_is_a_file_that_cannot_be_read(folder: Path) -> None:
    done = shell(f"{COMMAND} check - <&-", folder)

    assert done.returncode == 2
    assert done.stderr.startswith("ctct-lint: cannot read <stdin>: it is closed\n")


def test_closed_stderr_changes_nothing_else(folder: Path) -> None:
    done = shell(f"{COMMAND} check b.xml missing.xml 2>&-", folder)

    assert done.returncode == 2
    assert "CTC203" in done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_status_130_and_no_word(folder: Path, jobs: str) -> None:
    """Stdin never ends; whoever is asked to read it is still there."""
    for number in range(100):
        (folder / f"{number}.xml").write_bytes((folder / "a.xml").read_bytes())
    command = [sys.executable, "-m", "ctct_lint", "check", "-j", jobs]
    with subprocess.Popen(
        [*command, "b.xml", *(f"{n}.xml" for n in range(100)), "-"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**ENV, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=600)

    assert (process.returncode, errors) == (130, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


# -------------------------------------------------------------- in this process


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (JobError("no flour"), 2, "ctct-lint: no flour\n"),
    ],
)
def test_ends_have_a_status(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    status: int,
    says: str,
) -> None:
    monkeypatch.setattr(guard, "_forget_stdout", lambda: None)
    with pytest.raises(SystemExit) as ended, guarded():
        raise error

    assert ended.value.code == status
    assert capsys.readouterr().err == says


def test_bug_is_passed_on() -> None:
    with pytest.raises(ZeroDivisionError), guarded():
        raise ZeroDivisionError


def test_streams_that_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with guarded():
        sys.stderr.write("into the void")
    sys.stderr.close()


def test_flush_that_fails_is_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    full = open("/dev/full", "w", encoding="utf-8")  # noqa: SIM115 - closed below
    monkeypatch.setattr(sys, "stdout", full)
    with pytest.raises(SystemExit) as ended, guarded():
        full.write("x")

    assert ended.value.code == 2
    full.close()


def test_configuration_that_cannot_be_used_is_said_with_its_places(
    called: Called, tmp_path: Path
) -> None:
    (tmp_path / "ctct-lint.toml").write_text('select = ["oven"]\nfail-on = 3\n')
    result = called("check")

    assert (result.exit_code, result.stdout) == (2, "")
    places = [
        line.partition(": ")[0]
        for line in result.stderr.splitlines()
        if not line.startswith(" ")
    ]
    assert places == ["ctct-lint.toml:1:11", "ctct-lint.toml:2:11"]
