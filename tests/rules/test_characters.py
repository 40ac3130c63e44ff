"""Characters that are not what they look like."""

from __future__ import annotations

from unicodedata import category

import pytest

from ctct_lint import lint
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.rules.characters import (
    about_letters,
    code,
    in_latin_1,
    is_latin,
    visible,
)
from ctct_lint.rules.wording import child_tag, quoted
from ctct_lint.text.lookalikes import in_ascii
from ctct_lint.text.spelling import closest
from ctct_lint.text.white_space import is_invisible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("First Name", "First Name"),
        ("First\tName", "First\tName"),
        ("First\u200bName", "First<U+200B>Name"),
        ("\ufeffHTML", "<U+FEFF>HTML"),
        ("u\u00ads\u00a0", "u<U+00AD>s<U+00A0>"),
        ("a\u202eb\u2066", "a<U+202E>b<U+2066>"),
        ("Łódź \U0001f490", "Łódź \U0001f490"),
    ],
)
def test_invisible_characters_are_named(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert quoted(text) == f"`{shown}`"


@pytest.mark.parametrize("character", ["a", " ", "\n", "é", "‘", "字"])
def test_what_can_be_seen(character: str) -> None:
    assert not is_invisible(character)


def test_number_of_a_character() -> None:
    assert [code(c) for c in "a’\U0001f490"] == ["U+0061", "U+2019", "U+1F490"]


def test_characters_of_the_service() -> None:
    assert is_latin("Café ÿ")
    assert not is_latin("Ÿ")


def test_twins_are_stored_by_the_service() -> None:
    # What is private or not assigned is no more than its number.
    assigned = [c for c in map(chr, range(0x110000)) if category(c) not in {"Co", "Cn"}]
    twins = {c: in_latin_1(c) for c in assigned}
    found = {c: twin for c, twin in twins.items() if twin is not None and twin != c}

    assert len(found) > 1000
    assert not any(is_latin(c) for c in found if not "\x80" <= c <= "\x9f")
    assert all(map(is_latin, found.values()))


@pytest.mark.parametrize(
    ("text", "plain", "about"),
    [
        ("Subject", "Subject", ""),
        ("Größe", "Größe", ""),
        ("Жук", "Жук", ""),
        ("Sub\u0458ect", "Subject", "the `ј` (U+0458) is a Cyrillic letter, not"),
        ("N\u041e", "NO", "the `О` (U+041E) is a Cyrillic letter, not the Latin `O`"),
        ("N\u039f", "NO", "the `Ο` (U+039F) is a Greek letter, not the Latin `O`"),
    ],
)
def test_letters_that_look_like_others(text: str, plain: str, about: str) -> None:
    assert in_ascii(text) == plain
    assert about_letters(text).startswith(about)
    assert bool(about_letters(text)) is bool(about)


def test_name_in_other_letters_is_the_name_that_it_looks_like() -> None:
    assert closest("N\u0430me", ["FromName", "Name"]) == "Name"


@pytest.mark.parametrize(
    ("content", "code", "right"),
    [
        ("<Sub\u0458ect>a</Sub\u0458ect>", "CTC202", "Subject"),
        (
            "<ViewAsWebpage>N\u041e</ViewAsWebpage><Subject>a</Subject>",
            "CTC203",
            "NO",
        ),
    ],
)
def test_help_says_which_letter_is_another(content: str, code: str, right: str) -> None:
    text = (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}">{content}</Campaign></content></entry>'
    )
    (found,) = lint(text, operation="create", select=[code])

    assert found.help[0] == f"did you mean `{right}`?"
    assert "is a Cyrillic letter" in found.help[1]
    assert found.fixes[0].edits[0].new_text == right


def test_start_tag_without_a_parent_has_no_prefix() -> None:
    assert child_tag(None, "Campaign") == "<Campaign>"
