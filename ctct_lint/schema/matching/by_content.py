"""Strangers that hold what one other element of their parent would hold.

`<Recipients>` round each `ContactList` is a `ContactLists`, whatever it is called, and
an `<Adr>` with the `id` of an `Email` is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.model.fault import ALIKE, NAMED
from ctct_lint.schema.content.match import Meant
from ctct_lint.schema.matching.aliases import said_name
from ctct_lint.schema.matching.fitting import (
    has_place_for,
    is_strange,
    own_attributes,
)
from ctct_lint.schema.matching.settled import each_once
from ctct_lint.schema.matching.text_home import is_id
from ctct_lint.schema.matching.wrapper import cost_in
from ctct_lint.schema.names import children, has_text, has_texts
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Schema

# A stranger more is one repair; one that is what lacks makes two of it.
_STRANGE, _STRANGE_AND_MISSING = 1, 2


def find_by_content(parent: Parent, match: Match) -> None:
    """Move strangers that are others by what they hold to `meant`."""
    if not match.unknown or not parent.may("content"):
        return
    likely = ((child, _likely(child, parent)) for child in match.unknown)
    row = parent.row
    for child, meant in [one for one in likely if one[1]]:
        row = _named(child, meant, row, match, parent)


def _named(
    child: _Element,
    likely: list[Element],
    row: list[_Element],
    match: Match,
    parent: Parent,
) -> list[_Element]:
    """Say what a stranger is, if that is clear; return the row with that in its place.

    Only one that lacks may be it by more than what it holds as a whole, or is called.
    """
    rows = [[etree.Element(e.name) if c is child else c for c in row] for e in likely]
    saved = [parent.cost(row) - parent.cost(tried) for tried in rows]
    best = max(saved)
    found = [n for n, one in enumerate(saved) if one == best]
    if best == _STRANGE:
        found = [n for n in found if is_whole(child, likely[n], parent.schema)]
    if best < _STRANGE or len(found) != 1:
        return row
    meant, lacks = likely[found[0]], best >= _STRANGE_AND_MISSING
    named = (one for one in match.missing if meant.local_name in one.names)
    missing = next(named, None) if lacks else None
    match.unknown.remove(child)
    why = ALIKE if children(child) or not has_text(child.text) else NAMED
    match.meant.append(Meant(child, meant, why if missing is None else ""))
    if missing is not None:
        match.missing.remove(missing)
    return rows[found[0]]


def is_whole(child: _Element, meant: Element, schema: Schema) -> bool:
    """Is it right as what it may be meant for, at least by the names in it?

    Or does an attribute say that it is that, or do several belong to it?
    """
    inside = children(child)
    if not inside:
        is_said = said_name(child, (meant,)) is not None
        return is_said or len(own_attributes(child)) > 1
    return cost_in(meant, inside, schema) == 0


def _likely(child: _Element, parent: Parent) -> list[Element]:
    """Return the elements that would hold all that a stranger holds."""
    model, schema = parent.model, parent.schema
    if not is_strange(child, schema):
        return []
    inside = children(child)
    said = said_name(child, model.elements)
    if said is not None and not inside and has_text(child.text):
        return [said[1]]
    holders = model.inside.holders if inside else {}
    known = next((c.tag for c in inside if c.tag in holders), None)
    if known is not None:
        return each_once(o for o in holders[known] if may_hold(child, o, schema))
    others = model.elements if own_attributes(child) else ()
    likely = (one for one in others if _has_all(child, one, schema))
    return [one for one in likely if not inside or may_hold(child, one, schema)]


def may_hold(child: _Element, meant: Element, schema: Schema) -> bool:
    """Has an element a place for everything in a stranger?"""
    model, found = schema.model(meant), schema.complex_type(meant)
    named, wildcard = schema.attributes(meant)
    is_strange_to_it = any(name not in named for name in own_attributes(child))
    if model is None or found is None or (is_strange_to_it and wildcard is None):
        return False
    if not found.mixed and has_texts(child):
        return False
    return all(has_place_for(model, str(inner.tag)) for inner in children(child))


def _has_all(child: _Element, meant: Element, schema: Schema) -> bool:
    """Has a stranger just what an element needs: its attributes?"""
    named, needed = schema.attributes(meant).named, schema.required_attributes(meant)
    own, facts = own_attributes(child), schema.facts
    if meant.abstract or has_text(child.text) or not (named and needed):
        return False
    if not (set(own) <= named.keys() and set(needed) <= set(own)):
        return False
    has_id = bool(facts.path_of(meant.local_name)) and "id" in own
    return not has_id or is_id(trimmed(child.get("id")), meant.local_name, facts)
