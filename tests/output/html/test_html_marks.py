from __future__ import annotations

import pytest

from ctct_lint.output.html.excerpt import Row
from ctct_lint.output.html.marks import (
    Mark,
    MarkedPlace,
    cut,
    marks_by_line,
    marks_by_row,
    segments,
)
from ctct_lint.output.report import Lines
from ctct_lint.text.source import LineIndex


def places(text: str, *spans: tuple[int, int]) -> list[MarkedPlace]:
    index = LineIndex(text)
    return [
        MarkedPlace(index.range(*s), str(n), "error", "m") for n, s in enumerate(spans)
    ]


def marked(text: str, *spans: tuple[int, int]) -> dict[int, list[tuple[int, int]]]:
    lines = Lines(text)
    found = marks_by_line(places(text, *spans), range(lines.count), lines)
    return {line: [(m.start, m.end) for m in marks] for line, marks in found.items()}


def pieces(text: str, *spans: tuple[int, int]) -> list[tuple[str, str]]:
    """Return the segments of a line: the text, and whose marks lie on it."""
    (marks,) = marks_by_line(places(text, *spans), [0], Lines(text)).values()
    row = Row(0, 0, len(text))
    return [
        (text[s.start : s.end], "".join(m.place.key for m in s.marks))
        for s in segments(row, text, marks)
    ]


def test_ranges_beside_in_and_across_one_another() -> None:
    assert pieces("abcdef", (1, 2), (3, 4)) == [
        *(("a", ""), ("b", "0"), ("c", ""), ("d", "1"), ("ef", "")),
    ]
    assert pieces("abcdef", (2, 3), (0, 6)) == [("ab", "1"), ("c", "10"), ("def", "1")]
    assert pieces("abcd", (0, 3), (1, 4)) == [("a", "0"), ("bc", "01"), ("d", "1")]
    assert pieces("abcd", (0, 4), (0, 4)) == [("abcd", "01")]


def test_an_empty_range_is_a_place_between_two_segments() -> None:
    assert pieces("ab", (1, 1)) == [("a", ""), ("", "0"), ("b", "")]
    assert pieces("ab", (2, 2)) == [("ab", ""), ("", "0")]
    assert pieces("", (0, 0)) == [("", "0")]


def test_a_mark_takes_in_what_is_seen_as_one_character() -> None:
    assert pieces("xe\u0301y", (2, 3)) == [("x", ""), ("e\u0301", "0"), ("y", "")]
    assert pieces("xe\u0301y", (0, 2)) == [("xe\u0301", "0"), ("y", "")]


def test_no_more_than_eight_marks_lie_on_a_character() -> None:
    found = pieces("abc" * 10, *((0, 30 - at) for at in range(20)))
    assert max(len(keys) for _, keys in found) <= 2 * 8
    assert found[0][1].endswith("19")


def test_each_underline_has_the_first_level_that_is_free() -> None:
    text = "abcdefgh"
    spans = (0, 8), (1, 5), (2, 3), (4, 4), (6, 8), (1, 2), (2, 4)
    (marks,) = marks_by_line(places(text, *spans), [0], Lines(text)).values()
    assert [(m.start, m.end, m.level) for m in marks] == [
        (0, 8, 0),
        (1, 5, 1),
        (1, 2, 2),
        (2, 4, 2),
        (2, 3, 2),
        (4, 4, 2),
        (6, 8, 1),
    ]


def test_a_range_of_lines_leaves_indents_and_empty_lines_out() -> None:
    text = "<a>\n  b\n\n    c\n  </a>"
    assert marked(text, (0, len(text))) == {
        0: [(0, 3)],
        1: [(2, 3)],
        3: [(4, 5)],
        4: [(2, 6)],
    }


def test_a_range_that_ends_in_an_indent_is_marked_there() -> None:
    assert marked("a\n    b", (0, 4)) == {0: [(0, 1)], 1: [(0, 2)]}


def test_a_line_end_alone_is_a_place() -> None:
    assert marked("a\r\nb", (1, 3)) == {0: [(1, 1)]}
    assert marked("a\r\nb", (1, 4)) == {0: [(1, 1)], 1: [(0, 1)]}


def test_lines_that_are_not_shown_have_no_marks() -> None:
    text = "a\nb\nc\nd\n"
    found = marks_by_line(places(text, (0, 7)), [0, 2], Lines(text))
    assert sorted(found) == [0, 2]


def test_each_row_of_a_line_has_the_marks_that_reach_into_it() -> None:
    text = "x" * 100
    marks = marks_by_line(
        places(text, (0, 5), (5, 50), (20, 25), (60, 60)), [0], Lines(text)
    )
    rows = [Row(0, 0, 10, final=False), Row(0, 20, 30, 10), Row(1, 0, 0)]
    found = marks_by_row(rows, marks)

    assert [[m.place.key for m in found[row]] for row in rows] == [
        ["0", "1"],
        ["1", "2", "3"],
        [],
    ]
    first, second, _ = [
        [(s.start, s.end, len(s.marks)) for s in segments(row, "x" * 10, found[row])]
        for row in rows
    ]
    assert first == [(0, 5, 1), (5, 10, 1)]
    assert second == [(0, 5, 2), (5, 10, 1), (10, 10, 1)]


def test_a_mark_that_only_touches_a_row_is_not_in_it() -> None:
    (place,) = places("x" * 20, (10, 12))
    row = Row(0, 0, 10, final=False)
    for mark in Mark(10, 12, 0, place), Mark(10, 10, 0, place):
        assert [s.marks for s in segments(row, "x" * 10, [mark])] == [()]


@pytest.mark.parametrize(
    ("bounds", "parts"),
    [
        ([0, 2, 4], [(0, 2), (2, 4)]),
        ([], [(0, 4)]),
        ([0, 1, 3, 9], [(0, 1), (1, 3), (3, 4)]),
    ],
)
def test_cut_at_the_bounds_inside(
    bounds: list[int], parts: list[tuple[int, int]]
) -> None:
    (segment,) = segments(Row(0, 0, 4), "abcd", [])
    assert [(s.start, s.end) for s in cut(segment, bounds)] == parts
