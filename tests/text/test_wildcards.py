"""Patterns of paths: what they match, and that they do so in little time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.text.wildcard_signs import WildcardError
from ctct_lint.text.wildcards import matches, parts_of


def is_match(pattern: str, path: str, *, choices: bool = False) -> bool:
    return matches(parts_of(pattern, choices=choices), path.split("/"))


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*", "a", True),
        ("*a", "ba", True),
        ("*a", "ab", False),
        ("a*a", "a", False),
        ("a*a", "aa", True),
        ("*a*b*", "xaxbx", True),
        ("*ab*ab*", "xabx", False),
        ("*a?*", "xxa", False),
        ("?", "\n", True),
        ("a/*/b", "a/b", False),
        ("a/**/b", "a/b", True),
        ("a/**/b/**/c", "a/x/b/b/c", True),
        ("a/**/b/c", "a/b/x/b/c", True),
        ("a/**/b/c", "a/b/x/c", False),
        ("**", "a/b", True),
        ("a/**", "a", False),
        ("a//b", "a/b", False),
        ("", "a", False),
    ],
)
def test_pattern_matches_a_whole_path(pattern: str, path: str, expected: bool) -> None:
    assert is_match(pattern, path) is expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{a,ab}*b", {"ab", "abb", "ab.b"}),
        ("{ab,a}b", {"ab", "abb"}),
        ("{a*b,?}", {"ab", "abb", "ab.b", "a"}),
        ("a{,b}", {"ab", "a"}),
        ("{a,b", set()),
        ("[{]a,b}", {"{a,b}"}),
    ],
)
def test_choices_are_tried_one_by_one(pattern: str, expected: set[str]) -> None:
    names = {"ab", "abb", "ab.b", "a", "{a,b}"}

    assert {n for n in names if is_match(pattern, n, choices=True)} == expected


def test_braces_are_signs_where_no_choice_is_asked_for() -> None:
    assert is_match("{a,b}*", "{a,b}.xml")


def test_more_choices_than_can_be_tried_are_refused() -> None:
    with pytest.raises(WildcardError, match="stands for more than 1,000 names"):
        parts_of("{a,b}" * 10, choices=True)


def test_patterns_are_as_long_as_paths_at_most() -> None:
    assert is_match("a" * 4096, "a" * 4096)
    with pytest.raises(WildcardError, match="more than 4,096 characters"):
        parts_of("a" * 4097)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("**/" * 1000 + "b", "a/" * 1000 + "c"),
        ("**/a/" * 800 + "b", "a/" * 2000 + "c"),
        ("*a" * 2000 + "b", "a" * 4000),
        ("*" * 4000 + "b", "a" * 4000),
        ("?*" * 2000 + "b", "a" * 4000),
        ("{a*,b*}" * 9, "ab" * 2000 + "/"),
    ],
)
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    """Going back to every `*` would take longer than there is time."""
    assert not is_match(pattern, path, choices=True)


def test_set_without_an_end_is_given_up_at_once() -> None:
    with pytest.raises(WildcardError, match="never closed"):
        parts_of("[" + "[:alpha:" * 500)


@given(st.text("ab*?/", max_size=12), st.text("ab/", max_size=12))
def test_the_first_way_is_as_good_as_any(pattern: str, path: str) -> None:
    written = []
    parts = re.sub(r"\*\*+", "**", pattern).split("/")
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            written.append("[^/]*(?:/[^/]*)*" if last else "(?:[^/]*/)*")
        else:
            regex = re.escape(part).replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
            written.append(regex + ("" if last else "/"))

    expected = re.fullmatch("".join(written), path)

    assert is_match(pattern, path) is (expected is not None)
