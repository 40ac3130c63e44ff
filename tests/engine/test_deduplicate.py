"""What supersedes a finding counts where it stands, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.engine.deduplicate import _ranges
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span

VALID = Path(__file__).parents[2] / "fixtures" / "valid"


def test_a_fault_says_all_there_is_to_say_where_it_stands() -> None:
    faults = [
        Fault("bare-ampersand", source_span(3, 4)),
        Fault("bare-less-than", source_span(5, 6)),
        Fault("bare-ampersand", source_span(8, 9)),
    ]

    assert list(_ranges(faults, "bare-ampersand")) == [(3, 4), (8, 9)]
    assert list(_ranges(faults, "stray-end-tag")) == []


LISTS = "http://api.constantcontact.com/ws/customers/joe/lists"


@pytest.mark.parametrize(
    ("attribute", "codes"),
    [
        (f'id="{LISTS}/1"', ["CTC114"]),
        ('id="C:/lists 1"', ["CTC114", "CTC407"]),
        (f'di="{LISTS}/1"', ["CTC114", "CTC210"]),
    ],
)
def test_attribute_without_a_space_before_it_is_judged(
    attribute: str, codes: list[str]
) -> None:
    text = (VALID / "contact.create.xml").read_text("utf-8")
    text = re.sub("<ContactList id=.*?>", f"<ContactList{attribute}/>", text, count=1)

    assert [d.code for d in lint(text, operation="create")] == codes
