"""The real program, from outside: exit status, stdout, stderr."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from said import codes

if TYPE_CHECKING:
    from conftest import Program

CODES_OF_BAD = ["CTC401", "CTC405", "CTC203"]
SUMMARY_OF_BAD = "2 errors, 1 warning in 1 file checked"


def test_good_file_is_silent_on_stdout(program: Program, good: Path) -> None:
    done = program("check", good)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 file checked, nothing found\n"


def test_bad_file_is_reported_on_stdout(program: Program, bad: Path) -> None:
    done = program("check", bad)

    assert done.returncode == 1
    assert done.stderr.partition(";")[0] == SUMMARY_OF_BAD
    assert f"  --> {bad}:16:21\n" in done.stdout
    assert "error[CTC203]: `choose_one` is not a valid GreetingName\n" in done.stdout
    assert "\x1b" not in done.stdout


def test_missing_file_does_not_stop_the_others(
    program: Program, good: Path, bad: Path
) -> None:
    done = program("check", "--output-format=concise", good, "missing.xml", bad)

    assert done.returncode == 2
    assert codes(done.stdout) == CODES_OF_BAD
    assert done.stderr.partition(";")[0] == (
        "ctct-lint: cannot read missing.xml: no such file or directory\n"
        "2 errors, 1 warning in 2 files checked, 1 failed"
    )


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_ascii_terminal_gets_escapes(
    program: Program, bad: Path, output_format: str
) -> None:
    text = bad.read_text("utf-8").replace("choose_one", "wähle 🍞")
    bad.write_text(text, "utf-8")
    env = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = program("check", bad, "--output-format", output_format, env=env)

    assert done.returncode == 1
    shown = r"w\xe4hle \U0001f35e" if output_format != "json" else "wähle 🍞"
    if output_format == "json":
        (report,) = json.loads(done.stdout)
        messages = [d["message"] for d in report["diagnostics"]]
        assert f"`{shown}` is not a valid GreetingName" in messages
    else:
        assert shown in done.stdout


def test_installed_command_is_the_same_program() -> None:
    command = Path(sys.executable).parent / "ctct-lint"
    done = subprocess.run([command, "--version"], capture_output=True, check=True)

    assert done.stdout.startswith(b"ctct-lint, version ")
