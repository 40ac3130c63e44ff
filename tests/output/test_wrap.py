from __future__ import annotations

import pytest

from ctct_lint.output.display import text_width
from ctct_lint.output.wrap import wrapped


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
