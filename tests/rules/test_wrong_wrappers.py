"""Payloads whose parts are called otherwise: nothing that they hold is removed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN, CONTACT = "campaign-html.create.xml", "contact.create.xml"
FEED = "list-feed.response.xml"


def renamed(file: str, name: str, wrong: str) -> tuple[str, str]:
    """Return a valid document, and it with other names for the elements of one."""
    text = (VALID / file).read_text()
    return text, re.sub(rf"(</?){name}(?=[ />])", rf"\1{wrong}", text)


def mended(text: str) -> str:
    made = mend(text.encode(), lint, set(Applicability))
    return made.data.decode()


@pytest.mark.parametrize(
    ("file", "name", "wrong"),
    [
        *((CAMPAIGN, "content", w) for w in ("body", "payload", "data", "xml-content")),
        (CONTACT, "content", "body"),
        *((CONTACT, "ContactLists", w) for w in ("Recipients", "To", "SendTo")),
        *((CAMPAIGN, "ContactLists", w) for w in ("MyLists", "SendTo")),
        (CAMPAIGN, "FromEmail", "FromAddr"),
        (CAMPAIGN, "Email", "Adr"),
        (CAMPAIGN, "FromName", "SenderTitle"),
        (CAMPAIGN, "Subject", "Title"),
        (CONTACT, "updated", "modified"),
        (CONTACT, "updated", "pubDate"),
        ("schedule.create.xml", "author", "creator"),
        ("list.create.xml", "Name", "Label"),
        (FEED, "entry", "Foo"),
    ],
)
def test_the_right_name_is_written(file: str, name: str, wrong: str) -> None:
    text, broken = renamed(file, name, wrong)
    found = lint(broken)

    assert {one.code for one in found} <= {"CTC201", "CTC202"}
    assert len(found) == broken.count(f"</{wrong}>")
    assert mended(broken) == text


def test_what_may_be_what_lacks_is_kept_and_nothing_made_up() -> None:
    _, broken = renamed(CAMPAIGN, "EmailContent", "item")

    assert [(one.code, one.help[0][:30], one.fixes) for one in lint(broken)] == [
        ("CTC207", "add `<EmailContent>`: the mess", ()),
        ("CTC201", "did you mean `EmailContent`, w", ()),
    ]
