"""`--output-format json`: the shape that editors read, checked strictly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from fixture_file import documents

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

ALL = documents("rules") + documents("invalid") + documents("valid")


def assert_reports(reports: Any) -> None:
    assert isinstance(reports, list)
    for report in reports:
        assert set(report) == {"uri", "diagnostics"}
        assert report["uri"] == "stdin:" or report["uri"].startswith("file:///")
        for diagnostic in report["diagnostics"]:
            assert_diagnostic(diagnostic)
        starts = [_start(d) for d in report["diagnostics"]]
        assert starts == sorted(starts)


def assert_diagnostic(diagnostic: dict[str, Any]) -> None:
    required = {"range", "severity", "code", "source", "message", "data"}
    assert required <= set(diagnostic) <= required | {"relatedInformation"}
    assert_range(diagnostic["range"])
    assert diagnostic["severity"] in {1, 2, 3, 4}
    assert diagnostic["code"].startswith("CTC")
    assert diagnostic["source"] == "ctct-lint"
    assert_text(diagnostic["message"])
    for related in diagnostic.get("relatedInformation", ()):
        assert set(related) == {"location", "message"}
        assert set(related["location"]) == {"uri", "range"}
        assert_range(related["location"]["range"])
        assert_text(related["message"])
    assert_data(diagnostic["data"])


def assert_data(data: dict[str, Any]) -> None:
    assert {"name", "path"} <= set(data) <= {"name", "path", "help", "notes", "fixes"}
    assert_text(data["name"])
    assert isinstance(data["path"], str)
    for text in (*data.get("help", ()), *data.get("notes", ())):
        assert_text(text)
    for fix in data.get("fixes", ()):
        assert set(fix) == {"title", "applicability", "edits"}
        assert_text(fix["title"])
        assert fix["applicability"] in {"safe", "unsafe"}
        assert fix["edits"]
        for edit in fix["edits"]:
            assert set(edit) == {"range", "newText"}
            assert_range(edit["range"])
            assert isinstance(edit["newText"], str)


def assert_range(found: dict[str, Any]) -> None:
    assert set(found) == {"start", "end"}
    for position in found.values():
        assert set(position) == {"line", "character"}
        assert all(type(n) is int and n >= 0 for n in position.values())
    assert _position(found["start"]) <= _position(found["end"])


def assert_text(text: object) -> None:
    assert isinstance(text, str)
    assert text


def _position(found: dict[str, int]) -> tuple[int, int]:
    return found["line"], found["character"]


def _start(diagnostic: dict[str, Any]) -> tuple[int, int]:
    return _position(diagnostic["range"]["start"])


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_output_has_the_shape_of_the_contract(called: Called, path: Path) -> None:
    reports = json.loads(called("check", "--output-format=json", path).stdout)

    assert_reports(reports)
    assert [r["uri"] for r in reports] == [path.as_uri()]


def test_all_files_are_one_array_in_the_order_of_arguments(
    called: Called, good: Path, bad: Path
) -> None:
    output = called("check", "--output-format=json", bad, good, "missing.xml")
    reports = json.loads(output.stdout)

    assert output.exit_code == 2
    assert [r["uri"] for r in reports] == [bad.as_uri(), good.as_uri()]
    assert [len(r["diagnostics"]) for r in reports] == [3, 0]


def test_nothing_to_check_is_an_empty_array(called: Called) -> None:
    assert json.loads(called("check", "--output-format=json", "no.xml").stdout) == []


def test_characters_are_utf16_units_from_0(called: Called, bad: Path) -> None:
    text = bad.read_text("utf-8").replace("<GreetingName>", "🍞<GreetingName>")
    bad.write_text(text, "utf-8")
    options = ("--output-format=json", "--select=CTC203")
    ((diagnostic,),) = (
        report["diagnostics"]
        for report in json.loads(called("check", *options, bad).stdout)
    )

    assert diagnostic["range"] == {
        "start": {"line": 15, "character": 22},
        "end": {"line": 15, "character": 32},
    }


def test_uri_of_an_odd_name_is_escaped(called: Called, bad: Path) -> None:
    odd = bad.with_name("a b#ü%.xml")
    bad.rename(odd)
    (report,) = json.loads(called("check", "--output-format=json", odd).stdout)

    assert report["uri"] == odd.as_uri()
    assert report["uri"].endswith("a%20b%23%C3%BC%25.xml")


def test_rules_as_json(called: Called) -> None:
    rules = json.loads(called("rules", "--output-format", "json").stdout)

    assert [r["code"] for r in rules] == sorted(r["code"] for r in rules)
    assert {frozenset(r) for r in rules} == {
        frozenset(
            {
                "code",
                "name",
                "group",
                "severity",
                "summary",
                "operations",
                "evidence",
                "source",
            }
        )
    }
    (one,) = (r for r in rules if r["code"] == "CTC406")
    assert one == {
        "code": "CTC406",
        "name": "status-on-create",
        "group": "campaign",
        "severity": "info",
        "summary": "A new campaign has a `Status` other than Draft.",
        "operations": ["create"],
        "evidence": "staff answer",
        "source": "developer forum: 400 Error, please check my xml",
    }
