"""Ids that are almost the URI of a list or an address: what differs is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
BASE = "http://api.constantcontact.com/ws/customers/greenleaf/"
LIST, EMAIL = f'{BASE}lists/3"', f'{BASE}settings/emailaddresses/2"'
OF_LIST, OF_EMAIL = "the URI of a `ContactList`", "the URI of an `Email`"


@pytest.mark.parametrize(
    ("right", "wrong", "message", "title"),
    [
        (
            LIST,
            f'{BASE}lists/3&#160;"',
            f"{OF_LIST} must not hold the character U+00A0",
            "remove the character U+00A0",
        ),
        (
            LIST,
            f'{BASE}lists/&#x200b;3/"',
            f"{OF_LIST} must not hold the character U+200B",
            "remove the character U+200B",
        ),
        (
            LIST,
            f'{BASE}lists/ 3"',
            f"{OF_LIST} must not hold a blank",
            "remove the blank",
        ),
        (
            LIST,
            f'{BASE}lis&#10;ts/3"',
            f"{OF_LIST} must not hold a line break",
            "remove the line break",
        ),
        (
            LIST,
            f'{BASE}lists/3/"',
            f"{OF_LIST} must not end with a `/`",
            "remove the `/`",
        ),
        (
            EMAIL,
            f'{BASE}settings/emailaddresses/2/"',
            f"{OF_EMAIL} must not end with a `/`",
            "remove the `/`",
        ),
        (
            LIST,
            f'{BASE}list/3"',
            "`list/3` at the end of the URI is not `lists/{n}`",
            "write `lists/3`",
        ),
        (
            EMAIL,
            f'{BASE}settings/emailaddress/2"',
            (
                "`settings/emailaddress/2` at the end of the URI is not "
                "`settings/emailaddresses/{n}`"
            ),
            "write `settings/emailaddresses/2`",
        ),
    ],
)
def test_the_part_that_differs_is_named(
    right: str, wrong: str, message: str, title: str
) -> None:
    text = (
        (VALID / "campaign-html.create.xml")
        .read_text()
        .replace('/ws/customers/greenleaf/lists/3" rel', 'x" rel')
    )
    broken = text.replace(f'id="{right}', f'id="{wrong}', 1)

    (found,) = [one for one in lint(broken) if one.code == "CTC407"]

    assert found.message == message
    (fix,) = found.fixes
    assert (fix.title, fix.applicability) == (title, Applicability.UNSAFE)
    assert apply_edits(broken, edits_of([ChosenFix(found, fix)])) == text


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("contacts/3", "`contacts/3` at the end of the URI is not `lists/{n}`"),
        ("list/x y", "`http://api.constantcontact.com/ws/custo…` is not " + OF_LIST),
        ("lists/3/4", "`lists/3/4` at the end of the URI is not `lists/{n}`"),
    ],
)
def test_where_it_is_not_clear_nothing_is_offered(wrong: str, message: str) -> None:
    text = (VALID / "contact.create.xml").read_text()

    (found,) = lint(text.replace("lists/3", wrong))

    assert (found.message, found.fixes) == (message, ())
