"""An element round a field is one fault; the field is read as if it was not there."""

from __future__ import annotations

import re

import pytest
from said import messages
from valid import text_of

from ctct_lint import lint

OPERATIONS = {
    "contact.create.xml": "create",
    "schedule.create.xml": "create",
    "contact.update.xml": "update",
    "contacts-feed.response.xml": "response",
}


def wrapped(text: str, name: str, wrapper: str) -> str:
    """Return a text with an element round the first one of a name."""
    element = re.compile(rf"<{name}[ >].*?</{name}>", re.DOTALL)
    return element.sub(lambda f: f"<{wrapper}>{f[0]}</{wrapper}>", text, count=1)


@pytest.mark.parametrize("document", OPERATIONS)
@pytest.mark.parametrize("name", ["id", "updated", "content"])
def test_wrapper_of_a_field_of_an_entry(document: str, name: str) -> None:
    text = wrapped(text_of(document), name, "meta")

    (told,) = lint(text, operation=OPERATIONS[document])

    assert (told.code, told.message.partition(" must ")[0]) == ("CTC206", f"`{name}`")
    assert [fix.title for fix in told.fixes] == ["remove its tags"]


def test_wrapper_of_an_author() -> None:
    text = wrapped(text_of("schedule.create.xml"), "author", "meta")

    assert messages(lint(text, operation="create")) == [
        "`author` must stand directly in `entry`, with no `meta` round it"
    ]


def test_wrapper_of_several_fields() -> None:
    text = text_of("schedule.create.xml")
    text = text.replace("<author>", "<meta><author>").replace(
        "</content>", "</content></meta>"
    )

    assert messages(lint(text, operation="create")) == [
        "`author` must stand directly in `entry`, with no `meta` round it"
    ]


@pytest.mark.parametrize("name", ["id", "content"])
def test_wrapped_entry_says_itself_that_it_is_an_update(name: str) -> None:
    text = wrapped(text_of("contact.update.xml"), name, "meta")

    assert [d.code for d in lint(text)] == ["CTC206"]


def test_wrapper_of_an_entry_of_a_feed() -> None:
    text = wrapped(text_of("contacts-feed.response.xml"), "entry", "meta")

    assert messages(lint(text)) == [
        "`entry` must stand directly in `feed`, with no `meta` round it"
    ]


def test_what_a_wrapped_payload_holds_is_judged_as_well() -> None:
    text = wrapped(text_of("schedule.create.xml"), "content", "meta")
    text = re.sub("<ScheduledTime>.*<", "<ScheduledTime>tomorrow<", text)

    assert [d.code for d in lint(text, operation="create")] == ["CTC206", "CTC215"]


def test_stranger_with_other_things_in_it_is_no_wrapper() -> None:
    text = wrapped(text_of("schedule.create.xml"), "author", "meta")
    text = text.replace("<meta>", "<meta><more/>")

    assert sorted(d.code for d in lint(text, operation="create")) == [
        "CTC201",
        "CTC304",
    ]
