"""Dots and words for what was left out, and texts that are none."""

from __future__ import annotations

import pytest

from ctct_lint.text.elision import is_elision


@pytest.mark.parametrize(
    "text",
    [
        "...",
        " ....\n",
        "…",
        ". . .",
        "[...]",
        "(…)",
        "<snip>",
        "[snipped]",
        "-- snip --",
        "etc.",
    ],
)
def test_what_was_left_out(text: str) -> None:
    assert is_elision(text)


@pytest.mark.parametrize("text", ["", "..", "more...", "snippet", "." * 21, "-"])
def test_other_texts(text: str) -> None:
    assert not is_elision(text)
