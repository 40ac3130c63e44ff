"""Comparisons and logic have the values that Saxon has for them."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

DOCUMENT = '<a day="2026-04-01" n="100" nil=""><b>2026-03-01</b><b>99</b></a>'


def said(book: Rulebook, test: str) -> list[str]:
    test = test.replace("<", "&lt;")
    ns = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    rule = f'<rule context="a"><report test="{test}">yes</report></rule>'
    return book.write(f"{ns}<pattern>{rule}</pattern>").messages(DOCUMENT)


@pytest.mark.parametrize(
    "test",
    [
        "@day > b[1]",
        "b[1] < @day",
        "not(@day < b[1])",
        # As numbers it would not be so.
        "@n < b[2]",
        "b[2] >= @n",
        "@n > 99",
        "number(@n) > number(b[2])",
        "@n != b[2]",
        "'100' = @n",
    ],
)
def test_two_values_without_a_type_are_compared_as_texts(
    book: Rulebook, test: str
) -> None:
    assert said(book, test) == ["yes"]


@pytest.mark.parametrize(
    ("test", "messages"),
    [
        ("xs:decimal(@nil) = 1 or @n", ["yes"]),
        ("@n or xs:decimal(@nil) = 1", ["yes"]),
        ("xs:decimal(@nil) = 1 and @none", []),
        ("@none and xs:decimal(@nil) = 1", []),
        ("@n and b", ["yes"]),
        ("@none or b/c", []),
    ],
)
def test_one_operand_of_and_and_or_may_decide(
    book: Rulebook, test: str, messages: list[str]
) -> None:
    assert said(book, test) == messages


@pytest.mark.parametrize(
    "test", ["xs:decimal(@nil) = 1 and b", "xs:decimal(@nil) or c"]
)
def test_where_no_operand_decides_there_is_no_answer(book: Rulebook, test: str) -> None:
    assert said(book, test) == [f"`{test}` cannot be tested here"]
