"""Misspelt children without their wrapper: `Contactlist` directly in a `Contact`.

Such a name is close to the wrapper's as well, which stands in that parent: what tells
them apart is which name is closer, and what the child holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.content.match import Wrapped
from ctct_lint.schema.matching.settled import wrap
from ctct_lint.schema.matching.wrapper import may_repeat
from ctct_lint.schema.names import has_text, local_name
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Schema


def meant_inside(child: _Element, wrapper: Element, schema: Schema) -> Element | None:
    """Return what a child is that a wrapper would hold; None if it is no such one."""
    held = schema.held_by(wrapper)
    by_name = {one.local_name: one for one in held.values()}
    # One that may hold others of its own name is meant itself.
    by_name[wrapper.local_name] = wrapper
    close = by_name.get(closest(local_name(child), by_name) or "", wrapper)
    meant = held.get(child.tag, close)
    inside = schema.held_by(meant)
    if any(inner.tag in held and inner.tag not in inside for inner in child):
        return None
    # A text may be what the wrapper should hold.
    is_text = meant.for_elements and has_text(child.text)
    return None if meant is wrapper or is_text else meant


def find_misnamed_inside(parent: Parent, match: Match) -> None:
    """Move what is closer to what a wrapper holds from `renamed` to `wrapped`.

    The strangers that would stand beside it in the wrapper go with it.
    """
    schema = parent.schema
    found: list[Wrapped] = []
    taken: set[_Element] = set()
    strangers = _Strangers(match.unknown, schema)
    for child, wrapper in match.renamed:
        meant = meant_inside(child, wrapper, schema)
        if meant is not None:
            inside = [child]
            if may_repeat(wrapper, meant.name, schema):
                inside += strangers.meant_as(meant, wrapper)
            taken.update(inside)
            found.append(_wrapped(inside, wrapper, meant))
    if taken:
        match.renamed = [pair for pair in match.renamed if pair[0] not in taken]
        match.unknown = [one for one in match.unknown if one not in taken]
        wrap(parent, match, found)


class _Strangers:
    """Hands out unknown children by what they are in wrappers; each but once."""

    def __init__(self, children: list[_Element], schema: Schema) -> None:
        self._children = children
        self._schema = schema
        # By the numbers of wrappers, then of what they hold.
        self._meant: dict[int, dict[int, list[_Element]]] = {}
        self._gone: set[_Element] = set()

    def meant_as(self, meant: Element, wrapper: Element) -> list[_Element]:
        """Return those that are meant as one element of a wrapper."""
        by_meaning = self._meant.get(wrapper.number)
        if by_meaning is None:
            by_meaning = self._meant[wrapper.number] = self._by_meaning(wrapper)
        alike = by_meaning.pop(meant.number, [])
        found = [child for child in alike if child not in self._gone]
        self._gone.update(found)
        return found

    def _by_meaning(self, wrapper: Element) -> dict[int, list[_Element]]:
        found: dict[int, list[_Element]] = {}
        for child in self._children:
            meant = meant_inside(child, wrapper, self._schema)
            if meant is not None:
                found.setdefault(meant.number, []).append(child)
        return found


def _wrapped(inside: list[_Element], wrapper: Element, meant: Element) -> Wrapped:
    row, those = inside, set(inside)
    if len(inside) > 1:
        parent = inside[0].getparent()
        assert parent is not None  # noqa: S101 - they are children
        row = [child for child in parent if child in those]
    return Wrapped(row, [wrapper], stubs=[etree.Element(meant.name) for _ in row])
