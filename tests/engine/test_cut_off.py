"""A document that is cut off, wherever that is, has one fault more, and no other."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from valid import VALID, codes, whole

from ctct_lint import lint

DOCUMENTS = sorted(path.name for path in VALID.glob("*.xml"))
CAMPAIGN = (VALID / "campaign-html.create.xml").read_text("utf-8")


@examples(400)
@given(st.sampled_from(DOCUMENTS), st.floats(0, 1, exclude_max=True))
def test_document_that_is_cut_off_anywhere_has_one_fault_more(
    name: str, share: float
) -> None:
    text, before = whole(name)
    text = text[: 1 + int(share * (len(text) - 1))]

    found = codes(text, name) - before

    is_begun = "CTC130" not in codes(text, name)
    assert found == {"CTC104" if is_begun else "CTC130": 1}, text[-60:]


def test_a_state_is_not_asked_for_where_the_country_may_have_been_cut_off() -> None:
    name = "campaign-great-britain.create.xml"
    text = whole(name)[0].partition("<OrganizationInternationalState>")[0].rstrip()

    assert text.endswith("<OrganizationState/>")
    assert set(codes(text, name)) == {"CTC104"}


# What is said of a campaign that ends with a text, its end aside.
CUT: list[tuple[str, str, list[str]]] = [
    # What stands complete before the end is judged.
    ("Subject", "Fun < more", ["CTC106"]),
    ("Subject", "Fun “more” and", []),
    ("EmailContent", "&lt;html&gt;&lt;body&gt;&lt;script/&gt; a", ["CTC530"]),
    (
        "EmailContent",
        "<![CDATA[<html><body><p onclick='x()'>a",
        ["CTC531"],
    ),
    ("Subject", f"Rye & {'oats ' * 9}", ["CTC107"]),
    ("Nmae", "Spring", ["CTC202"]),
    ("subject", "Spring", ["CTC204"]),
    ("Colour", "red", ["CTC201"]),
    # What is not complete, is not.
    ("GreetingName", "Fir", []),
    ("GreetingName", "", []),
    ("Subject", "Rye &am", []),
    ("Subject", "Rye &#82", []),
    ("Subject", "Rye &", []),
    ("Subject", "Rye <", []),
    ("Subject", "Rye <!", []),
    ("Subject", "Rye <!-", []),
    ("Subject", "Rye “", []),
    # A log says how much it left out.
    ("Subject", "Rye… (2311 more characters)", []),
    ("EmailContent", "<![CD", []),
    ("EmailContent", "<![CDATA[", []),
    ("EmailContent", "<![CDATA[<html", []),
    ("EmailContent", "<![CDATA[<html><body", []),
    ("EmailContent", "<![CDATA[<html><body>a <!-- > b", []),
    ("EmailContent", "<![CDATA[<html><body><img src='a.gif", []),
    ("EmailContent", "&lt;html&gt;&lt;body&gt;&lt;Greeting/&gt;", []),
    ("EmailContent", "&lt;html&gt;&lt;body&gt;&lt;a href=", []),
    ("EmailContent", "&lt;html&gt;&lt;body&gt;a &lt;/bo", []),
    ("EmailContent", "&lt;html&gt;&lt;body&g", []),
    ("EmailContent", "Words", []),
    ("EmailTextContent", "Words", []),
]


@pytest.mark.parametrize(("name", "text", "said"), CUT)
def test_what_is_said_of_the_text_in_which_a_document_ends(
    name: str, text: str, said: list[str]
) -> None:
    begun = CAMPAIGN[: CAMPAIGN.index("<Name>")]

    found = lint(f"{begun}<{name}>{text}")

    assert sorted(d.code for d in found) == sorted([*said, "CTC104"])


TAGS: list[tuple[str, list[str]]] = [
    ("<ContactLists><ContactList id='lists/3'>", ["CTC407"]),
    ("<ContactLists><ContactList colour='red'>", ["CTC209", "CTC208"]),
    ("<ContactLists><ContactList id='lists/3", []),
    ("<ContactLists><ContactList id=", []),
    ("<ContactLists><ContactList id", []),
    ("<ContactLists><ContactLi", []),
    ("<ContactLists><c:ContactList ", []),
    ("<ContactLists>some text", []),
    ("<Subject>a</Subject><Subject>b", ["CTC205"]),
    ("<ContactLists></ContactLists><Subject>a</Subject> and", []),
]


@pytest.mark.parametrize(("tags", "said"), TAGS)
def test_what_is_said_of_the_tags_with_which_a_document_ends(
    tags: str, said: list[str]
) -> None:
    begun = CAMPAIGN[: CAMPAIGN.index("<Name>")]

    found = lint(f"{begun}{tags}")

    assert sorted(d.code for d in found) == sorted([*said, "CTC104"])


def test_name_of_an_open_element_may_be_wrong() -> None:
    begun = CAMPAIGN[: CAMPAIGN.index("</Subject>")]

    found = lint(begun.replace("<Campaign", "<Campain"))

    assert [d.code for d in found] == ["CTC202", "CTC104"]


def test_nothing_is_compared_with_an_id_that_is_not_complete() -> None:
    text = (VALID / "contact.update.xml").read_text("utf-8")
    text = text[: text.index("/contacts/1806</id>") + len("/contacts/18")]

    assert [d.code for d in lint(text, operation="update")] == ["CTC104"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<?xml version="1.0"', ["CTC130"]),
        ("<?xm", ["CTC130"]),
        ("<!-- words", ["CTC130"]),
        ('<?xml version="1.0">', ["CTC126", "CTC130"]),
        ("words <!-- words", ["CTC121", "CTC130"]),
        ("<entry xmlns=", ["CTC104"]),
        ("<atom:entr", ["CTC104", "CTC224"]),
        ("<shop", ["CTC104", "CTC224"]),
        ("<shop/", ["CTC104", "CTC224"]),
        ("<shop / ", ["CTC104", "CTC224"]),
    ],
)
def test_document_that_ends_before_it_has_an_element(
    text: str, said: list[str]
) -> None:
    assert sorted(d.code for d in lint(text)) == said
