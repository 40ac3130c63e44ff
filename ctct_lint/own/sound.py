"""Checks that what a user's own rule yields is a finding: it may be anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from ctct_lint.model.place import Part, Place
from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.rules.base import Finding, Proposal

if TYPE_CHECKING:
    from lxml.etree import _Element

_OF_ATTRIBUTE = frozenset({Part.ATTRIBUTE_NAME, Part.ATTRIBUTE_VALUE})


def checked(found: Any, top: _Element) -> Finding:
    """Return what a rule has yielded, as a finding of the tree; TypeError if not.

    Lists do for tuples.

    top  the root of the tree, as it was before the rule was called
    """
    if not isinstance(found, Finding):
        _refuse("it yields", found, "a `Finding`")
    _is_place(found.at, "at", top)
    if not isinstance(found.message, str):
        _refuse("`message` is", found.message, "a text")
    if not found.message.strip():
        raise TypeError("`message` is empty: it has to say what is wrong")
    if not isinstance(found.severity, Severity | None):
        _refuse("`severity` is", found.severity, "a `Severity`")
    return found._replace(
        message=_line(found.message),
        help=tuple(_text(one, "help") for one in _many(found.help, "help")),
        notes=tuple(_text(one, "notes") for one in _many(found.notes, "notes")),
        related=tuple(
            _pair(one, "related", top) for one in _many(found.related, "related")
        ),
        fixes=tuple(_fix(one, top) for one in _many(found.fixes, "fixes")),
    )


def worded(value: Any) -> str:
    """Return what a value is, for a message."""
    return "None" if value is None else f"a `{type(value).__name__}`"


def _fix(fix: Any, top: _Element) -> Proposal:
    if not isinstance(fix, Proposal):
        _refuse("`fixes` holds", fix, "a `Proposal`")
    if not isinstance(fix.applicability, Applicability):
        _refuse("`applicability` is", fix.applicability, "an `Applicability`")
    edits = tuple(_pair(one, "edits", top) for one in _many(fix.edits, "edits"))
    return fix._replace(title=_line(_text(fix.title, "title")), edits=edits)


def _pair(pair: Any, name: str, top: _Element) -> tuple[Place, str]:
    """Return a place with a text."""
    if isinstance(pair, Place) or not isinstance(pair, tuple | list) or len(pair) != 2:  # noqa: PLR2004
        _refuse(f"`{name}` holds", pair, "a place with a text")
    place, text = pair
    return _is_place(place, name, top), _text(text, name)


def _is_place(place: Any, name: str, top: _Element) -> Place:
    """Return a place of the tree."""
    if not isinstance(place, Place) or not isinstance(place.part, Part):
        _refuse(f"`{name}` is", place, "a place, as `name_of(element)` makes one")
    element = place.element
    if element is None or not isinstance(getattr(element, "tag", None), str):
        _refuse(f"`{name}` is a place of", element, "an element")
    if top_of(element) is not top:
        raise TypeError(f"`{name}` is a place of what is not in the document")
    if place.part in _OF_ATTRIBUTE and place.name not in element.attrib:
        raise TypeError(f"`{name}` is a place of an attribute that is not there")
    numbers = place.start, place.end
    if not all(isinstance(number, int) and number >= 0 for number in numbers):
        raise TypeError(f"`{name}` is a place from {place.start!r} to {place.end!r}")
    return place


def top_of(element: _Element) -> _Element:
    """Return the root of the tree that an element is in."""
    top = element
    for above in element.iterancestors():
        top = above
    return top


def _many(values: Any, name: str) -> tuple[Any, ...]:
    """Return several values; a text alone would be taken for its letters."""
    is_one = isinstance(values, Finding | Proposal | Place)
    if is_one or not isinstance(values, tuple | list):
        _refuse(f"`{name}` is", values, "a tuple: put `(` and `,)` around it")
    return tuple(values)


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        _refuse(f"`{name}` holds", value, "a text")
    return value


def _line(text: str) -> str:
    """Return a text as one line, which formats of a line for each finding need."""
    return " ".join(text.split())


def _refuse(what: str, value: Any, wanted: str) -> NoReturn:
    raise TypeError(f"{what} {worded(value)}, not {wanted}")
