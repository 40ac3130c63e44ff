"""What the commands say of themselves: help, versions, completion, rules."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from typing import TYPE_CHECKING

import click
import pytest
from fixture_file import ROOT

from ctct_lint.cli import rules as rules_module
from ctct_lint.cli.check import command as check
from ctct_lint.output.style import Style
from ctct_lint.rules.registry import all_rules, groups
from ctct_lint.session import versions as versions_module
from ctct_lint.session.rule_pages.listing import cut, headed

if TYPE_CHECKING:
    from conftest import Called

HEADINGS = [
    "What is checked:",
    "What is reported:",
    "Fixes:",
    "Output:",
    "Configuration:",
    "Running:",
    "Other options:",
    "Examples:",
    "Exit status:",
    "Environment:",
]


def test_options_are_under_headings(called: Called) -> None:
    lines = called("check", "--help").stdout.splitlines()

    assert [line for line in lines if line[:1].strip()] == [
        "Usage: ctct-lint check [OPTIONS] [PATHS]...",
        *HEADINGS,
    ]
    assert max(map(len, lines)) <= 80


def test_every_option_is_explained() -> None:
    options = [p for p in check.params if isinstance(p, click.Option)]

    assert len(options) > 30
    assert [o.name for o in options if not o.help] == []


@pytest.mark.parametrize("name", ["check", "explain", "rules", "completion"])
def test_every_command_has_help(called: Called, name: str) -> None:
    assert name in called("--help").stdout
    assert called(name, "-h").stdout.startswith(f"Usage: ctct-lint {name}")


def test_versions_of_all_that_matters(called: Called) -> None:
    first, second = called("--version").stdout.splitlines()

    assert first.startswith("ctct-lint, version ")
    words = [part.split()[0] for part in second.split(", ")]
    assert words[1:] == ["lxml", "libxml2", "xmlschema"]


def test_version_of_what_is_not_installed_is_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(versions_module, "version", missing)

    assert versions_module.versions().endswith("xmlschema unknown")


# -------------------------------------------------------------------- completion


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", "complete -o nosort -F _ctct_lint_completion ctct-lint"),
        ("zsh", "#compdef ctct-lint"),
        ("fish", "complete --no-files --command ctct-lint"),
    ],
)
def test_script_of_each_shell(called: Called, shell: str, line: str) -> None:
    result = called("completion", shell)

    assert result.exit_code == 0
    assert line in result.stdout
    assert "_CTCT_LINT_COMPLETE" in result.stdout


def test_script_is_bash(called: Called) -> None:
    script = called("completion", "bash").stdout
    done = subprocess.run(["bash", "-n"], input=script, text=True, check=False)

    assert done.returncode == 0


def test_unknown_shell(called: Called) -> None:
    assert called("completion", "dos").exit_code == 2


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ctct-lint ch", ["check"]),
        ("ctct-lint check --output-format json", ["json", "json-lines"]),
        ("ctct-lint check --select CTC40", [f"CTC40{n}" for n in range(1, 10)]),
        ("ctct-lint explain missing-st", ["missing-state"]),
        ("ctct-lint bake ch", ["check"]),
    ],
)
def test_words_are_completed(called: Called, typed: str, offered: list[str]) -> None:
    env = {
        "_CTCT_LINT_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    done = called(env=env)

    assert [line.partition(",")[2] for line in done.stdout.splitlines()] == offered


@pytest.mark.parametrize("typed", ["ctct-lint check fi", "ctct-lint check --schema fi"])
def test_shell_completes_paths(called: Called, typed: str) -> None:
    env = {
        "_CTCT_LINT_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }

    assert called(env=env).stdout == "file,fi\n"


# ------------------------------------------------------------------------- rules


def on_terminal(columns: int, color: str) -> list[str]:
    """Return what `rules` shows on a terminal of that width."""
    pty = pytest.importorskip("pty", exc_type=ImportError)
    master, slave = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": str(columns)}
    for name in ("NO_COLOR", "FORCE_COLOR"):
        env.pop(name, None)
    if color == "never":
        env["NO_COLOR"] = "1"
    with subprocess.Popen(
        [sys.executable, "-m", "ctct_lint", "rules"], stdout=slave, env=env
    ) as process:
        os.close(slave)
        shown = b""
        try:
            while chunk := os.read(master, 65536):
                shown += chunk
        except OSError:  # the other end is closed
            pass
        assert process.wait() == 0
    os.close(master)
    return shown.decode().splitlines()


def test_terminal_shows_rules_under_headings_in_its_width() -> None:
    lines = on_terminal(60, "never")

    assert [line for line in lines if line and not line.startswith("CTC")] == [
        groups()[code] for code in sorted(groups())
    ]
    assert [line[:6] for line in lines if line.startswith("CTC")] == [
        rule.code for rule in all_rules()
    ]
    assert max(map(len, lines)) <= 60
    assert lines[1].endswith("…")


def test_terminal_shows_whole_lines_if_they_fit() -> None:
    assert not any("…" in line for line in on_terminal(300, "never"))


def test_severities_are_colored_on_a_terminal() -> None:
    lines = on_terminal(80, "auto")

    assert lines[0] == "\x1b[1msource and encoding\x1b[0m"
    assert any("\x1b[1;31merror  \x1b[0m" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Roggen", 6, "Roggen"),
        ("Roggenbrot", 6, "Rogge…"),
        ("Brot und", 6, "Brot…"),
        # Of several words the last one is not cut.
        ("Brot und Kuchen", 11, "Brot und…"),
        ("Brot und Kuchen", 9, "Brot und…"),
        ("Brot und Kuchen", 8, "Brot…"),
        ("麦麦麦麦", 6, "麦麦…"),
        ("麦麦麦", 6, "麦麦麦"),
    ],
)
def test_text_is_cut_by_columns(text: str, room: int, shown: str) -> None:
    assert cut(text, room) == shown


def test_list_in_the_process(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    assert called("rules", "--output-format=markdown").stdout.startswith("# The rules")
    shown = list(headed(Style(color=False, columns=60)))
    assert shown[0] == "source and encoding"
    monkeypatch.setattr(rules_module, "stdout", Terminal)
    assert "source and encoding\x1b[0m\nCTC001" in called("rules").stdout


def test_names_of_rules_are_whole_where_there_is_no_room_for_more() -> None:
    shown = list(headed(Style(color=False, columns=40)))

    assert shown[:3] == [
        "source and encoding",
        "CTC001  empty-document",
        "CTC002  undecodable-bytes",
    ]
    assert max(map(len, shown)) <= 40
    assert not any("…" in line for line in shown)


class Terminal(io.StringIO):
    """A stdout that says it is a terminal."""

    def isatty(self) -> bool:
        return True
