"""What is valid whatever it is, as the schemas declare it: libxml2 must agree."""

from __future__ import annotations

import pytest
from fixture_file import FIXTURES
from lxml import etree

from ctct_lint.schema.catalog import CAMPAIGN, validator
from ctct_lint.schema.free_text import takes_any_text, takes_any_value
from ctct_lint.schema.names import local_name
from ctct_lint.schema.operation import Operation

VALID = FIXTURES / "valid" / "campaign-html.create.xml"
ODD = "\n <b> {1} \N{EURO SIGN}"


@pytest.mark.parametrize(
    ("owner", "name", "is_free"),
    [
        ("Campaign", "Name", True),
        ("Campaign", "EmailContent", True),
        ("Campaign", "OrganizationCountry", True),
        ("Campaign", "GreetingName", False),
        ("Campaign", "ViewAsWebpage", False),
        ("entry", "title", True),
        ("entry", "content", False),
        ("author", "name", True),
        ("Schedule", "ScheduledTime", False),
        ("Schedule", "Name", False),
        ("Campaign", "Nothing", False),
    ],
)
def test_text_without_a_facet_is_free(owner: str, name: str, *, is_free: bool) -> None:
    assert takes_any_text(owner, name) is is_free


@pytest.mark.parametrize(
    ("attribute", "is_free"),
    [("id", True), ("href", True), ("type", False), ("nothing", False)],
)
def test_attribute_without_a_facet_is_free(attribute: str, *, is_free: bool) -> None:
    assert takes_any_value(attribute) is is_free


def test_document_with_any_free_text_is_valid() -> None:
    schema = validator(CAMPAIGN.driver, Operation.CREATE)
    root = etree.parse(VALID).getroot()
    changed = 0
    for element in root.iter(etree.Element):
        parent = element.getparent()
        is_leaf = parent is not None and not len(element)
        if is_leaf and takes_any_text(local_name(parent), local_name(element)):
            element.text = ODD
            changed += 1
        for attribute in filter(takes_any_value, element.keys()):
            element.set(attribute, ODD)
            changed += 1

    assert changed > 30
    assert schema.validate(root), schema.error_log
