"""Positions in each encoding: there and back, and what lies outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctct_lint.server.positions import UTF_8, UTF_16, UTF_32, Positions

ENCODINGS = (UTF_8, UTF_16, UTF_32)
FACE = "\N{GRINNING FACE}"
TEXTS = st.text(st.sampled_from(["a", "\xe9", "\u20ac", FACE, "\r", "\n", "\u2028"]))


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_there_and_back(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        is_within_end = text[max(offset - 1, 0) : offset + 1] == "\r\n"
        back = positions.offset(*positions.at(offset))
        assert back == (offset - 1 if is_within_end and offset else offset)


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_characters_are_as_wide_as_their_encoding_has_them(
    text: str, encoding: str
) -> None:
    line = text.replace("\r", "").replace("\n", "")
    codec, unit = {UTF_8: ("utf-8", 1), UTF_16: ("utf-16-le", 2)}.get(
        encoding, ("utf-32-le", 4)
    )

    assert Positions(line, encoding).at(len(line)) == (
        0,
        len(line.encode(codec)) // unit,
    )


@pytest.mark.parametrize(
    ("encoding", "starts"),
    [
        (UTF_8, [0, 1, 1, 1, 1, 2, 2, 3, 3, 3]),
        (UTF_16, [0, 1, 1, 2, 3, 3, 3, 3, 3, 3]),
        (UTF_32, [0, 1, 2, 3, 3, 3, 3, 3, 3, 3]),
    ],
)
def test_within_a_character_is_its_start_and_behind_the_line_its_end(
    encoding: str, starts: list[int]
) -> None:
    positions = Positions(f"a{FACE}\xe9\r\nb", encoding)

    assert [positions.offset(0, character) for character in range(10)] == starts


@pytest.mark.parametrize(
    ("line", "character", "offset"),
    [(-1, 5, 1), (0, -3, 0), (1, 7, 3), (2, 0, 4), (2, 1, 4), (3, 0, 4), (99, 99, 4)],
)
def test_what_is_outside_is_at_the_nearest_end(
    line: int, character: int, offset: int
) -> None:
    assert Positions("a\nb\n", UTF_16).offset(line, character) == offset


@pytest.mark.parametrize(("offset", "position"), [(-5, (0, 0)), (99, (1, 1))])
def test_offsets_outside_are_at_the_ends(
    offset: int, position: tuple[int, int]
) -> None:
    assert Positions("a\nb", UTF_16).at(offset) == position


def test_half_a_pair_is_a_character_like_any_other() -> None:
    positions = Positions("\ud83da", UTF_8)

    assert positions.at(1) == (0, 3)
    assert positions.offset(0, 3) == 1
