"""How many letters words have in common in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctct_lint.text.subsequences import Subsequences, in_common

WORDS = st.text("abc\u00e9\N{BREAD}", max_size=9)


def slowly(one: str, other: str) -> int:
    """Return the same as `in_common`, from the textbook."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = row
        row = [0]
        for at, its in enumerate(other, 1):
            same = before[at - 1] + 1 if its == letter else 0
            row.append(max(same, before[at], row[-1]))
    return row[-1]


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("", "", 0),
        ("tulip", "", 0),
        ("tulip", "tulip", 5),
        ("tulip", "pilut", 1),
        ("Nmae", "Name", 3),
        ("abab", "baba", 3),
        ("tulip", "xyz", 0),
    ],
)
def test_letters_count_that_stand_in_the_same_order(
    one: str, other: str, number: int
) -> None:
    assert in_common(one, other) == in_common(other, one) == number


@given(WORDS, WORDS)
@settings(deadline=None)
def test_it_is_what_the_textbook_says(one: str, other: str) -> None:
    assert in_common(one, other) == slowly(one, other)


@given(WORDS, st.lists(WORDS, max_size=6), st.integers(-1, 4))
@settings(deadline=None)
def test_many_are_compared_at_once_as_one_by_one(
    word: str, words: list[str], limit: int
) -> None:
    lacking = {n: len(w) - slowly(w, word) for n, w in enumerate(words)}
    limits = {len(w): limit for w in words}

    found = Subsequences(dict(enumerate(words))).lacking_at_most(word, limits)

    assert found == {n: lacks for n, lacks in lacking.items() if lacks <= limit}


def test_each_length_has_a_limit_of_its_own() -> None:
    words = Subsequences({3: "tulip", 5: "tulips", 7: "rose"})

    assert words.lacking_at_most("tuip", {5: 1, 6: 1, 4: -1}) == {3: 1}
    assert words.lacking_at_most("tuip", {5: 1, 6: 2}) == {3: 1, 5: 2}
    assert words.lacking_at_most("tuip", {}) == {}
