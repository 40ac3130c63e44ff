"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

from fixture_file import ROOT

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)


def test_output_is_that_of_the_command_above_it() -> None:
    (_, command), (_, shown) = BLOCKS[:2]
    arguments = shlex.split(command)[-2:]
    assert arguments[0] == "check"

    run = subprocess.run(
        [sys.executable, "-m", "ctct_lint", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )

    assert run.returncode == 1
    assert shown == run.stdout + run.stderr


def test_rule_is_that_of_the_package() -> None:
    shown = next(text for kind, text in BLOCKS if kind == "python" and "@rule" in text)
    file = ROOT / "ctct_lint" / "rules" / "campaign" / "empty_greeting_name.py"

    assert shown.strip() in file.read_text("utf-8")


def test_options_are_those_of_the_command() -> None:
    table = re.findall(r"`(--[a-z-]+)", README.partition("option of `check`")[2])
    command = [sys.executable, "-m", "ctct_lint", "check", "--help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert set(table) <= set(re.findall(r"--[a-z-]+", text))


def test_test_command_is_the_one_that_ci_looks_for() -> None:
    (command,) = [text for _, text in BLOCKS if text.rstrip().endswith("-m tests")]

    assert command.startswith("python3 -m venv .venv && ")
