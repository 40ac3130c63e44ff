"""Offsets to lines, columns and UTF-16 columns."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctct_lint.text import source
from ctct_lint.text.source import LineIndex, Position, Range, line_starts

TEXTS = st.text(st.sampled_from("ab\t\r\n\x85\u2028é\N{PILE OF POO}\ud83d\U0010ffff"))


def slow_position(text: str, offset: int) -> Position:
    """Split what stands before the offset; a CR LF counts once it is complete."""
    ends = [m.end() for m in re.finditer(r"\r\n|\r|\n", text) if m.end() <= offset]
    start = ends[-1] if ends else 0
    before = text[start:offset]
    units = len(before.encode("utf-16-le", "surrogatepass")) // 2
    return Position(offset, len(ends), len(before), units)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (0, 0, 0, 0)),
        ("ab", 2, (2, 0, 2, 2)),
        ("a\nb", 1, (1, 0, 1, 1)),
        ("a\nb", 2, (2, 1, 0, 0)),
        ("a\n", 2, (2, 1, 0, 0)),
        ("a\rb", 2, (2, 1, 0, 0)),
        ("a\r\nb", 3, (3, 1, 0, 0)),
        ("a\r\nb", 1, (1, 0, 1, 1)),
        ("\r\r\n\n", 4, (4, 3, 0, 0)),
        ("\tb", 1, (1, 0, 1, 1)),
        ("éb", 1, (1, 0, 1, 1)),
        ("\U0001f4a9b", 1, (1, 0, 1, 2)),
        ("\U0001f4a9\n\U0001f4a9b", 3, (3, 1, 1, 2)),
        ("a\u2028b\x85c", 4, (4, 0, 4, 4)),
        ("a\ud83db", 2, (2, 0, 2, 2)),
        ("\n" * 65_535 + "xy", 65_536, (65_536, 65_535, 1, 1)),
        ("x" * 70_000, 70_000, (70_000, 0, 70_000, 70_000)),
    ],
)
def test_a_position_counts_lines_code_points_and_utf16_units(
    text: str, offset: int, expected: tuple[int, int, int, int]
) -> None:
    assert LineIndex(text).position(offset) == expected


@given(TEXTS)
@example("a\r\n\U0001f4a9\r")
def test_every_position_is_that_of_a_slow_count(text: str) -> None:
    lines = LineIndex(text)
    offsets = range(len(text) + 1)
    assert [lines.position(o) for o in offsets] == [
        slow_position(text, o) for o in offsets
    ]


def test_a_range_is_two_positions() -> None:
    lines = LineIndex("a\nbc")
    expected = Range(Position(0, 0, 0, 0), Position(3, 1, 1, 1))
    assert lines.range(0, 3) == expected


def test_lines_are_looked_for_once_unless_the_text_is_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source, "_LONG", 5)
    short, long = "a\nb\r\n", "a\nb\r\nc"

    assert line_starts(short).tolist() == line_starts(long[:5]).tolist() == [0, 2, 5]
    assert line_starts(long).tolist() == [0, 2, 5]
    assert line_starts(short) is line_starts(short)
    assert line_starts(long) is not line_starts(long)
