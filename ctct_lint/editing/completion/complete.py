"""What may be written at a place of a document that is being typed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.editing.completion.attributes import attributes
from ctct_lint.editing.completion.elements import elements
from ctct_lint.editing.completion.item import Item, ItemKind, Rank
from ctct_lint.editing.completion.mail import own_tags
from ctct_lint.editing.completion.values import attribute_values, text_values
from ctct_lint.editing.cursor import Where
from ctct_lint.editing.surroundings import surroundings
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.editing.surroundings import Surroundings
    from ctct_lint.profiles.profile import Profile

# Where a sign means more than itself. Other places are left alone when it is typed.
_TRIGGERED = {
    "<": frozenset({Where.NAME, Where.CDATA}),
    "/": frozenset({Where.END_NAME}),
    ":": frozenset({Where.NAME, Where.END_NAME, Where.ATTRIBUTE}),
    " ": frozenset({Where.ATTRIBUTE}),
    '"': frozenset({Where.VALUE}),
    "'": frozenset({Where.VALUE}),
}
TRIGGERS = tuple(_TRIGGERED)
_DECLARATION = lazy(r"\s*<\?xml\b[^>]*\?>\s*")


def complete(
    text: str,
    offset: int,
    profile: Profile | None,
    operation: str | None = None,
    trigger: str = "",
) -> list[Item]:
    """Return what may be inserted at an offset, what is wanted most first.

    operation  what the document is for, where somebody said so
    trigger    the sign that was typed just now, where no list was asked for
    """
    here = surroundings(text, offset, profile, operation)
    if trigger and here.cursor.where not in _TRIGGERED.get(trigger, ()):
        return []
    return sorted(_items(here, offset), key=lambda item: item.rank.value)


def _items(here: Surroundings, offset: int) -> Iterable[Item]:
    match here.cursor.where:
        case Where.NAME | Where.TEXT:
            return _content(here, offset)
        case Where.CDATA:
            return chain(own_tags(here, offset), text_values(here, offset))
        case Where.END_NAME:
            return _end_tags(here)
        case Where.ATTRIBUTE:
            return attributes(here)
        case Where.VALUE:
            return attribute_values(here)
        case _:
            return ()


def _content(here: Surroundings, offset: int) -> Iterable[Item]:
    found = chain(_end_tags(here), own_tags(here, offset), elements(here))
    if here.cursor.where is Where.TEXT:
        found = chain(found, text_values(here, offset))
    if here.is_first:
        found = chain(documents(here), found)
    return found


def _end_tags(here: Surroundings) -> Iterator[Item]:
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
