"""What the README shows is what happens."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import pytest
from fixture_file import FIXTURES, ROOT

from ctct_lint.config.kinds import Known
from ctct_lint.config.load import load
from ctct_lint.output.formats import FORMATS
from ctct_lint.rules.registry import all_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Called

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
    assert len(README.splitlines()) <= 210


def test_output_is_that_of_the_command_above_it(check: Callable[..., str]) -> None:
    command, shown = blocks("sh")[0], blocks("text")[0]
    verb, file = shlex.split(command)[-2:]

    assert verb == "check"
    assert shown == check(file)


def test_excerpt_is_of_the_document_that_it_names(check: Callable[..., str]) -> None:
    shown = blocks("text")[1]
    (code,) = re.findall(r"\[(CTC\d+)\]", shown)
    (file,) = re.findall(r"--> (.*?):", shown)

    assert shown in check("--select", code, file)


def test_formats_are_those_there_are() -> None:
    (paragraph,) = re.findall(r"\*\*Formats\.\*\*.*?\n\n", README, re.DOTALL)

    assert set(re.findall(r"`([a-z-]+)`", paragraph)) - {"--output-format"} == set(
        FORMATS
    )


def test_configuration_is_understood(tmp_path: Path) -> None:
    (text,) = blocks("toml")
    path = tmp_path / "ctct-lint.toml"
    path.write_text(text)

    assert load(str(path), Known(all_words, tuple(FORMATS))) is not None


def test_program_prints_what_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = [text for text in blocks("python") if "print(" in text]
    shutil.copy(
        FIXTURES / "invalid" / "greeting-name-and-state.xml", tmp_path / "campaign.xml"
    )
    monkeypatch.chdir(tmp_path)

    with redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - it is our own

    assert [line.split()[:3] for line in printed.getvalue().splitlines()] == [
        ["8", "6", "CTC401"],
        ["10", "13", "CTC405"],
        ["16", "21", "CTC203"],
    ]


def test_rule_is_that_of_the_package() -> None:
    (shown,) = [text for text in blocks("python") if "@rule" in text]
    file = ROOT / "ctct_lint/profiles/ctct/rules/campaign/empty_greeting_name.py"

    assert shown.strip() in file.read_text("utf-8")


def test_test_command_is_the_one_that_ci_looks_for() -> None:
    (command,) = [text for _, text in BLOCKS if text.rstrip().endswith("-m tests")]

    assert command.startswith("python3 -m venv .venv && ")
