"""A text that is written as an attribute is one fault, and is read all the same."""

from __future__ import annotations

import re

import pytest
from said import written_by_fixes
from valid import text_of

from ctct_lint import lint

LISTS = "http://api.constantcontact.com/ws/customers/greenleaf/lists/3"


def as_attribute(text: str, name: str, attribute: str) -> tuple[str, str]:
    """Return a text with the first text of an element as its attribute, and that."""
    found = re.search(rf"<{name}>([^<]+)</{name}>", text)
    assert found is not None
    written = f'<{name} {attribute}="{found[1]}"/>'
    return text[: found.start()] + written + text[found.end() :], found[1]


@pytest.mark.parametrize(
    ("name", "attribute"),
    [
        ("PermissionReminder", "value"),
        ("OrganizationName", "name"),
        ("OrganizationState", "val"),
        ("EmailContentFormat", "value"),
        ("updated", "value"),
        ("id", "value"),
    ],
)
def test_text_as_an_attribute_is_one_fault(name: str, attribute: str) -> None:
    text, value = as_attribute(text_of("campaign-html.create.xml"), name, attribute)

    assert written_by_fixes(text, lint(text, operation="create")) == [
        ("CTC209", attribute, "", f">{value}</{name}>")
    ]


def test_what_a_document_is_for_is_told_by_such_a_text_as_well() -> None:
    text, _ = as_attribute(text_of("contact.update.xml"), "id", "value")

    assert [d.code for d in lint(text)] == ["CTC209"]


@pytest.mark.parametrize(
    "written",
    [
        '<OrganizationState id="VT"/>',
        '<OrganizationState a="VT" b="us"/>',
        '<OrganizationState foo="1"/>',
        "<OrganizationState/>",
    ],
)
def test_other_fields_are_empty(written: str) -> None:
    text = text_of("campaign-html.create.xml")
    text = re.sub("<OrganizationState>.*</OrganizationState>", written, text)

    assert "CTC401" in {d.code for d in lint(text, operation="create")}


@pytest.mark.parametrize("name", ["Email", "ContactList"])
def test_id_of_another_namespace(name: str) -> None:
    text = text_of("campaign-html.create.xml").replace(f"<{name} id", f"<{name} xml:id")

    (told, *_) = found = written_by_fixes(text, lint(text, operation="create"))

    assert told == ("CTC210", "xml:id", "id")
    assert set(found) == {told}


@pytest.mark.parametrize("end", ["/>", "></ContactLists>"])
def test_element_with_the_name_of_what_is_round_it(end: str) -> None:
    text = text_of("contact.create.xml")
    written = f'<ContactLists id="{LISTS}"{end}'
    text = text.replace(f'<ContactList id="{LISTS}"/>', written)

    (told, *_) = written_by_fixes(text, lint(text, operation="create"))

    assert told[:3] == ("CTC202", "ContactLists", "ContactList")
