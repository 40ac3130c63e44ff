"""A comment about what could not be checked in a run is not said to do nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from fixture_file import FIXTURES

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

MARK = "<!-- ctct-lint: {} -->"
DOCUMENT = '<invoice xmlns="urn:invoice" currency="EUR">{}<id>1</id></invoice>'
RULE = '''\
"""A rule."""
from ctct_lint.rules.api import rule
@rule(on="id", code="ACME001")
def check(element):
    return ()
'''
PROFILE = '[[profiles]]\nname = "invoice"\nroot = "{urn:invoice}invoice"\n'


@pytest.fixture(autouse=True)
def rules(tmp_path: Path) -> None:
    """Make a folder with what a profile may be of."""
    (tmp_path / "own.py").write_text(RULE, "utf-8")
    for name in ("invoice.sch", "invoice.xsd"):
        shutil.copy(FIXTURES / "profiles" / name, tmp_path)
    path = tmp_path / "bad.sch"
    shutil.copy(tmp_path / "invoice.sch", path)
    path.write_text(path.read_text("utf-8").replace("sum(", "sun("), "utf-8")


@pytest.mark.parametrize(
    "words", ["ignore[CTC224]", "ignore[CTC2]", "ignore", "ignore[ACME001]"]
)
@pytest.mark.parametrize(
    "profile",
    [
        "",
        PROFILE + 'schema = "gone.xsd"\n',
        PROFILE + 'schematron = "bad.sch"\n',
        PROFILE + 'rules = "own.py"\n',
    ],
)
def test_it_is_left_alone(
    called: Called, tmp_path: Path, words: str, profile: str
) -> None:
    text = DOCUMENT.format(MARK.format(words))
    (tmp_path / "a.xml").write_text(text, "utf-8")
    (tmp_path / "ctct-lint.toml").write_text(profile, "utf-8")

    result = called("check", "--fix", "--output-format=concise", ".")

    assert "CTC903" not in result.stdout + result.stderr
    assert (tmp_path / "a.xml").read_text("utf-8") == text


@pytest.mark.parametrize(
    "profile",
    [PROFILE + 'schematron = "invoice.sch"\n', PROFILE + 'schema = "invoice.xsd"\n'],
)
def test_it_is_said_where_everything_was_checked(
    called: Called, tmp_path: Path, profile: str
) -> None:
    text = DOCUMENT.format(MARK.format("ignore[CTC224]"))
    (tmp_path / "a.xml").write_text(text, "utf-8")
    (tmp_path / "ctct-lint.toml").write_text(profile, "utf-8")

    result = called("check", "--select=CTC903", "--output-format=concise", "a.xml")

    assert result.stdout == (
        "a.xml:1:61: warning[CTC903] `ignore[CTC224]` suppresses nothing\n"
    )


def test_what_no_comment_can_suppress_is_said_anywhere(
    called: Called, tmp_path: Path
) -> None:
    text = DOCUMENT.format(MARK.format("ignore[CTC224, CTC101, CTC9999]"))
    (tmp_path / "a.xml").write_text(text, "utf-8")

    result = called("check", "--output-format=concise", ".")

    assert result.stdout == (
        "./a.xml:1:76: warning[CTC903] `CTC101` cannot be suppressed by a comment\n"
        "./a.xml:1:84: warning[CTC904] no rule has the code or name `CTC9999`\n"
    )
