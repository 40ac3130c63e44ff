from __future__ import annotations

import pytest

from ctct_lint.output.display import text_width
from ctct_lint.output.wrap import below, wrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("abc de", ["abc de"]),
        ("abc def", ["abc", "def"]),
        ("abcdefg", ["abcdef", "g"]),
        ("a bcdefghijklmno p", ["a", "bcdefg", "hijklm", "no p"]),
        ("日本語日 本", ["日本語", "日 本"]),
        ("a  b", ["a  b"]),
        ("e\u0301" * 7, ["e\u0301" * 6, "e\u0301"]),
    ],
)
def test_lines_are_broken_at_blanks_else_anywhere(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, 6)) == lines
    assert all(text_width(line) <= 6 for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ab cd ef", ["ab", "cd ef"]),
        ("abcdefghi jk", ["abc", "defghi", "jk"]),
        ("日本語日本", ["日", "本語日", "本"]),
        ("", [""]),
    ],
)
def test_the_first_line_may_have_less_room(text: str, lines: list[str]) -> None:
    assert list(wrapped(text, 6, 3)) == lines


def test_text_stands_below_its_start_where_there_is_room() -> None:
    text = "one two three four five six seven eight"

    assert list(below(10, text, 40)) == [
        "one two three four five six",
        " " * 10 + "seven eight",
    ]
    assert list(below(11, text, 40)) == [
        "one two three four five six",
        "    seven eight",
    ]
    assert list(below(11, "one", 40)) == ["one"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("it holds ::error::no", ["it holds", "\\x3a:error::no"]),
        ("it holds::error::no", ["it", "holds::erro", "r::no"]),
        ("it has it::error::no", ["it has", "it::error::", "no"]),
        ("0123456789a::error::", ["0123456789a", "\\x3a:error::"]),
        ("it holds :error:", ["it holds", ":error:"]),
        ("::error:: a text that", ["::error:: a", "text that"]),
    ],
)
def test_no_line_below_the_first_is_a_command_to_the_runner_of_github(
    text: str, lines: list[str]
) -> None:
    # What the first line begins with is no matter of this: it follows something.
    assert wrapped(text, 11) == lines
