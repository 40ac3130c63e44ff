"""The end tag of the element that is open at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.completion.item import Item, ItemKind, Rank
from ctct_lint.editing.cursor import Where
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.surroundings import Surroundings


def end_tags(here: Surroundings) -> Iterator[Item]:
    """Yield the end tag: behind `</` always, elsewhere if the element has none."""
    parent, cursor = here.parent, here.cursor
    if parent is None:
        return
    label = f"</{parent.name}>"
    if cursor.where is Where.END_NAME:
        ends_later = cursor.is_whole and here.text[cursor.typed.end - 1] != ">"
        written = parent.name if ends_later else f"{parent.name}>"
        yield Item(label, ItemKind.END_TAG, cursor.typed, (written,), written, Rank.END)
    elif here.lacks_end and not cursor.is_whole:
        # A text before the cursor stays.
        end = cursor.hole.end
        span = cursor.hole if cursor.where is Where.NAME else Span(end, end)
        yield Item(label, ItemKind.END_TAG, span, (label,), label, Rank.END)
