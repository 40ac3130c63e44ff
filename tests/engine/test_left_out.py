"""What was left out, or is escaped, is not missing as well: one fault where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from tests.said import underlined

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-minimal.create.xml").read_text("utf-8")
NEEDED = CAMPAIGN[CAMPAIGN.index("<Subject>") : CAMPAIGN.index("<IncludeForwardEmail>")]
FOOTER = CAMPAIGN[
    CAMPAIGN.index("<OrganizationName>") : CAMPAIGN.index("<IncludeForwardEmail>")
]
SUBJECT = "<Subject>Tulip bulbs are in</Subject>"
ESCAPED = SUBJECT.replace("<", "&lt;")


def told(text: str) -> list[tuple[str, int, str, str]]:
    """Return code, severity, place and message of each diagnostic."""
    found = lint(text, operation="create")
    return [(d.code, d.severity.value, underlined(text, d), d.message) for d in found]


@pytest.mark.parametrize("dots", ["...", "…", "[snip]"])
def test_needed_elements_are_left_out(dots: str) -> None:
    message = f"`{dots}` stands for what was left out of `Campaign`"

    assert told(CAMPAIGN.replace(NEEDED, dots)) == [("CTC211", 1, dots, message)]


def test_others_are_left_out() -> None:
    message = "`...` stands for what was left out of `Campaign`"

    assert told(CAMPAIGN.replace(FOOTER, "...")) == [("CTC211", 2, "...", message)]


def test_all_is_left_out() -> None:
    start = CAMPAIGN.index("<Name>")
    text = f"{CAMPAIGN[:start]}...{CAMPAIGN[CAMPAIGN.index('</Campaign>') :]}"
    (found,) = lint(text, operation="create")

    assert found.message == "`...` stands for what was left out of `Campaign`"
    assert found.help == ("put back what was left out here: it is not checked",)
    assert not found.fixes


def test_what_another_element_lacks_is_told() -> None:
    text = CAMPAIGN.replace(NEEDED, "...").replace("<author/>", "")

    assert [code for code, *_ in told(text)] == ["CTC304", "CTC211"]


def test_escaped_element_is_not_missing() -> None:
    (found,) = told(CAMPAIGN.replace(SUBJECT, ESCAPED))

    assert found[:3] == ("CTC211", 1, ESCAPED)


def test_other_element_is_missing_beside_it() -> None:
    name = "<FromName>Green Leaf Nursery</FromName>"
    text = CAMPAIGN.replace(SUBJECT, ESCAPED).replace(name, "")

    assert [(code, at) for code, _, at, _ in told(text)] == [
        ("CTC207", "Campaign"),
        ("CTC211", ESCAPED),
    ]
