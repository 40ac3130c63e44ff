"""The edits between two texts: they lead from one to the other, and are small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.fixes.align import edits_between
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import apply_edits

TEXTS = st.text(st.sampled_from("ab\r\n"), max_size=40)


@given(TEXTS, TEXTS)
def test_edits_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    assert apply_edits(old, edits_between(old, new)) == new


@pytest.mark.parametrize(
    ("old", "new", "edits"),
    [
        ("a\nb\n", "a\nb\n", []),
        ("a\nxyz\nb\n", "a\nxYz\nb\n", [TextEdit(3, 4, "Y")]),
        ("a\nb\n", "a\nnew\nb\n", [TextEdit(2, 2, "new\n")]),
        ("a\r\nb\rc", "a\r\nc", [TextEdit(3, 5, "")]),
        (
            "one\n2\n3\n4\nfive",
            "One\n2\n3\n4\nFive",
            [TextEdit(0, 1, "O"), TextEdit(10, 11, "F")],
        ),
        ("", "a", [TextEdit(0, 0, "a")]),
    ],
)
def test_edits_are_small(old: str, new: str, edits: list[TextEdit]) -> None:
    assert list(edits_between(old, new)) == edits
