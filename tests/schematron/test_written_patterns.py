"""Patterns written in an expression: those that are none are told in the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rulebook import Rulebook

BRACKET = "`[` is no regular expression: unterminated character class at position 1"


@pytest.mark.parametrize(
    ("test", "why"),
    [
        ("matches(., '[')", f"{BRACKET}: `[`"),
        ("not(a[tokenize(., '[') = 'x'])", f"{BRACKET}: `[`"),
        (
            "replace(., 'a*', '') = ''",
            "`replace()` takes no pattern that an empty text matches: `a*`",
        ),
        (
            "tokenize(., ' ?')[2] = ''",
            "`tokenize()` takes no pattern that an empty text matches: ` ?`",
        ),
    ],
)
def test_pattern_that_is_none_is_told_once(book: Rulebook, test: str, why: str) -> None:
    book.write(
        f'<pattern><rule context="a"><assert test="{test}">x</assert></rule></pattern>',
    )

    (trouble,) = book.troubles()
    assert trouble.endswith(f"@test: {why}")


@pytest.mark.parametrize(
    "test",
    [
        "matches(., '[ab]*')",
        # Flags may make another pattern of it, and a variable holds any.
        "not(matches(., '[a ', 'q'))",
        "matches(., $p)",
        "count(tokenize(., '\\s+')) = 1",
    ],
)
def test_pattern_that_is_one_is_used(book: Rulebook, test: str) -> None:
    book.write(
        '<let name="p" value="\'b\'"/>'
        f'<pattern><rule context="a"><assert test="{test}">x</assert></rule></pattern>',
        "xslt3",
    )

    assert book.troubles() == []
    assert book.messages("<a>b</a>") == []
