"""Numbers with their nouns, for people."""

from __future__ import annotations


def count(number: int, word: str) -> str:
    """Return `1 line` or `1,204 lines`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
