"""The tags of a service in the text of an element, which is markup itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.completion.item import Item, ItemKind
from ctct_lint.editing.cursor import Where
from ctct_lint.editing.snippet import Stop
from ctct_lint.text.escapes import with_references
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.snippet import Part
    from ctct_lint.editing.surroundings import Surroundings

_TYPED = lazy(r"(?:<|&(?:l(?:t;?)?)?)?\w*\Z")
_LONGEST = 80
_NAME = lazy(r"\w+")
_GAP = "…"


def own_tags(here: Surroundings, offset: int) -> Iterator[Item]:
    """Yield the tags that the service knows, escaped but in a CDATA section."""
    owner = "" if here.parent is None else here.parent.local_name
    is_raw = here.cursor.where is Where.CDATA
    span = _typed(here.text, offset)
    for tag in here.profile.own_tags(owner):
        name = _NAME.search(tag)
        label = name[0] if name else tag
        typed = f"{_sign(here.text[slice(*span)])}{label}"
        parts = tuple(_parts(tag, is_raw=is_raw))
        yield Item(tag, ItemKind.TAG, span, parts, typed)


def _typed(text: str, offset: int) -> Span:
    found = _TYPED.search(text, max(0, offset - _LONGEST), offset)
    return Span(found.start() if found else offset, offset)


def _sign(typed: str) -> str:
    """Return what is typed before a name: `<`, `&lt;` or a part of that."""
    for sign in ("<", "&lt;", "&lt", "&l", "&"):
        if typed.startswith(sign):
            return sign
    return ""


def _parts(tag: str, *, is_raw: bool) -> Iterator[Part]:
    first, *others = tag.split(_GAP)
    yield first if is_raw else with_references(first, "&<>")
    for text in others:
        yield Stop()
        yield text if is_raw else with_references(text, "&<>")
