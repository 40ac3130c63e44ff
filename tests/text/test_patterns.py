"""Searching a text for what is rare in it."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.text.patterns import holds_instruction


@pytest.mark.parametrize(
    ("text", "start", "is_there"),
    [
        ("", 0, False),
        ("?", 0, False),
        ("<?", 0, True),
        ("<?", 1, False),
        ("<?xml?> a?", 1, False),
        ("<?xml?><?", 1, True),
        ("<?xml?><?", 7, True),
        ("<?xml?><?", 8, False),
        ("a? " * 30, 0, False),
        ("a? " * 30 + "<?", 0, True),
    ],
)
def test_an_instruction_is_there_from_a_start_on(
    text: str, start: int, is_there: bool
) -> None:
    assert holds_instruction(text, start) is is_there


@examples(100)
@given(st.text("<?a", max_size=60), st.integers(0, 3))
def test_an_instruction_is_found_as_any_text_is(text: str, start: int) -> None:
    assert holds_instruction(text, start) is ("<?" in text[start:])
