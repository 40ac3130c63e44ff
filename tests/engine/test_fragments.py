"""Fields with nothing around them are one fault, and checked as those of a parent."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import pointed_at, underlined

from ctct_lint import lint
from ctct_lint.xml.model import ContentModel, Meaning
from ctct_lint.xml.repair.repair import repair

VALID = Path(__file__).parents[2] / "fixtures" / "valid"


def fields(name: str, payload: str) -> str:
    text = (VALID / f"{name}.create.xml").read_text("utf-8")
    start = text.index(">", text.index(f"<{payload} ")) + 1
    return text[start : text.index(f"</{payload}>")]


CAMPAIGN = fields("campaign-html", "Campaign")
CONTACT = fields("contact", "Contact")
LIST = fields("list", "ContactList")


@pytest.mark.parametrize(
    ("text", "second", "payload"),
    [
        (CAMPAIGN, "Status", "Campaign"),
        (CONTACT, "EmailType", "Contact"),
        (LIST, "Name", "ContactList"),
        (f'<?xml version="1.0"?>\n<!-- {{}} -->{LIST}', "Name", "ContactList"),
        ("<FromEmail/><ReplyToEmail/>", "ReplyToEmail", "Campaign"),
    ],
)
def test_fields_alone_are_one_fault(text: str, second: str, payload: str) -> None:
    found = lint(text, operation="create", select=["CTC1", "CTC2", "CTC3"])
    told = [d for d in found if d.code not in {"CTC207", "CTC208"}]

    assert [(d.code, underlined(text, d), d.message) for d in told] == [
        (
            "CTC127",
            second,
            f"`{second}` is a second root element: what is around both is missing",
        )
    ]
    assert told[0].help[0].startswith("wrap all of them in `<entry xmlns=")
    (fix,) = told[0].fixes
    assert [edit.new_text[-len(payload) - 20 :] for edit in fix.edits][-1].endswith(
        f"</{payload}></content></entry>"[-len(payload) - 20 :]
    )


def test_fields_are_checked() -> None:
    text = CAMPAIGN.replace(">FirstName<", ">Firstname<").replace(
        "<Name>", "<Name>A & "
    )
    found = lint(text, operation="create")

    assert [d.code for d in found] == ["CTC107", "CTC127", "CTC203"]


@pytest.mark.parametrize(
    "text",
    [
        "<Name>a</Name>",  # one alone
        "<Name>a</Name><Colour>b</Colour>",  # one that is not known
        "<Name>a</Name> and <Subject>b</Subject>",  # something else beside them
        "<Name>a</Name><Subject>b</Subject></Campaign>",
        "<Name>a</Name><Subject>b</Name></Subject>",
        "<Name>a</Name><Subject>b",
        "<entry/><Name>a</Name>",  # one that may be the root
        "<EmailAddress/><Email/>",  # in more than one place
    ],
)
def test_what_is_no_part_of_a_document(text: str) -> None:
    found = lint(text, operation="create")

    assert not any("what is around both" in d.message for d in found)


class Deep(ContentModel):
    """Each element stands in the next one, and none may be the root."""

    @property
    def elements(self) -> dict[str, Meaning]:
        return {name: Meaning(name, known=True, is_leaf=False) for name in "abcdefgh"}

    def names(self, parent: str, child: str) -> bool:
        return ord(parent) == ord(child) + 1


def test_part_from_the_depth_of_a_document_is_none() -> None:
    text = "<a/><a/>"

    assert pointed_at(text, repair(text, Deep()).faults) == [("second-root", "a")]
    assert {fault.detail for fault in repair(text, Deep()).faults} != {"fragment"}


def test_what_no_format_knows_is_no_part_of_it() -> None:
    text = "<a/><b/>"

    assert pointed_at(text, repair(text, ContentModel()).faults) == [
        ("second-root", "b")
    ]
