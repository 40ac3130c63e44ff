"""The pages on resources: they are as the schemas and the rules are, and lint clean."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest
from fixture_file import ROOT

from ctct_lint import lint
from ctct_lint.profiles.ctct.resources import RESOURCES, Resource

PAGES = ROOT / "docs" / "resources"
KNOWN = [r for r in RESOURCES if r.payload and not r.is_document]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return the script that writes the pages."""
    spec = spec_from_file_location("resource_pages", ROOT / "docs" / "resources.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_pages_are_those_that_the_script_writes(script: ModuleType) -> None:
    written = {path.name: path.read_text("utf-8") for path in PAGES.iterdir()}

    assert script.pages() == written


@pytest.mark.parametrize("resource", KNOWN, ids=lambda r: r.payload)
def test_example_of_a_page_is_in_order(script: ModuleType, resource: Resource) -> None:
    sent_for = [o.value for o in sorted(resource.sent_for, key=lambda o: o.value)]
    operation = (*sent_for, "response")[0]

    assert lint(script.example(resource), operation=operation) == []


@pytest.mark.parametrize(
    ("page", "idle"),
    [
        ("Campaign", {"CTC720", "CTC725"}),
        ("ContactList", {"CTC720"}),
        ("Folder", set()),
        ("Activity", {"CTC422", "CTC725"}),
        ("AttendanceStatus", {"CTC422", "CTC725"}),
    ],
)
def test_rules_that_have_nothing_to_look_at_are_not_named(
    page: str, idle: set[str]
) -> None:
    text = (PAGES / f"{page}.md").read_text("utf-8")

    assert {c for c in ("CTC422", "CTC720", "CTC725") if c not in text} == idle
