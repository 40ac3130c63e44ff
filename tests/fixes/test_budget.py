"""What mending may cost grows with the document, and has an end for each."""

from __future__ import annotations

from ctct_lint.fixes.budget import MOST_LINTS, Budget, most_faults
from ctct_lint.model.diagnostic import Diagnostic, Severity
from ctct_lint.model.left_out import NAME, LeftOut, message
from ctct_lint.text.source import LineIndex

HERE = LineIndex("x").range(0, 1)
FAULT = Diagnostic(HERE, Severity.ERROR, "CTC107", "bare-ampersand", "")


def lints(
    size: int, made: int, counted: int = 0, code: str = FAULT.code, tags: int = 0
) -> int:
    """Return how often a document can be linted that always has so many faults.

    Of these a diagnostic is made, or they are no more than counted. It has so many
    bytes, of which each of its `tags` is one.
    """
    left = LeftOut(counted, code, FAULT.name)
    more = Diagnostic(HERE, Severity.INFORMATION, "CTC902", NAME, message(left))
    found = [FAULT] * made + [more] * (counted > 0)
    data = b"<" * tags + b"x" * (size - tags)
    budget, number = Budget(size), 0
    while not budget.is_spent:
        budget.pay(data, found)
        number += 1
    return number


def test_what_people_write_is_linted_as_often_as_any_document_may_be() -> None:
    assert lints(5_000, 100) == lints(100, 0) == MOST_LINTS


def test_a_huge_document_or_one_full_of_faults_is_linted_less_often() -> None:
    assert lints(1 << 20, 0) == 5
    assert lints(5_000, 1000) == 4
    assert lints(300_000, 600) == 5
    assert lints(1 << 20, 2048, 8000) == 3


def test_a_document_full_of_tags_is_linted_less_often_the_larger_it_is() -> None:
    sizes = [size << 10 for size in (2, 8, 16, 32, 64, 128)]

    assert [lints(size, 9, tags=size // 3) for size in sizes] == [18, 8, 4, 2, 2, 2]
    assert lints(1 << 20, 0, tags=30_000) == 3


def test_a_large_one_that_is_nothing_but_tags_is_not_mended() -> None:
    assert lints(256 << 10, 9, tags=(256 << 10) // 3) == 1
    assert lints(256 << 10, 0, tags=(256 << 10) // 6) == 2


def test_what_is_against_a_schema_costs_as_much_if_it_is_only_counted() -> None:
    assert lints(1 << 20, 2048, 8000, "CTC205") == 2


def test_whatever_is_wrong_there_is_one_round() -> None:
    assert lints(5_000, 100_000) == lints(1 << 20, 100_000) == 2


def test_no_lint_is_begun_that_would_cost_more_than_there_is_left() -> None:
    assert lints(1 << 20, 0, 90_000) == lints(1 << 20, 0, 1_000_000) == 2
    assert lints(1 << 20, 0, 30_000) == 3


def test_as_many_faults_are_mended_together_as_the_size_gives_room_for() -> None:
    assert [most_faults(size) for size in (0, 256_000, 512_000, 1 << 20)] == [
        500,
        500,
        1000,
        2048,
    ]
