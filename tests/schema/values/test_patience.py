"""On how many values of a type libxml2 gives up is counted for each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.schema.components.types import Facet, SimpleType
from ctct_lint.schema.values import verdicts
from ctct_lint.schema.values.judge import Judge
from ctct_lint.schema.values.verdicts import GAVE_UP, Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = (
    SimpleType("token", None, (), None, ()),
    SimpleType("", 0, (), None, (Facet("pattern", "a+"),)),
)
VALUES = st.text("ab ", max_size=12) | st.text("ab", min_size=100, max_size=104)
Said = list[tuple[str | None, bool]]


@pytest.fixture(autouse=True, scope="module")
def _gives_up() -> Iterator[None]:
    """Have libxml2 give up on texts of many letters, and remember few of them."""
    judged = Verdicts._said

    def said(self: Verdicts, number: int, value: str, *others: object) -> str | None:
        return GAVE_UP if len(value) > 5 else judged(self, number, value, *others)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Verdicts, "_said", said)
        patch.setattr(verdicts, "_MOST", 4)
        patch.setattr(verdicts, "_MOST_GIVEN_UP", 2)
        yield


def said_of(values: list[str], judge: Judge) -> Said:
    return [(judge.refusal(1, value), judge.gave_up_on(1, value)) for value in values]


@given(st.lists(st.lists(VALUES, max_size=9), max_size=6))
def test_what_is_said_depends_on_no_document_before(documents: list[list[str]]) -> None:
    judge = Judge(TYPES)
    alone = [said_of(values, Judge(TYPES)) for values in documents]

    assert [said_of(v, judge.for_document()) for v in documents] == alone
    assert [said_of(v, judge.for_document()) for v in documents[::-1]] == alone[::-1]


def test_after_three_values_no_longer_ones_are_tried() -> None:
    judge = Judge(TYPES)
    values = ["b" * number for number in (6, 6, 7, 4, 8, 5, 3, 4)]

    assert said_of(values, judge.for_document()) == [
        *[(None, True)] * 3,
        ("pattern", False),
        *[(None, True)] * 2,
        ("pattern", False),
        (None, True),
    ]
    assert said_of(["b" * 5, "b" * 9], judge.for_document()) == [
        ("pattern", False),
        (None, True),
    ]
