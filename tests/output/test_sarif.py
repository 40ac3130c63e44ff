from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import sarif_om  # type: ignore[import-untyped]
from systems import posix

from ctct_lint.model.diagnostic import Diagnostic, Label, Severity
from ctct_lint.output.context import Failure, RuleInfo
from ctct_lint.output.formats import FORMATS
from ctct_lint.output.report import FileReport, Lines
from ctct_lint.output.sarif_rule import descriptor
from ctct_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range
    from ctct_lint.output.context import RenderContext

    At = Callable[..., Range]

# The official schema is too large to keep a copy; where one lies at hand it is asked.
_NEAR = Path(__file__).parents[3] / "shared/reference/sarif-schema-2.1.0.json"
SCHEMA = Path(os.environ.get("SARIF_SCHEMA", _NEAR))
FILE = {"uri": "x/a%0A%2Cb%3A%25.xml", "uriBaseId": "%SRCROOT%"}
ARTIFACT = {**FILE, "index": 0}


# The classes of the object model by the properties that hold their instances.
CLASSES = {
    "artifactChanges": "ArtifactChange",
    "artifactLocation": "ArtifactLocation",
    "artifacts": "Artifact",
    "defaultConfiguration": "ReportingConfiguration",
    "deletedRegion": "Region",
    "description": "Message",
    "driver": "ToolComponent",
    "fixes": "Fix",
    "fullDescription": "MultiformatMessageString",
    "help": "MultiformatMessageString",
    "insertedContent": "ArtifactContent",
    "invocations": "Invocation",
    "location": "ArtifactLocation",
    "locations": "Location",
    "logicalLocations": "LogicalLocation",
    "message": "Message",
    "physicalLocation": "PhysicalLocation",
    "region": "Region",
    "relatedLocations": "Location",
    "replacements": "Replacement",
    "results": "Result",
    "rules": "ReportingDescriptor",
    "runs": "Run",
    "shortDescription": "MultiformatMessageString",
    "tool": "Tool",
    "toolExecutionNotifications": "Notification",
}


def read(class_: str, value: dict[str, Any]) -> Any:
    """Return an object of the model; KeyError and TypeError for what does not fit."""
    model = getattr(sarif_om, class_)
    attributes = model.__attrs_attrs__
    names = {each.metadata["schema_property_name"]: each.name for each in attributes}
    return model(**{names[key]: inside(key, each) for key, each in value.items()})


def inside(key: str, value: Any) -> Any:
    if key not in CLASSES:
        return value
    if isinstance(value, list):
        return [read(CLASSES[key], each) for each in value]
    return read(CLASSES[key], value)


def log_of(context: RenderContext, *reports: FileReport) -> Any:
    output = "".join(FORMATS["sarif"](reports, context))
    assert output.isascii()
    assert "##" not in output
    log = json.loads(output)
    assert read("SarifLog", log).version == "2.1.0"
    if SCHEMA.is_file():
        validate(log)
    return log


def validate(log: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    formats = jsonschema.FormatChecker()
    jsonschema.Draft4Validator(schema, format_checker=formats).validate(log)


def run_of(context: RenderContext, *reports: FileReport) -> Any:
    (run,) = log_of(context, *reports)["runs"]
    return run


def one(at: At, text: str, needle: str, **more: Any) -> FileReport:
    found = Diagnostic(at(text, needle), Severity.ERROR, "CTC203", "bad-b", "m", **more)
    return FileReport("/w/a.xml", "file:///w/a.xml", Lines(text), (found,))


def region(*numbers: int) -> dict[str, int]:
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    return dict(zip(keys, numbers, strict=True))


def place(*numbers: int) -> dict[str, Any]:
    physical = {"artifactLocation": ARTIFACT, "region": region(*numbers)}
    return {"physicalLocation": physical}


@posix
def test_a_log_says_what_it_is(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    log = log_of(context, *hostile)
    (run,) = log.pop("runs")
    assert log == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json",
        "version": "2.1.0",
    }
    del run["results"], run["tool"]
    assert run == {
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"%SRCROOT%": {"uri": "file:///w/"}},
        "artifacts": [
            {"location": FILE, "roles": ["analysisTarget"]},
            {
                "location": {"uri": "clean.xml", "uriBaseId": "%SRCROOT%"},
                "roles": ["analysisTarget"],
            },
        ],
        "invocations": [{"executionSuccessful": True}],
        "newlineSequences": ["\r\n", "\n", "\r"],
    }


def test_a_diagnostic_is_a_result(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    inert = (
        r"`::error::x\r\n\x23#[e]]]>\x1b[31m\x00\u202e"
        "\ufffe"
        r'\udc80<b>&"100%, [l] (u){{0}}`'
    )
    first, second, third = run_of(context, *hostile)["results"]
    assert first == {
        "ruleId": "CTC203",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": f"{inert} is wrong\n"
            r"[in \[this\] (x)](0)"
            f"\nhelp: write `c`\nnote: not {inert}"
        },
        "locations": [
            {
                **place(2, 6, 2, 7),
                "logicalLocations": [
                    {"fullyQualifiedName": "/a/\U0001f389", "kind": "element"}
                ],
            }
        ],
        "relatedLocations": [
            {"id": 0, **place(1, 2, 1, 3), "message": {"text": "in [this] (x)"}}
        ],
        "fixes": [
            {
                "description": {"text": "remove `b`"},
                "artifactChanges": [
                    {
                        "artifactLocation": ARTIFACT,
                        "replacements": [{"deletedRegion": region(2, 5, 2, 11)}],
                    }
                ],
                "properties": {"applicability": "safe"},
            },
            {
                "description": {"text": "rename both"},
                "artifactChanges": [
                    {
                        "artifactLocation": ARTIFACT,
                        "replacements": [
                            {
                                "deletedRegion": region(2, 3, 2, 5),
                                "insertedContent": {"text": "c"},
                            },
                            {
                                "deletedRegion": region(4, 8, 4, 10),
                                "insertedContent": {"text": "c"},
                            },
                        ],
                    }
                ],
                "properties": {"applicability": "unsafe"},
            },
        ],
        "partialFingerprints": {
            "elementPath/v1": "094c341fc4b8dd20ceefc7a52b9a58ea",
            "primaryLocationLineHash": "ad8db3ee139dd2e3:1",
        },
    }
    assert second == {
        "ruleId": "CTC110",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "m"},
        "locations": [place(2, 12, 4, 6)],
        "partialFingerprints": {
            "elementPath/v1": "47f3e382ffd5d67f6ca46d828155ed15",
            "primaryLocationLineHash": "ad8db3ee139dd2e3:1",
        },
    }
    assert (third["level"], third["locations"]) == ("note", [place(5, 1, 5, 5)])


def test_the_rules_are_those_that_have_results(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    report = hostile[0]._replace(diagnostics=hostile[0].diagnostics[:2])
    driver = run_of(context, report, report)["tool"]["driver"]
    manual = "Bs.\n\n## Why\n\nThey are\nbad.\n\n## How to fix it\n\nNo bs."
    assert driver == {
        "name": "ctct-lint",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": "CTC203",
                "name": "bad-b",
                "shortDescription": {"text": "Bs."},
                "fullDescription": {"text": "Bs. They are bad."},
                "help": {"text": manual, "markdown": manual},
                "defaultConfiguration": {"level": "error"},
                "properties": {
                    "tags": ["schema"],
                    "precision": "very-high",
                    "problem.severity": "error",
                },
            },
            {
                "id": "CTC110",
                "name": "bad-text",
                "shortDescription": {"text": "Text."},
                "fullDescription": {"text": "Text."},
                "help": {"text": "Text.", "markdown": "Text."},
                "defaultConfiguration": {"level": "warning"},
                "properties": {
                    "tags": ["syntax"],
                    "precision": "high",
                    "problem.severity": "warning",
                },
            },
        ],
    }


def test_a_rule_nobody_knows_has_its_code(at: At, context: RenderContext) -> None:
    run = run_of(context._replace(rules=tuple), one(at, "b", "b"))
    assert run["tool"]["driver"]["rules"] == [{"id": "CTC203"}]


def test_a_rule_leads_to_its_published_page(at: At, context: RenderContext) -> None:
    published = context._replace(rule_pages="https://docs.example.org/{code}.html")
    (rule,) = run_of(published, one(at, "b", "b"))["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://docs.example.org/CTC203.html"


def test_descriptions_are_as_long_as_github_takes() -> None:
    rule = RuleInfo("CTC1", "n", Severity.HINT, "s" * 1025, "s", "g")
    shape = descriptor(rule)
    assert shape["shortDescription"]["text"] == "s" * 1023 + "…"
    assert shape["fullDescription"]["text"] == "s" * 1023 + "…"
    assert shape["properties"]["problem.severity"] == "recommendation"


def test_without_results_no_rule_is_asked_for(
    hostile: tuple[FileReport, ...], context: RenderContext
) -> None:
    def asked() -> list[RuleInfo]:
        raise AssertionError

    for reports in ([], hostile[1:]):
        run = run_of(context._replace(rules=asked), *reports)
        assert run["results"] == run["tool"]["driver"]["rules"] == []
        assert "newlineSequences" not in run


def test_the_lines_of_most_files_end_as_sarif_has_it(
    at: At, context: RenderContext
) -> None:
    run = run_of(context, one(at, "a\r\nb\n", "b"))
    assert "newlineSequences" not in run


@pytest.mark.parametrize(
    ("name", "uri", "location"),
    [
        ("<stdin>", "stdin:", {"uri": "stdin:"}),
        ("/v/a b.xml", "file:///v/a%20b.xml", {"uri": "file:///v/a%20b.xml"}),
    ],
)
def test_what_is_not_below_the_root_has_its_whole_uri(
    at: At, context: RenderContext, name: str, uri: str, location: dict[str, str]
) -> None:
    run = run_of(context, one(at, "b", "b")._replace(name=name, uri=uri))
    (artifact,) = run["artifacts"]
    assert artifact["location"] == location
    (result,) = run["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {**location, "index": 0}


def test_results_name_their_own_file(
    hostile: tuple[FileReport, ...], at: At, context: RenderContext
) -> None:
    run = run_of(context, hostile[1], one(at, "b", "b"))
    (result,) = run["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {
        "uri": "a.xml",
        "uriBaseId": "%SRCROOT%",
        "index": 1,
    }


def test_a_file_that_is_given_twice_is_one_artifact(
    at: At, context: RenderContext
) -> None:
    run = run_of(context, *[one(at, "b", "b")] * 2)
    indices = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
        for result in run["results"]
    ]
    assert (len(run["artifacts"]), indices) == (1, [0, 0])


@pytest.mark.parametrize(
    ("number", "places", "last"),
    [
        (8, 8, "[r](7)"),
        (9, 9, "and 1 more place"),
        (101, 100, "and 93 more places"),
    ],
)
def test_of_many_places_the_first_are_linked(
    at: At, context: RenderContext, number: int, places: int, last: str
) -> None:
    related = (Label(at("b", "b"), "r"),) * number
    (result,) = run_of(context, one(at, "b", "b", related=related))["results"]
    links = [f"[r]({index})" for index in range(8)]
    said = result["message"]["text"].split("\n")
    assert said == ["m", *links, *([] if last in links else [last])]
    assert [each["id"] for each in result["relatedLocations"]] == list(range(places))


def test_other_bytes_have_no_hash_of_github(at: At, context: RenderContext) -> None:
    report = one(at, "b", "b")._replace(is_plain=False)
    (result,) = run_of(context, report)["results"]
    assert list(result["partialFingerprints"]) == ["elementPath/v1"]


def test_an_empty_document_has_a_region(at: At, context: RenderContext) -> None:
    (result,) = run_of(context, one(at, "", ""))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["region"] == region(1, 1, 1, 1)


def test_a_crash_is_no_success(at: At, context: RenderContext) -> None:
    found = Diagnostic(at("b", "b"), Severity.ERROR, "CTC902", "internal-error", "m")
    report = FileReport("a", "file:///w/a", Lines("b"), (found,))
    run = run_of(context, report)
    assert run["invocations"] == [{"executionSuccessful": False}]


def test_what_could_not_be_read_is_notified(context: RenderContext) -> None:
    failures = [Failure("gone\n.xml", "no such file")]
    run = run_of(context._replace(failures=lambda: failures))
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "cannot check gone\\n.xml: no such file"},
                }
            ],
        }
    ]
