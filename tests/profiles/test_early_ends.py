"""What stands behind an element that ends too early is one fault, at the first name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rulebook import mended
from said import messages, underlined

from ctct_lint import lint
from ctct_lint.model.severity import Severity

VALID = Path(__file__).parents[2] / "fixtures" / "valid"

ADDRESS = "`OrganizationName` must stand in `Campaign`, not in `content`"


def early(name: str, last: str, document: str, between: str = "") -> str:
    """Return a valid document with an end tag right behind another one."""
    text = (VALID / document).read_text("utf-8").replace(f"</{name}>", "", 1)
    return re.sub(f"(?<=</{last}>)", f"</{name}>{between}", text, count=1)


def test_what_follows_an_early_end_is_one_fault_at_the_first_of_it() -> None:
    text = early("Campaign", "GreetingString", "campaign-html.create.xml")

    (told,) = lint(text, operation="create")

    assert (told.code, told.message) == ("CTC206", ADDRESS)
    assert (told.severity, underlined(text, told)) == (
        Severity.ERROR,
        "OrganizationName",
    )
    assert told.help == ("move these 19 into `Campaign`",)
    assert len(told.related) == 18
    assert [fix.title for fix in told.fixes] == ["move these 19 into `Campaign`"]
    assert lint(mended(text, told.fixes[0]), operation="create") == []


def test_what_follows_an_early_end_is_judged_as_inside() -> None:
    text = early("Campaign", "GreetingString", "campaign-html.create.xml")
    text = text.replace(">HTML</EmailContentFormat>", ">HTLM</EmailContentFormat>")

    told = lint(text, operation="create")

    assert messages(told) == [ADDRESS, "`HTLM` is not a valid EmailContentFormat"]


def test_what_the_server_can_do_without_is_a_warning() -> None:
    text = early("Contact", "FirstName", "contact.response.xml")

    told = lint(text, operation="response")

    assert [(d.code, d.severity) for d in told] == [("CTC206", Severity.WARNING)]


@pytest.mark.parametrize(
    ("name", "document", "message"),
    [
        # What stands there before, and only once may, belongs in it.
        (
            "source",
            "contact.response.xml",
            "`title` must stand in `source`, not in `entry`",
        ),
        (
            "entry",
            "contacts-feed.response.xml",
            "`title` must stand in `entry`, not in `feed`",
        ),
    ],
)
def test_what_may_stand_round_it_as_well(
    name: str, document: str, message: str
) -> None:
    text = (VALID / document).read_text("utf-8")
    start = text.index(f"<{name}>")
    inside = text[start:].replace(f"</{name}>", "", 1)
    inside = inside.replace("</id>", f"</id></{name}>", 1)

    told = lint(text[:start] + inside, operation="response")

    assert messages(told) == [message]


@pytest.mark.parametrize("between", ["and", '<x xmlns="urn:x"/>', "<Other/>"])
def test_row_with_something_else_in_it_is_none(between: str) -> None:
    text = early("Campaign", "GreetingString", "campaign-html.create.xml", between)

    assert len(lint(text, operation="create")) > 10


def test_single_element_behind_is_in_the_wrong_place_itself() -> None:
    text = early("Campaign", "FromEmail", "campaign-html.create.xml")

    (told,) = lint(text, operation="create")

    assert told.help == ("move it into `Campaign`",)
