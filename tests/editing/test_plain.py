"""Markdown for who reads plain text."""

from __future__ import annotations

import pytest

from ctct_lint.editing.plain import plain

LINES = [
    ("# CTC203 invalid-enum-value", "CTC203 invalid-enum-value"),
    ("a # b", "a # b"),
    ("#b", "#b"),
    ("**Name**, in `Campaign`", "Name, in `Campaign`"),
    ("**a** and **b c**", "a and b c"),
    ("`**/*.xml` and **all**", "`**/*.xml` and all"),
    ("2 ** 3", "2 ** 3"),
    ("a \\<b> in `\\<c>`", "a <b> in `\\<c>`"),
    (
        "see [the manual](https://example.com/a)",
        "see the manual (https://example.com/a)",
    ),
    ("`a[1](b)`", "`a[1](b)`"),
    ("- one of `a`", "- one of `a`"),
    ("a\n\n---\n\nb", "a\n\n---\n\nb"),
    ("a\n```xml\n<a>**\n\n# b</a>\n```\n**c**", "a\n    <a>**\n\n    # b</a>\nc"),
]


@pytest.mark.parametrize(("markdown", "expected"), LINES)
def test_signs_go_and_words_stay(markdown: str, expected: str) -> None:
    assert plain(markdown) == expected
