"""`--statistics` and `--max-diagnostics`: less than everything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called


def test_codes_are_counted_the_most_frequent_first(called: Called, slips: Path) -> None:
    result = called("check", "--statistics", slips)

    assert result.exit_code == 1
    assert result.stdout == (
        "2  CTC203  error    [*]  invalid-enum-value\n"
        "1  CTC205  error    [?]  duplicate-element\n"
        "[*] fixable with --fix, [?] with --unsafe-fixes as well\n"
    )
    assert result.stderr == (
        "3 errors in 1 file checked; 1 fixable with --fix, 1 more with --unsafe-fixes\n"
    )


def test_nothing_to_count_is_nothing_to_show(called: Called, good: Path) -> None:
    assert called("check", "--statistics", good).stdout == ""


def test_without_fixes_there_is_no_legend(called: Called, slips: Path) -> None:
    text = slips.read_text("utf-8").replace("<ViewAsWebpage>no", "<ViewAsWebpage>NO")
    slips.write_text(text, "utf-8")
    result = called("check", "--statistics", "--select=CTC203", slips)

    assert result.stdout == "1  CTC203  error         invalid-enum-value\n"


def test_statistics_are_colored(called: Called, bad: Path) -> None:
    result = called("check", "--statistics", "--select=CTC401", "--color=always", bad)

    assert result.stdout.startswith(
        "1  \x1b[1mCTC401\x1b[0m  \x1b[1;31merror  \x1b[0m "
    )


def test_statistics_as_json(called: Called, slips: Path) -> None:
    result = called("check", "--statistics", "--output-format=json", slips)

    assert json.loads(result.stdout)[0] == {
        "code": "CTC203",
        "name": "invalid-enum-value",
        "severity": "error",
        "count": 2,
        "fixable": 1,
        "unsafely_fixable": 0,
    }


def test_statistics_have_no_other_form(called: Called, bad: Path) -> None:
    result = called("check", "--statistics", "--output-format=sarif", bad)

    assert result.exit_code == 2
    assert (
        "--statistics has the forms concise, full, grouped, narrated" in result.stderr
    )


def test_files_have_the_diagnostics_all_the_same(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    called("check", "--statistics", "--output", "concise=out.txt", bad)

    assert (tmp_path / "out.txt").read_text().count("\n") == 3


@pytest.mark.parametrize("output_format", ["full", "concise", "grouped", "narrated"])
def test_no_more_are_shown_than_asked_for(
    called: Called, folder: Path, output_format: str
) -> None:
    options = ("--output-format", output_format, "--max-diagnostics=4")
    result = called("check", *options, folder)

    assert result.exit_code == 1
    assert result.stdout.count("CTC") == 4
    summary, more = result.stderr.splitlines()
    assert summary.startswith("4 errors, 2 warnings in 3 files checked; ")
    assert more == "2 more not shown (--max-diagnostics)"


def test_formats_for_programs_are_never_cut(called: Called, folder: Path) -> None:
    options = ("--output-format=json", "--max-diagnostics=1")
    result = called("check", *options, folder)

    reports = json.loads(result.stdout)
    assert [len(r["diagnostics"]) for r in reports] == [0, 3, 3]
    assert "not shown" not in result.stderr


def test_enough_room_is_not_spoken_of(called: Called, bad: Path) -> None:
    result = called("check", "--max-diagnostics=3", bad)

    assert "not shown" not in result.stderr
    assert called("check", "--max-diagnostics=0", bad).exit_code == 2
