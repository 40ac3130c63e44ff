"""The formats that programs read, from the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ctct_lint.output.formats import FORMATS, WANTS_CLEAN
from ctct_lint.rules.registry import all_rules
from ctct_lint.session.reports.context import project_root, rule_infos

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Called = Callable[..., Result]

CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
CLEAN_RUN = """
import sys
from ctct_lint.cli.program import cli
try:
    cli(["check", "-q", "--output-format", "sarif", sys.argv[1]])
finally:
    print([m for m in sys.modules if m.startswith("ctct_lint.rules.syntax.")])
"""


@pytest.fixture(autouse=True)
def _outside_of_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CHECKOUTS:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_reports_what_was_found(
    called: Called, folder: Path, name: str
) -> None:
    result = called("check", "--output-format", name, folder)
    assert result.exit_code == 1
    assert "CTC203" in result.stdout
    assert ("a.xml" in result.stdout) is (name in WANTS_CLEAN)


@pytest.mark.parametrize("name", ["sarif", "junit"])
def test_what_cannot_be_read_is_in_the_report(
    called: Called, good: Path, name: str
) -> None:
    result = called("check", "--output-format", name, good, "gone.xml")
    assert result.exit_code == 2
    assert "gone.xml" in result.stdout
    assert "no such file or directory" in result.stdout


def test_sarif_describes_the_rules_that_have_results(called: Called, bad: Path) -> None:
    result = called("check", "--output-format", "sarif", bad)
    (run,) = json.loads(result.stdout)["runs"]
    infos = {info.code: info for info in rule_infos()}
    rules = run["tool"]["driver"]["rules"]
    assert {r["id"] for r in rules} == {r["ruleId"] for r in run["results"]}
    assert all(r["help"]["markdown"] == infos[r["id"]].manual.strip() for r in rules)
    assert run["artifacts"][0]["location"]["uri"] == "mails/b.xml"


def test_a_clean_run_imports_no_rule_about_syntax(good: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLEAN_RUN, good],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_byte_order_mark_takes_the_suggestions_away(
    called: Called, tmp_path: Path
) -> None:
    document = b"<entry xmlns='http://www.w3.org/2005/Atom' a=1/>"
    found = []
    for bom in (b"", b"\xef\xbb\xbf"):
        (tmp_path / "x.xml").write_bytes(bom + document)
        result = called("check", "--output-format", "rdjson", "x.xml")
        diagnostics = json.loads(result.stdout)["diagnostics"]
        found.append(any("suggestions" in each for each in diagnostics))
    assert found == [True, False]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux")
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_name_may_be_any_bytes(
    called: Called, tmp_path: Path, bad: Path, name: str
) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff\n.xml"
    with open(odd, "wb") as file:
        file.write(bad.read_bytes())
    result = called("check", "--output-format", name, os.fsdecode(odd))
    assert result.exit_code == 1
    assert "CTC203" in result.stdout


def test_all_rules_are_described() -> None:
    infos = rule_infos()
    assert [info.code for info in infos] == [rule.code for rule in all_rules()]
    assert all(info.manual.strip().startswith(info.summary) for info in infos)
    assert all(info.summary and info.group for info in infos)


def test_without_a_checkout_paths_are_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert project_root() == str(tmp_path)


@pytest.mark.parametrize("variable", CHECKOUTS)
def test_in_a_folder_of_a_checkout_they_are_from_its_root(
    called: Called,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
) -> None:
    monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.chdir(folder)
    result = called("check", "--output-format", "gitlab", "b.xml")
    paths = {issue["location"]["path"] for issue in json.loads(result.stdout)}
    assert paths == {"mails/b.xml"}


def test_a_checkout_elsewhere_is_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    monkeypatch.chdir(tmp_path)
    assert project_root() == str(tmp_path)


def test_where_the_folder_is_gone_paths_stay_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert project_root() == os.sep
