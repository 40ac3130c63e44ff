"""Of very many names only those are compared that may be close."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ctct_lint.text import candidates as module
from ctct_lint.text.candidates import Candidates
from ctct_lint.text.letter_index import LetterIndex
from ctct_lint.text.slips import is_sure
from ctct_lint.text.spelling import by_closeness, closest

WORDS = st.text("abAB12\u00e9\u0430\u0432\u0441\u0434\u00df-", max_size=12)
# Enough words of other letters for an index to be made.
OTHERS = tuple(f"z{number}" for number in range(3, 150))


def numbers_of(words: list[str], word: str, most_lacking: int, most: int) -> list[int]:
    def needed(length: int) -> int:
        return max(len(word), length) - most_lacking

    return LetterIndex(words).most_alike(word, needed, most)


@given(WORDS, st.lists(WORDS, max_size=9, unique=True))
@example("aab", ["aba", "ab", "", "aabb"])
@example("", ["", "a"])
@example(
    "\u0430\u0432\u0441\u0435\u0441\u0434", ["\u0430\u0432\u0441\u0435\u0441\u0435"]
)
@example("stra\u00dfe", ["strasse"])
@settings(deadline=None)
def test_of_many_the_same_one_is_meant_as_of_few(name: str, words: list[str]) -> None:
    few = (*words, *OTHERS)
    many = Candidates(few)
    meant = closest(name, few)

    assert closest(name, many) == meant
    assert by_closeness(name, many) == by_closeness(name, few)
    for word in words:
        assert is_sure(name, word, many) is is_sure(name, word, few)


def test_those_are_found_that_have_enough_letters_in_common() -> None:
    words = ["tulip", "tulips", "pilut", "tulxp", "tuxxp", "x", ""]

    assert numbers_of(words, "tulip", 0, 9) == [0, 2]
    assert numbers_of(words, "tulip", 1, 9) == [0, 1, 2, 3]
    assert numbers_of(words, "tulip", 2, 9) == [0, 1, 2, 3, 4]
    assert numbers_of(words, "zzzzz", 2, 9) == []
    assert numbers_of([], "tulip", 2, 9) == []


def test_a_letter_counts_as_often_as_it_stands_there() -> None:
    assert numbers_of(["aab", "abb", "aaab"], "aab", 0, 9) == [0]


def test_of_too_many_those_are_taken_that_are_most_alike() -> None:
    words = ["tulxp", "tulyp", "tulip", "tulzp"]

    assert numbers_of(words, "tulip", 1, 2) == [0, 2]


def test_what_is_very_long_is_close_to_nothing() -> None:
    words = ["x" * 401, "x" * 400]

    assert numbers_of(words, "x" * 400, 1, 9) == [1]


def test_few_names_are_compared_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FEW", 2)
    few, many = Candidates(("tulip", "rose")), Candidates(("tulip", "rose", "iris"))

    assert few.near("tulpi", str, lambda _: 9) is few
    assert many.near("tulpi", str, lambda _: 5) == ("tulip",)


def test_they_are_as_good_as_any_tuple() -> None:
    names = Candidates(("tulip", "rose"))

    assert names == ("tulip", "rose")
    assert hash(names) == hash(names) == hash(("tulip", "rose"))


def test_of_words_of_the_same_letters_those_are_alike_that_have_their_order() -> None:
    words = ["abcdefgh", "hgfedcba", "abcdefhg", "efghabcd", "bdacfheg"]
    many = [*words, "hgfeabcd", "dcbahgfe", "badcfehg"]

    assert numbers_of(many, "abcdefgh", 1, 9) == [0, 2]
    assert numbers_of(many, "abcdefgh", 1, 1) == [0]


def test_two_letters_may_have_changed_places_among_words_of_the_same_letters() -> None:
    mixed = ("".join(letters) for letters in permutations("abcdef"))
    others = Candidates([word for word in mixed if word != "abcdef"])

    assert closest("abcdef", others) == closest("abcdef", tuple(others)) == "abcdfe"
    assert closest("abcdef", Candidates([*OTHERS, "fbcdea"])) == "fbcdea"
