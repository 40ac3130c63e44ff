"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Called

CELL = 12.2  # the width of a character in the picture, as its font is drawn
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def blocks(kind: str) -> list[str]:
    return [text for found, text in BLOCKS if found == kind]


@pytest.fixture
def check(called: Called, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return all that a check in the project's folder writes."""

    def output(*arguments: str) -> str:
        run = called("check", *arguments)
        assert run.exit_code in {0, 1}, run.stderr
        return run.stdout + run.stderr

    monkeypatch.chdir(ROOT)
    return output


def test_readme_is_short() -> None:
    assert len(README.splitlines()) <= 130


def test_output_is_that_of_the_command_above_it(check: Callable[..., str]) -> None:
    command, shown = blocks("sh")[0], blocks("text")[0]
    verb, file = shlex.split(command)[-2:]

    assert verb == "check"
    assert shown == check(file)


def test_picture_is_of_the_same_run(check: Callable[..., str]) -> None:
    """Run docs/picture.py to draw it again."""
    drawn = etree.fromstring((ROOT / "docs/static/terminal.svg").read_bytes())
    rows: dict[float, str] = {}
    for word in drawn.iter("{*}text"):
        row = float(word.get("y", 0))
        at = round(float(word.get("x", 0)) / CELL)
        rows[row] = f"{rows.get(row, ''):{at}}{word.text}"
    command, *shown = [rows[row].rstrip().replace("\xa0", " ") for row in sorted(rows)]
    file = shlex.split(blocks("sh")[0])[-1]

    assert command == f"$ ctct-lint check {file}"
    assert [line for line in shown if line] == [
        line for line in check(file).splitlines() if line
    ]


def test_test_command_is_the_one_that_ci_looks_for() -> None:
    (command,) = [text for _, text in BLOCKS if text.rstrip().endswith("-m tests")]

    assert command.startswith("python3 -m venv .venv && ")
