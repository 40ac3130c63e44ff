"""Strangers that others of their parent tell the meaning of: they belong into those.

A `ContactList` beside a `ContactLists` has left that, or lacks one of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.match import Wrapped
from ctct_lint.schema.matching.fitting import may_be, misfits
from ctct_lint.schema.matching.misnamed_inside import meant_inside
from ctct_lint.schema.matching.settled import (
    each_once,
    elements_there,
    is_before,
    is_needed,
    settle,
)
from ctct_lint.schema.matching.wrapper import is_whole
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.matching.parent import Parent

# So many of a parent may each have lost what stands round others.
_MOST = 32


def settle_alone(parent: Parent, match: Match, near: Near) -> None:
    """Move to `wrapped` what lacks, or has left, what others of the parent have."""
    lacking = near.lacking(parent.element) if match.unknown else {}
    for child in match.unknown[:_MOST]:
        if not parent.may("alone"):
            continue
        wrapped = _lost(child, match, parent) or _misnamed(child, match, parent)
        if wrapped is not None and parent.may("places"):
            settle(parent, wrapped)
            other = lacking.get(local_name(child))
            is_told = other is wrapped.home or not is_needed(wrapped, parent.schema)
            if other is not None and is_told:
                continue
            is_new = is_whole(wrapped, wrapped.wrappers[0], parent.schema)
            if wrapped.stubs or wrapped.home is not None or (wrapped.fits and is_new):
                match.unknown.remove(child)
                match.wrapped.append(wrapped)


def _lost(child: _Element, match: Match, parent: Parent) -> Wrapped | None:
    """Return the one kind of elements in the parent that a child may have stood in."""
    wrappers, schema = parent.model.inside.wrappers, parent.schema
    holders = [one for one in wrappers if child.tag in schema.held_by(one)]
    if holders:
        there = elements_there(match.matched, schema)
        there.update(wrapped.wrappers[0] for wrapped in match.wrapped)
        holders = [one for one in holders if one in there]
    if not each_once(holders)[1:]:
        # Of several types that one is meant which has ended too early.
        holders = [o for o in holders if is_before(child, o, schema)] or holders
    if len(holders) != 1 or misfits([child], holders[0], schema):
        return None
    return Wrapped([child], holders, is_there=True)


def _misnamed(child: _Element, match: Match, parent: Parent) -> Wrapped | None:
    """Return that a child is a misspelt one of an element that is there, if it is.

    Of what it is closest to there must be one in the parent.
    """
    # To look for a whole declaration takes longer than for its number.
    there = {term.number for _, term in match.matched if isinstance(term, Element)}
    holders = [one for one in parent.model.inside.wrappers if one.number in there]
    meant = [(one, meant_inside(child, one, parent.schema)) for one in holders]
    found = [
        (one, right)
        for one, right in meant
        if right is not None and right.local_name != local_name(child)
    ]
    if len(found) != 1 or not may_be(child, found[0][1], parent.schema):
        return None
    wrapper, right = found[0]
    return Wrapped([child], [wrapper], is_there=True, stubs=[etree.Element(right.name)])
