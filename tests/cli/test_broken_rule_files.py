"""Rule files that are no Python, as all commands but `check` tell of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

TOML = '[[profiles]]\nname = "acme"\nroot = "a"\nrules = ["rules"]\n'
SOUND = """\
\"""An `a` there is.\"""
from ctct_lint.rules.api import Finding, name_of, rule


@rule(on="a", code="ACME001")
def check(element):
    yield Finding(name_of(element), "there is an `a`")
"""
BROKEN = '"""A."""\n@rule(code="ACME007")\ndef broken(:\n'
PLACE = os.path.join("rules", "no_python.py") + ":3:12"
TOLD = f"{PLACE}: not Python: invalid syntax\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Path:
    """Make a folder with a sound rule and one that is no Python, and a document."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "sound.py").write_text(SOUND)
    (tmp_path / "rules" / "no_python.py").write_text(BROKEN)
    (tmp_path / "ctct-lint.toml").write_text(TOML)
    (tmp_path / "a.xml").write_text("<a/>")
    return tmp_path


def test_rules_lists_the_others_and_tells_of_it(called: Called) -> None:
    result = called("rules")

    assert result.stdout.splitlines()[-1].split() == [
        *("ACME001", "error", "sound"),
        *("An", "`a`", "there", "is."),
    ]
    assert (result.stderr, result.exit_code) == (TOLD, 2)


@pytest.mark.parametrize("word", ["ACME007", "acme007", "no-python"])
def test_explain_tells_why_there_is_no_page_of_it(called: Called, word: str) -> None:
    result = called("explain", word)

    assert (result.stdout, result.stderr, result.exit_code) == ("", TOLD, 2)


def test_explain_gives_the_page_of_another_rule_and_tells_of_it(called: Called) -> None:
    result = called("explain", "sound")

    assert result.stdout.startswith("# ACME001 sound\n")
    assert (result.stderr, result.exit_code) == (TOLD, 0)


def test_explain_tells_of_it_where_no_rule_is_called_so(called: Called) -> None:
    result = called("explain", "ACME008")

    assert result.stderr.startswith(TOLD)
    assert "no rule has the code or name 'ACME008'" in result.stderr
    assert result.exit_code == 2


def test_explain_of_a_rule_that_is_built_in_reads_no_file(called: Called) -> None:
    result = called("explain", "CTC203")

    assert (result.stderr, result.exit_code) == ("", 0)


def test_of_two_that_are_no_python_explain_tells_of_the_one_meant(
    called: Called, home: Path
) -> None:
    (home / "rules" / "other.py").write_text("def")

    assert called("explain", "no-python").stderr == TOLD
    assert called("explain", "sound").stderr.startswith(TOLD)
    assert "other.py:1:4: not Python" in called("explain", "sound").stderr


def test_profiles_tells_that_one_cannot_use_it(called: Called) -> None:
    result = called("profiles")

    assert result.stdout.startswith("acme\n")
    assert result.stderr == f"ctct-lint: profile `acme`: cannot use {TOLD}"
    assert result.exit_code == 2


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("word", ["ACME007", "ACME00", "no-python"])
def test_its_code_and_name_can_be_selected(
    called: Called, option: str, word: str
) -> None:
    result = called(
        "check", "--run-rules", "--output-format=concise", option, word, "a.xml"
    )

    assert f"{PLACE}: error[CTC908] `ACME007` failed" in result.stdout
    assert "no rule" not in result.stderr
    assert result.exit_code == 2


def test_what_neither_it_nor_another_is_called_cannot(called: Called) -> None:
    result = called("check", "--select", "ACME9", "a.xml")

    assert "no rule has the code or name 'ACME9'" in result.stderr
    assert result.exit_code == 2
