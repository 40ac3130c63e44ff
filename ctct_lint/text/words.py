"""Words that a run says in more than one place."""

from __future__ import annotations


def count(number: int, word: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
