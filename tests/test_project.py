"""What a project says about itself: licence, workflows, how to contribute, releases."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from fixture_file import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*-*.yml"))
ACTIONS = [*WORKFLOWS, *GITHUB.glob("actions/*/action.yml")]
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
    if path.name != "CHANGELOG.md"
)
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def workflow(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return read


def test_licence_is_the_one_that_the_package_names() -> None:
    assert PROJECT["project"]["license"] == "MIT"
    assert PROJECT["project"]["license-files"] == ["LICENSE"]
    assert page("LICENSE").startswith("MIT License\n")


def test_what_is_tested_is_what_the_package_says_it_runs_on() -> None:
    python = "Programming Language :: Python :: 3."
    named = [
        f"3.{kind.removeprefix(python)}"
        for kind in PROJECT["project"]["classifiers"]
        if kind.startswith(python)
    ]
    matrix = workflow(GITHUB / "workflows" / "test.yml")["jobs"]["tests"]["strategy"]

    assert matrix["matrix"]["python"] == named
    assert PROJECT["project"]["requires-python"] == f">={named[0]}"


@pytest.mark.parametrize("path", ACTIONS, ids=name_of)
def test_actions_of_others_are_pinned_by_hash(path: Path) -> None:
    used = re.findall(r"uses: .*", path.read_text("utf-8"))

    assert used
    assert [one for one in used if not PINNED.fullmatch(one)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
def test_jobs_get_the_permissions_that_they_name_and_no_others(path: Path) -> None:
    read = workflow(path)

    assert read["permissions"] == {}
    assert all("permissions" in job for job in read["jobs"].values())
    assert all("timeout-minutes" in job for job in read["jobs"].values())


@pytest.mark.parametrize("path", FORMS, ids=name_of)
def test_issue_forms_ask_for_the_document(path: Path) -> None:
    form = workflow(path)
    fields = [one for one in form["body"] if one["type"] != "markdown"]
    needed = {one["id"] for one in fields if one.get("validations", {}).get("required")}

    assert len({one["id"] for one in fields}) == len(fields)
    assert {"document", "version"} <= needed


def test_contributors_run_the_command_of_the_readme() -> None:
    (command,) = re.findall(
        r"^python3 -m venv .* -m tests$", page("README.md"), re.MULTILINE
    )

    assert command in page("CONTRIBUTING.md")


def test_architecture_shows_every_room_from_top_to_bottom() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["type"] == "layers")
    rows = re.findall(r"^\| (`.*`) \|", page("docs/architecture.md"), re.MULTILINE)
    rooms = [set(re.findall(r"`(\w+)`", row)) for row in rows]

    assert rooms == [set(layer.split(" | ")) for layer in layers if layer != "version"]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_no_page_names_a_release_that_is_none(path: Path) -> None:
    """A release is what the changelog has a date for."""
    released = re.findall(r"^## \[([\d.]+)\] - ", page("CHANGELOG.md"), re.MULTILINE)
    named = re.findall(
        r"(?:ctct-lint[^ @]*@|rev: )v?([\d.]+\d)", path.read_text("utf-8")
    )

    assert [one for one in named if one not in released] == []
