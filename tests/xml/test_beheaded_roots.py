"""A root of whose start tag only the attributes are left is one fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulebook import mended
from said import underlined

from ctct_lint import lint

VALID = Path(__file__).parents[2] / "fixtures" / "valid"


@pytest.mark.parametrize("name", ["contact.create.xml", "campaign-html.create.xml"])
def test_attributes_of_a_lost_start_of_the_root(name: str) -> None:
    whole = (VALID / name).read_text("utf-8")
    text = whole.replace("<entry xmlns", "xmlns", 1)

    (told,) = lint(text, operation="create")

    assert (told.code, underlined(text, told)) == ("CTC105", "xmlns")
    assert mended(text, told.fixes[0]) == whole


def test_other_text_before_the_root_is_none_of_its_attributes() -> None:
    text = (VALID / "contact.create.xml").read_text("utf-8")
    text = text.replace("<entry xmlns", "and xmlns", 1)

    assert len(lint(text, operation="create")) > 1
