"""What has a misspelt attribute is looked at as if the name were right."""

from __future__ import annotations

import pytest

from ctct_lint import lint

URI = "http://api.constantcontact.com/ws/customers/tulips"
ENTRY = (
    '<entry xmlns="http://www.w3.org/2005/Atom"><id>data:,</id><title/><author/>'
    "<updated>2010-01-01T00:00:00Z</updated>"
    '<content type="application/vnd.ctct+xml">{}</content></entry>'
)
CONTACT = (
    '<Contact xmlns="http://ws.constantcontact.com/ns/1.0/"{}>'
    "<EmailAddress>a@example.com</EmailAddress><OptInSource>ACTION_BY_CUSTOMER"
    "</OptInSource><ContactLists>{}</ContactLists></Contact>"
)
LIST = f'<ContactList id="{URI}/lists/1"/>'


def told(own: str, lists: str = LIST) -> list[tuple[str, str]]:
    """Return the codes of what is said of a contact, with what is underlined."""
    text = ENTRY.format(CONTACT.format(own, lists))
    return [
        (one.code, text[one.range.start.offset : one.range.end.offset])
        for one in lint(text)
        if one.code != "CTC304"
    ]


@pytest.mark.parametrize("name", ["ID", "Id", "iD", "\u0456d"])
def test_the_value_is_judged_at_once(name: str) -> None:
    assert told(f" {name}='5'") == [("CTC210", name), ("CTC313", "5")]
    assert told(f" {name}='{URI}/contacts/5'") == [("CTC210", name)]


def test_with_others_around_it() -> None:
    found = told(" xmlns:a='urn:a' Id='5' Foo='1'")
    assert found == [("CTC210", "Id"), ("CTC313", "5"), ("CTC209", "Foo")]


def test_one_that_is_there_is_not_meant() -> None:
    found = told(f" ID='5' id='{URI}/contacts/5'")
    assert found == [("CTC209", "ID")]


def test_each_of_several_is_at_its_place() -> None:
    uri = f"{URI}/lists/1"
    found = told("", f"<ContactList Id='{uri}'/><ContactList ID='{uri}'/>")
    assert found == [("CTC210", "Id"), ("CTC210", "ID"), ("CTC416", uri)]
