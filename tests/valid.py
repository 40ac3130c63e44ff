"""The valid fixtures, and what there is to say of them and of what is made of them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from ctct_lint import lint

VALID = Path(__file__).parents[1] / "fixtures" / "valid"


def text_of(name: str) -> str:
    """Return the text of one, without white space behind it."""
    return (VALID / name).read_text("utf-8").rstrip()


@cache
def whole(name: str) -> tuple[str, Counter[str]]:
    """Return one, and what there is to say of it."""
    text = text_of(name)
    return text, codes(text, name)


def codes(text: str, name: str) -> Counter[str]:
    """Return how often each code is told of a text that is made of one."""
    return Counter(d.code for d in lint(text, operation=name.split(".")[-2]))
