from __future__ import annotations

import pytest

from ctct_lint.output.report import Lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("\n\r\r\n\n", ["", "", "", "", ""]),
        (
            "a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg",
            ["a\x0bb\x0cc\x85d\u2028e\u2029f\x1cg"],
        ),
    ],
)
def test_only_line_feed_and_carriage_return_end_a_line(
    text: str, lines: list[str]
) -> None:
    found = Lines(text)
    assert [found.text(number) for number in range(found.count)] == lines


def test_a_line_that_is_not_there_is_empty() -> None:
    assert Lines("a\nb").text(7) == ""


def test_a_slice_stays_inside_its_line() -> None:
    lines = Lines("ab\r\ncdef\r\ng")
    assert lines.slice(1, 1, 3) == "de"
    assert lines.slice(1, -5, 99) == "cdef"
    assert lines.slice(1, 99, 100) == ""


def test_the_indent_is_blanks_and_tabs() -> None:
    assert [Lines("a\n \t b\n  ").indent(line) for line in range(3)] == [0, 3, 2]


def test_a_text_is_not_looked_at_before_a_line_is_asked_for() -> None:
    assert Lines(None)._index is None  # type: ignore[arg-type]


def test_the_text_is_there_whole_and_in_part() -> None:
    lines = Lines("a\r\nb\n")
    assert (lines.whole, lines.between(0, 4)) == ("a\r\nb\n", "a\r\nb")


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("", False),
        ("a\r\n\n", False),
        ("a\rb\n", True),
        ("a\r", True),
        ("\r\r\n", True),
    ],
)
def test_a_lone_return_is_one_without_a_line_feed(text: str, has: bool) -> None:
    assert Lines(text).has_lone_return() is has
