"""The two names of an element: edited together, or given another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.outline import outline
from ctct_lint.text.span import Span
from ctct_lint.xml.chars import is_qname

if TYPE_CHECKING:
    from ctct_lint.editing.outline import Outline
    from ctct_lint.profiles.profile import Profile

_STAND_IN = "x"


def linked_names(
    text: str, offset: int, profile: Profile | None
) -> tuple[Span, Span] | None:
    """Return the two names of the element in one of which an offset is.

    None where there are not two that are the same: they could not be edited as one.
    """
    found = _names(outline(text, profile), offset)
    if found is None and _is_nameless(text, offset):
        found = _nameless(text, offset, profile)
    if len(found or ()) < 2 or found is None:  # noqa: PLR2004 - of start and end tag
        return None
    opening, closing = found
    same = text[slice(*opening)] == text[slice(*closing)]
    return (opening, closing) if same else None


def name_at(found: Outline, offset: int) -> Span | None:
    """Return the name of an element that an offset is in."""
    names = _names(found, offset) or []
    return next((name for name in names if name.holds(offset)), None)


def names_to_rename(found: Outline, offset: int, name: str) -> list[Span]:
    """Return the names that are to be written otherwise; none without an element.

    Raises ValueError where the new name is none.
    """
    if not is_qname(name):
        raise ValueError(f"`{name}` is no name of an element")
    return _names(found, offset) or []


def _names(found: Outline, offset: int) -> list[Span] | None:
    """Return the one or two names of the element whose name an offset is in."""
    node = found.innermost(offset)
    if node is None:
        return None
    names = [node.opening] if node.closing is None else [node.opening, node.closing]
    written = [name for name in names if name.start < name.end]
    return written if any(name.holds(offset) for name in written) else None


def _is_nameless(text: str, offset: int) -> bool:
    """Is it where a name was, and is typed again, between `<` or `</` and `>`?"""
    return text.endswith(("<", "</"), 0, offset) and text.startswith(">", offset)


def _nameless(text: str, offset: int, profile: Profile | None) -> list[Span] | None:
    """Return the empty names of an element that has lost both."""
    for other in ("</>", "<>"):
        at = (
            text.find(other, offset) if other == "</>" else text.rfind(other, 0, offset)
        )
        if at < 0:
            continue
        places = sorted((offset, at + len(other) - 1))
        tried = outline(_with_names(text, places), profile)
        found = _names(tried, places[0] + 1)
        moved = [Span(places[0], places[0] + 1), Span(places[1] + 1, places[1] + 2)]
        if found == moved:
            return [Span(place, place) for place in places]
    return None


def _with_names(text: str, places: list[int]) -> str:
    first, second = places
    return text[:first] + _STAND_IN + text[first:second] + _STAND_IN + text[second:]
