"""What is told of an element, an attribute or a value."""

from __future__ import annotations

import pytest
from editing.marked import CTCT, ORDERS, campaign, cut, entry, order

from ctct_lint.editing.hover import Hover, hover
from ctct_lint.profiles.profile import Profile

NAME = """\
**Name**, in `Campaign`

The name of the campaign in the account; recipients do not see it. It must be unique \
in the account, and a name that a removed campaign has had cannot be used again. More \
than 80 characters are refused by the later API with the same back end.

- required for: create, update
- type: token
- length: at least 1
- length: at most 80 (known from: v2)
- evidence: documentation: Creating a Campaign"""


def told(document: str, profile: Profile = CTCT) -> Hover | None:
    return hover(*cut(document), profile)


@pytest.mark.parametrize(
    ("document", "at"),
    [
        (campaign("<Na|me>a</Name>"), "Name"),
        (campaign("<|Name>a</Name>"), "Name"),
        (campaign("<Name|>a</Name>"), "Name"),
        (campaign("<Name>a</Na|me>"), "Name"),
        (campaign("<Name>a</Na|me >"), "Name"),
        (campaign("<Name> a| b </Name>"), "a b"),
        (campaign("<Name|"), "Name"),
        (campaign("<Subject><Name|>a</Name>"), "Name"),
    ],
)
def test_a_name_or_a_value_tells_of_its_element(document: str, at: str) -> None:
    text, offset = cut(document)
    found = hover(text, offset, CTCT)
    if "Subject" in document:
        assert found is None
        return
    assert found is not None
    assert text[slice(*found.span)] == at
    assert found.text == NAME


def test_facts_are_told() -> None:
    city = told(campaign("<Organization|City/>"))
    assert city is not None
    assert "- wanted for: create" in city.text
    status = told(campaign("<Sta|tus/>"))
    assert status is not None
    assert "- set by the server, ignored on input" in status.text
    assert "- one of `Draft`, `Running`" in status.text
    edited = told(campaign("<LastEdit|Date/>"))
    assert edited is not None
    assert "- written as: dateTime" in edited.text
    link = told('<entry xmlns="http://www.w3.org/2005/Atom"><publi|shed/></entry>')
    assert link is not None
    assert "- at most 1 in its parent" in link.text
    greeting = told(campaign("<Greeting|Name/>"))
    assert greeting is not None
    assert "- empty, it erases what is stored" in greeting.text


def test_a_payload_is_told_of_as_a_whole() -> None:
    found = told(campaign("").replace("<Campaign ", "<Camp|aign "))
    assert found is not None
    assert found.text.startswith(
        "**Campaign**, in `content`\n\nAn e-mail campaign: its settings"
    )


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            "<or|der xmlns='urn:orders'/>",
            ["**order**", "What a customer wants.", "One sheet each."],
        ),
        (
            "<order xmlns='urn:orders' gi|ft=''/>",
            [
                "**gift**, attribute of `order`",
                "Shall it be wrapped?",
                "- one of `true`, `false`",
            ],
        ),
        (
            "<order xmlns='urn:orders' state='n|ew'/>",
            [
                "**state**, attribute of `order`",
                "How far it is.",
                "- required\n- one of `new`, `paid`, `R&D`",
            ],
        ),
        (order("<number/><po|st/>"), ["**post**, in `order`", "Where it goes."]),
        (order("<num|ber/>"), ["**number**, in `order`", "- type: int"]),
        (
            order("<item co|de=''/>"),
            [
                "**code**, attribute of `item`",
                "- required\n- type: string\n- length: at least 2\n- length: at most 8",
            ],
        ),
        (
            order("<remark ki|nd=''/>"),
            ["**kind**, attribute of `remark`", "- required\n- `private`"],
        ),
    ],
)
def test_a_schema_tells_by_its_annotations_and_types(
    document: str, expected: list[str]
) -> None:
    found = told(document, ORDERS)
    assert found is not None
    assert found.text == "\n\n".join(expected)


def test_an_attribute_of_the_service_has_its_meaning_too() -> None:
    found = told(campaign("").replace("<Campaign ", "<Campaign i|d='' "))
    assert found is not None
    assert found.text == (
        "**id**, attribute of `Campaign`\n\n"
        "The URI of the campaign; ignored on create.\n\n- type: string"
    )


@pytest.mark.parametrize(
    "document",
    [
        "|",
        "<strange|/>",
        "<entry>|</entry>",
        entry("<strange|/>"),
        campaign("| <Name/>"),
        campaign("<Name>|</Name>"),
        campaign("<strange>a|</strange>"),
        campaign("<!-- | -->"),
        campaign("<Name |/>"),
        campaign("<Name stran|ge='' />"),
        campaign("<strange i|d='' />"),
        "</na|me>",
    ],
)
def test_nothing_is_told_of_what_nobody_knows(document: str) -> None:
    assert told(document) is None
