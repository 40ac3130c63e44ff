"""What mending may cost grows with the document, and has an end for each."""

from __future__ import annotations

from ctct_lint.fixes.budget import MOST_LINTS, Budget, most_faults


def lints(size: int, faults: int) -> int:
    """Return how often a document can be linted that always has so many faults."""
    budget, number = Budget(size), 0
    while not budget.is_spent:
        budget.pay(range(size), range(faults))
        number += 1
    return number


def test_what_people_write_is_linted_as_often_as_any_document_may_be() -> None:
    assert lints(5_000, 100) == lints(100, 0) == MOST_LINTS


def test_a_huge_document_or_one_full_of_faults_is_linted_less_often() -> None:
    assert lints(1 << 20, 0) == 11
    assert lints(5_000, 1000) == 3


def test_whatever_is_wrong_there_is_one_round() -> None:
    assert lints(5_000, 1_000_000) == lints(1 << 20, 1_000_000) == 2


def test_as_many_faults_are_mended_together_as_the_size_gives_room_for() -> None:
    assert [most_faults(size) for size in (0, 24_000, 48_000, 96_000, 1 << 20)] == [
        500,
        500,
        500,
        1000,
        10_922,
    ]


def test_a_document_full_of_faults_is_linted_once_before_and_once_after() -> None:
    size = 1 << 20

    assert lints(size, most_faults(size)) == 2
