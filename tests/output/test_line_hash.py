from __future__ import annotations

import pytest

from ctct_lint.output.line_hash import LONGEST, line_hashes

GREETING = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n"
HASHES = [
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    "c129715d7a2bc9a3:1",
]


def hashes(text: str, number: int) -> list[str]:
    found = line_hashes(text, range(number))
    return [found[line] for line in range(number)]


# The values are those of the tests of github/codeql-action.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            [
                "271789c17abda88f:1",
                "54703d4cd895b18:1",
                "180aee12dab6264:1",
                "a23a3dc5e078b07b:1",
            ],
        ),
        (GREETING, HASHES),
        (GREETING.replace("\n", "\r"), HASHES),
        (GREETING.replace("\n", "\r\n"), HASHES),
        (
            "Lorem ipsum dolor sit amet.\n" * 10,
            [
                *(f"a7f2ff13bc495cf2:{n}" for n in range(1, 7)),
                "a7f2ff1481e87703:1",
                "a9cf91f7bbf1862b:1",
                "55ec222b86bcae53:1",
                "cc97dc7b1d7d8f7b:1",
                "c129715d7a2bc9a3:1",
            ],
        ),
    ],
)
def test_the_hash_is_that_of_github(text: str, expected: list[str]) -> None:
    assert hashes(text, len(expected)) == expected


def test_an_astral_character_is_two_units() -> None:
    first = (0xD83C * 37 + 0xDF89) * 37**98 + 0xFFFF * 37**97
    assert line_hashes("\U0001f389", {0}) == {0: f"{first % 2**64:x}:1"}


def test_only_wanted_lines_have_one_and_the_count_is_of_all() -> None:
    text = "Lorem ipsum dolor sit amet.\n" * 10
    assert line_hashes(text, {4}) == {4: "a7f2ff13bc495cf2:5"}
    assert line_hashes(text, set()) == {}
    assert line_hashes(text, {99}) == {}


def test_a_very_long_text_has_none() -> None:
    assert line_hashes("a" * LONGEST, {0}) != {}
    assert line_hashes("a" * (LONGEST + 1), {0}) == {}
