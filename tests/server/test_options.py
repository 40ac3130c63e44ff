"""The client's settings, however they are written, become the options of `check`."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from ctct_lint.model.severity import Severity
from ctct_lint.server.folders import Folders
from ctct_lint.server.options import ReadOptions, read_options
from ctct_lint.server.settings import ClientSettings
from ctct_lint.session.request import Request


@pytest.mark.parametrize(
    ("settings", "request_"),
    [
        ({}, Request()),
        ({"operation": "update"}, Request(operation="update")),
        (
            {"select": ["CTC2", "malformed-date"]},
            {"select": ("CTC2", "malformed-date")},
        ),
        ({"ignore": "CTC2, CTC405,"}, {"ignore": ("CTC2", "CTC405")}),
        ({"severity": {"CTC405": "info"}}, {"severity": (("CTC405", 3),)}),
        (
            {"perFileIgnores": {"old/*": ["CTC4"]}},
            {"per_file_ignores": (("old/*", ("CTC4",)),)},
        ),
        (
            {"per-file-ignores": {"old/*": ["CTC4"]}},
            {"per_file_ignores": (("old/*", ("CTC4",)),)},
        ),
        ({"extend_exclude": ["x/"]}, {"extend_exclude": ("x/",)}),
        ({"respectGitignore": False}, {"respect_gitignore": False}),
        ({"isolated": True}, {"isolated": True}),
        ({"config": "ci.toml"}, {"config": "/mails/ci.toml"}),
        ({"schema": "/schemas/a.xsd"}, {"schema": "/schemas/a.xsd"}),
        ({"profile": "ctct"}, {"profile": "ctct"}),
        ({"baseline": "known.json"}, {"baseline": "/mails/known.json"}),
        ({"now": "never"}, {"now": datetime.min}),  # noqa: DTZ901
        (
            {"now": "2011-10-03T06:30:00Z"},
            {"now": datetime(2011, 10, 3, 6, 30, tzinfo=timezone.utc)},
        ),
        # Editors have values for what nobody has set.
        ({"select": None, "ignore": [], "operation": "", "severity": {}}, Request()),
        ({"trace": {"server": "off"}, "path": "/usr/bin/ctct-lint"}, Request()),
    ],
)
def test_settings_are_read(settings: dict[str, Any], request_: Any) -> None:
    if isinstance(request_, dict):
        request_ = Request(**request_)

    assert read_options(settings, "/mails") == ReadOptions(request_)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        (
            {"operation": "updat"},
            "`operation`: unknown value `updat`; did you mean `update`?",
        ),
        ({"select": ["CTX2"]}, "`select`: no rule has the code or name `CTX2`; "),
        ({"select": 7}, "`select`: must be an array, not an integer"),
        ({"severity": "error"}, "`severity`: must be a table, not a string"),
        ({"isolated": "yes"}, "`isolated`: must be `true` or `false`, not a string"),
        ({"schema": ["a.xsd"]}, "`schema`: must be a string, not an array"),
        ({"now": "soon"}, "`now`: 'soon' is no time such as 2011-10-03T06:30:00Z"),
    ],
)
def test_what_is_wrong_is_told_and_does_not_count(
    settings: dict[str, Any], problem: str
) -> None:
    request, problems = read_options({**settings, "ignore": ["CTC4"]}, "")

    assert request == Request(ignore=("CTC4",))
    assert [said[: len(problem)] for said in problems] == [problem]


def test_the_last_word_on_an_option_counts() -> None:
    folders = Folders()
    settings = ClientSettings(folders)
    settings.initial = {"operation": "create", "select": ["CTC2"]}
    settings.later = {"ctct-lint": {"operation": "update"}}
    settings.of_folder = {"/b": {"select": ["CTC4"]}, "/c": 7}
    settings.paths = ("/a", "/b", "/c")
    assert settings.arrange() == []

    common = Request(operation="update", select=("CTC2",))
    assert [folder.request for folder in folders] == [
        common._replace(paths=("/a",), folder="/a"),
        common._replace(paths=("/b",), folder="/b", select=("CTC4",)),
        common._replace(paths=("/c",), folder="/c"),
    ]
    assert folders.of("/x/a.xml").request == common._replace(paths=(".",))


@pytest.mark.parametrize("nothing", [None, 7, [], {"ctct-lint": None}])
def test_settings_of_no_shape_are_none(nothing: Any) -> None:
    settings = ClientSettings(Folders())
    settings.initial = nothing

    assert settings.arrange() == []


def test_one_problem_of_all_folders_is_told_once() -> None:
    settings = ClientSettings(Folders())
    settings.initial = {"now": "soon"}
    settings.paths = ("/a", "/b")

    assert len(settings.arrange()) == 1


def test_severities_are_those_of_the_model() -> None:
    request, _ = read_options({"severity": {"CTC4": "hint"}}, "")

    assert request.severity == (("CTC4", Severity.HINT),)
