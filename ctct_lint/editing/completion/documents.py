"""Whole documents, for a text that has no element yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.completion.item import Item, ItemKind
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.surroundings import Surroundings

_DECLARATION = lazy(r"\s*<\?xml\b[^>]*\?>\s*")


def documents(here: Surroundings) -> Iterator[Item]:
    """Yield what can be begun with: a document for each thing that can be sent."""
    profile = here.profile
    if here.cursor.is_whole:
        # It is an element after all, and only its name is asked for.
        return
    hole, typed = here.cursor.hole, here.text[slice(*here.cursor.hole)]
    declared = _DECLARATION.match(here.text, 0, hole.start)
    for resource, operation in profile.starters():
        text = profile.starter(resource, operation)
        if declared:
            begun = _DECLARATION.match(text)
            text = text[begun.end() :] if begun else text
        label = f"{resource} ({operation})"
        sign = "<" if typed.startswith("<") else ""
        yield Item(
            label,
            ItemKind.DOCUMENT,
            Span(*hole),
            (text.rstrip("\n"),),
            f"{sign}{resource} entry",
            detail="a whole document",
        )
