"""A text or an attribute on the wrong side of a tag's end, and a slash for a `<`."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulebook import mended
from said import underlined, written_by_fixes

from ctct_lint import lint

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")
LISTS = "http://api.constantcontact.com/ws/customers/greenleaf/lists/3"


def said(old: str, new: str) -> list[tuple[str, ...]]:
    text = CONTACT.replace(old, new, 1)
    assert text != CONTACT
    return written_by_fixes(text, lint(text, operation="create"))


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("<FirstName: Rosa>", "</FirstName>"),
        ("<FirstName:  Rosa />", "</FirstName>"),
        ("<FirstName: Rosa></FirstName>", ""),
    ],
)
def test_text_behind_a_name_and_a_colon(written: str, end: str) -> None:
    ((code, at, before, behind),) = said("<FirstName>Rosa</FirstName>", written)

    assert (code, at.split(), before, behind) == ("CTC113", [":", "Rosa"], ">", end)


@pytest.mark.parametrize("written", ["<Contacts: all of them>", "<FirstName: a='b'>"])
def test_other_tags_with_a_colon(written: str) -> None:
    told = said("<FirstName>Rosa</FirstName>", written)

    assert not any(one[2:3] == (">",) for one in told)


def test_end_of_a_tag_before_its_attributes() -> None:
    assert said("<ContactList id=", "<ContactList> id=") == [("CTC113", ">", "")]


def test_end_of_a_tag_behind_some_of_its_attributes() -> None:
    written = f'<ContactList a="b"> id="{LISTS}"/>'

    told = said(f'<ContactList id="{LISTS}"/>', written)

    assert ("CTC113", ">", "") in told
    assert [one[0] for one in told] == ["CTC209", "CTC113"]


def test_text_that_looks_like_an_attribute_stays_one() -> None:
    text = CONTACT.replace(">Rosa</FirstName>", '> a="b"></FirstName>').replace(
        "</Contact>", ""
    )

    assert [d.code for d in lint(text, operation="create")] == ["CTC102"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Rosa//", "Rosa</"),
        # The first slash is that of the address.
        ("http://rosa.example//", "http://rosa.example/</"),
        ("rosa.example//", "rosa.example/</"),
    ],
)
def test_slash_in_the_place_of_the_first_sign_of_an_end_tag(
    written: str, right: str
) -> None:
    text = CONTACT.replace("Rosa</", written)

    (told,) = lint(text, operation="create")

    assert (told.code, underlined(text, told)) == ("CTC102", "FirstName")
    assert mended(text, told.fixes[0]) == CONTACT.replace("Rosa</", right)
