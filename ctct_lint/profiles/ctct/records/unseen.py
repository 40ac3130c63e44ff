"""Texts of invisible characters, where a visible text is needed."""

from __future__ import annotations

from functools import cache

from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.text.white_space import WHITE_SPACE, is_invisible


def is_unseen(text: str) -> bool:
    """Say whether a text is of invisible characters, and not of white space alone."""
    if text.isascii():
        return False
    return all(c in WHITE_SPACE or is_invisible(c) for c in text)


@cache
def needing_text(owner: str) -> tuple[str, ...]:
    """Return the names of an element's children that must have a text."""
    known = children_of(owner).values()
    return tuple(f.name for f in known if f.type_name == "NonBlankElement")
