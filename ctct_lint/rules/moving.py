"""The fixes for elements that belong elsewhere: beside their siblings, or in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.copied import Copied
from ctct_lint.model.indent import indent_of
from ctct_lint.model.place import after, before, whole
from ctct_lint.rules.base import Proposal, guess
from ctct_lint.rules.insertion import Homes
from ctct_lint.rules.wording import child_tag, quoted
from ctct_lint.schema.names import local_name, with_prefix

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.copied import NewText
    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.schema.facts.facts import Facts


def moving(fault: Fault, title: str, name: str) -> Iterator[Proposal]:
    """Yield the fix that writes an element of this name where the fault's one belongs.

    The fault's `detail` is `before x` or `after x`. Where several `x` stand apart, the
    fault has the right one as what is related without a name, or there is no fix.
    """
    element = fault.at.element
    where, _, neighbour = fault.detail.partition(" ")
    beside = next((at.element for at, name in fault.related if not name), None)
    if element is not None and beside is None:
        beside = _beside(element, neighbour, where)
    if element is None or beside is None:
        return
    copied, indent = Copied(element, with_prefix(element, name)), indent_of(beside)
    there: tuple[Place, NewText] = (after(beside), (indent, copied))
    if where == "before":
        there = (before(beside), (copied, indent))
    title = f"{title} {where} {quoted(neighbour)}"
    yield guess(title, (whole(element), ""), there)


def ordering(fault: Fault, order: Sequence[str]) -> Iterator[Proposal]:
    """Yield the fix that moves the fault's elements to where they belong.

    order  the names of these and of all others beside them. There is no fix where more
           than one has the same name
    """
    places = (fault.at, *(place for place, _ in fault.related))
    moved = dict.fromkeys(e for _, e, *_ in places if e is not None)
    first = next(iter(moved))
    siblings = [child for name in order for child in _named(first, name)]
    stays = [child for child in siblings if child not in moved]
    if not stays or len(siblings) != len(order):
        return
    there: dict[Place, list[str | Copied]] = {}
    anchor = None
    for child in siblings:
        copied = Copied(child, with_prefix(child, local_name(child)))
        if child not in moved:
            anchor = child
        elif anchor is None:
            parts = there.setdefault(before(stays[0]), [])
            parts += (copied, indent_of(stays[0]))
        else:
            parts = there.setdefault(after(anchor), [])
            parts += (indent_of(anchor), copied)
    removed = ((whole(child), "") for child in moved)
    written = ((place, tuple(parts)) for place, parts in there.items())
    yield guess("move them there", *removed, *written)


def moving_in(
    elements: Sequence[_Element], home: _Element, facts: Facts, title: str
) -> Proposal:
    """Return the fix that writes elements into one that does not hold them."""
    homes = Homes(facts, home)
    there: dict[Place, tuple[str | Copied, ...]] = {}
    for element in elements:
        place, ahead, behind = homes.of(local_name(element))
        copied = Copied(element, child_tag(home, local_name(element))[1:-1])
        there[place] = (*there.get(place, ()), ahead, copied, behind)
    removed = ((whole(element), "") for element in elements)
    return guess(title, *removed, *there.items())


def moving_out(element: _Element, like: _Element, title: str) -> Proposal:
    """Return the fix that writes an element behind its like, in which it stands."""
    written = indent_of(like), Copied(element, with_prefix(like, local_name(element)))
    return guess(title, (whole(element), ""), (after(like), written))


def sibling_of(elements: Sequence[_Element], names: Sequence[str]) -> _Element | None:
    """Return the only sibling that has one of some names, None if there is none."""
    found = [one for name in names for one in _named(elements[0], name)]
    return found[0] if len(found) == 1 and found[0] not in elements else None


def _beside(element: _Element, name: str, where: str) -> _Element | None:
    """Return the sibling of a name to move an element to, if it is clear which one.

    Of several in a row that is the first one or the last one.
    """
    named = _named(element, name)
    if not named or element in named:
        return None
    row = [child for child in named[0].itersiblings() if child is not element]
    if row[: len(named) - 1] != list(named[1:]):
        return None
    return named[-1 if where == "after" else 0]


def _named(element: _Element, name: str) -> tuple[_Element, ...]:
    """Return an element's siblings of a name, with itself."""
    parent = element.getparent()
    return () if parent is None else tuple(parent.iterchildren(f"{{*}}{name}"))
