"""What a rule asks of single fields, written as data."""

from __future__ import annotations

import pytest

from ctct_lint.rules.conditions import Condition, FieldConditions, of_fields, read


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ("Status=Draft|Sent", Condition("Status", "=", frozenset({"Draft", "Sent"}))),
        ("Subject=", Condition("Subject", "=", frozenset({""}))),
        ("Status!=|Draft", Condition("Status", "!=", frozenset({"", "Draft"}))),
        ("Subject*=&", Condition("Subject", "*=", frozenset({"&"}))),
        ("id!~[a|=]*", Condition("id", "!~", frozenset({"[a|=]*"}))),
        ("!author", Condition("author", "!")),
    ],
)
def test_condition_has_a_field_a_sign_and_words(
    written: str, condition: Condition
) -> None:
    assert read(written) == condition


def test_what_has_no_sign_is_none() -> None:
    with pytest.raises(ValueError, match="no condition: author"):
        read("author")


@pytest.mark.parametrize(
    ("written", "holding", "others"),
    [
        ("a=x|y", ["x", "y"], ["", "z", "xy"]),
        ("a=", [""], ["x"]),
        ("a!=|x", ["y", "X"], ["", "x"]),
        ("a!=", ["x"], [""]),
        ("a*=&", ["a & b"], ["", "a"]),
        ("a!~x+", ["y", "xy"], ["", "x", "xx"]),
    ],
)
def test_condition_holds_for_these_texts(
    written: str, holding: list[str], others: list[str]
) -> None:
    condition = read(written)

    assert list(filter(condition.holds, [*holding, *others])) == holding


def test_one_condition_is_asked_of_many_fields() -> None:
    assert of_fields(["a", "b"], "!=") == ("a!=", "b!=")


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        ("", 0b00001),
        ("NO", 0b00010),
        ("YES", 0b00110),
        ("YES & NO", 0b01110),
        ("x", 0b10110),
        ("x" * 1000, 0b10110),
        ("\n", 0b00110),
    ],
)
def test_what_is_asked_of_a_field_is_answered_at_once(text: str, bits: int) -> None:
    written = ["a=", "a!=", "a!=|NO", "a*=&", "a!~[^x]*"]
    conditions = [(read(one), 1 << n) for n, one in enumerate(written)]

    assert FieldConditions(conditions).bits(text) == bits
    assert bits == sum(own for one, own in conditions if one.holds(text))


def test_of_a_field_nothing_may_be_asked() -> None:
    assert FieldConditions([]).bits("x") == 0
