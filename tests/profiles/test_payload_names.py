"""A payload by another name is known by its children: one fault, and it is checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import Severity, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
FILES = {
    "Campaign": "campaign-html.create.xml",
    "Contact": "contact.create.xml",
    "ContactList": "list.create.xml",
    "Schedule": "schedule.create.xml",
}
OTHERS = [
    *(("Campaign", name) for name in ("EmailCampaign", "Message", "Mail", "Email")),
    *(("Campaign", name) for name in ("Newsletter", "Event", "Activity")),
    *(("Contact", name) for name in ("Person", "Subscriber", "Member", "User")),
    *(("Contact", name) for name in ("Email", "ContactListMember")),
    *(("ContactList", name) for name in ("List", "MailingList", "Group")),
    *(("Schedule", name) for name in ("CampaignSchedule", "Sched", "Event")),
]


def document(payload: str, name: str) -> str:
    text = (VALID / FILES[payload]).read_text("utf-8")
    return re.sub(rf"(</?){payload}(?=[ >])", rf"\g<1>{name}", text)


def said(text: str) -> list[str]:
    return [f"{d.code} {d.message}" for d in lint(text)]


@pytest.mark.parametrize(("payload", "name"), OTHERS)
def test_payload_of_another_name_is_renamed(payload: str, name: str) -> None:
    text = document(payload, name)

    (found,) = lint(text)

    assert (found.code, found.severity) == ("CTC202", Severity.ERROR)
    assert found.message == f"`{name}` is not an element of `content`"
    assert found.help == (f"did you mean `{payload}`?",)
    (fix,) = found.fixes
    assert fix.applicability is Applicability.UNSAFE
    mended = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert mended == document(payload, payload)


def test_prefix_stays() -> None:
    text = document("Contact", "Person")
    text = re.sub(r"<(/?)(?=[A-Z])", r"<\1c:", text).replace("xmlns=", "xmlns:c=")
    text = text.replace("<entry xmlns:c=", "<entry xmlns=")

    (found,) = lint(text)

    ends = [edit.new_text for edit in found.fixes[0].edits]
    assert ends == ["c:Contact", "c:Contact"]


def test_what_it_holds_is_checked() -> None:
    text = document("Campaign", "Message")
    text = text.replace("<EmailContentFormat>HTML", "<EmailContentFormat>PDF")

    assert said(text) == [
        "CTC202 `Message` is not an element of `content`",
        "CTC203 `PDF` is not a valid EmailContentFormat",
    ]


@pytest.mark.parametrize(
    "children",
    ["", "<Name>x</Name>", "<Body>x</Body><To>y</To><Name>z</Name>"],
)
def test_payload_that_its_children_do_not_tell_is_none(children: str) -> None:
    text = re.sub(
        r"(?s)(<Campaign[^>]*>).*(?=</Campaign>)",
        rf"\g<1>{children}",
        document("Campaign", "Campaign"),
    )

    assert said(text.replace("Campaign", "Message")) == [
        "CTC726 `Message` is not a resource of the service"
    ]


@pytest.mark.parametrize("payload", FILES)
def test_only_the_end_tag_of_a_payload_is_left(payload: str) -> None:
    whole = (VALID / FILES[payload]).read_text("utf-8")
    text = re.sub(rf"<{payload} [^>]*>", "", whole, count=1)

    (found,) = lint(text)

    tag = f'<{payload} xmlns="http://ws.constantcontact.com/ns/1.0/">'
    assert found.message == f"`</{payload}>` closes no open element"
    assert found.help == (f"begin it with `{tag}`",)
    (fix,) = found.fixes
    mended = apply_edits(text, edits_of([ChosenFix(found, fix)]))
    assert lint(mended) == []


def test_start_tag_of_a_payload_in_no_namespace_declares_none() -> None:
    whole = (VALID / "library-folder.create.xml").read_text("utf-8")

    (found,) = lint(whole.replace("<Folder>", ""))

    assert found.help == ("begin it with `<Folder>`",)


def test_entry_of_another_name_is_checked_for_what_it_holds() -> None:
    text = (VALID / "contacts-feed.response.xml").read_text("utf-8")
    text = re.sub(r"(</?)entry\b", r"\1entery", text)
    count = text.count("<entery")

    assert said(text) == ["CTC202 `entery` is not an element of `feed`"] * count


@pytest.mark.parametrize("strange", ["<Foo>bar</Foo>", "<Foo/>", '<Foo xmlns="u:x"/>'])
def test_what_stands_beside_a_payload_is_none(strange: str) -> None:
    text = document("Campaign", "Campaign")
    text = text.replace("<Campaign", f"{strange}<Campaign", 1)

    assert said(text) == ["CTC201 `Foo` is not a known element of `content`"]


def test_payload_may_have_a_comment_before_it() -> None:
    text = document("Campaign", "Foo").replace("<Foo", "<!-- x --><Foo", 1)

    assert said(text) == ["CTC202 `Foo` is not an element of `content`"]
