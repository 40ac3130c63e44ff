"""Faults of duplicate elements: what comes of the one that is too many is not told.

The elements that both hold are checked, as either may be the one to stay. What the
worse of the two lacks, or that its text is wrong, tells only which one is too many:
that is no fault of its own. So are the keys of a copy. Where several may stand the
first one is right where it is, and what is wrong in it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import DOUBLE
from ctct_lint.model.place import Part
from ctct_lint.schema.explain.too_many import MOST
from ctct_lint.schema.names import has_text

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.content.match import Duplicate

_LACKS = frozenset({"missing-attribute", "missing-element"})
# Those of what has no place where it stands.
_STRANGE = frozenset({"misplaced-element", "unknown-attribute", "unknown-element"})
# Those of a key or an ID that stands in a copy as well.
_OF_COPIES = frozenset(
    {"ambiguous-key", "complex-key", "duplicate-id", "duplicate-key"}
)


def without_doubles(
    faults: Sequence[Fault], duplicates: Sequence[Duplicate], members: set[_Element]
) -> list[Fault]:
    """Return the faults without those that only say which duplicate is the worse.

    `duplicates` has those of an element before those of its descendants; `members` are
    the elements of them all.
    """
    if not members:
        return list(faults)
    groups: dict[_Element, list[_Element]] = {}
    for duplicate in duplicates:
        groups.setdefault(duplicate.first, []).append(duplicate.child)
    inside = _inside(faults, members)
    doubles = (fault for fault in faults if fault.kind == DOUBLE)
    repeated = {fault.at.element for fault in doubles if fault.detail.startswith(MOST)}
    dropped: set[int] = set()
    of_worse: set[int] = set()
    worse: set[_Element] = set()

    def own(one: _Element) -> set[int]:
        numbers = inside.get(one, ())
        return {n for n in numbers if _is_of_worse(faults[n], members, repeated)}

    for first, later in reversed(groups.items()):
        is_one = repeated.isdisjoint(later)
        in_first = set(inside.get(first, ())) - dropped if is_one else set()
        if in_first and any(dropped.issuperset(inside.get(one, ())) for one in later):
            dropped.update(in_first)
            worse.update(later)
        if is_one and not all(map(own, later)):
            of_worse |= own(first)
        for one in later:
            dropped.update(inside.get(one, ()))
            of_worse |= own(one)
            if is_one and _is_another(one, [faults[n] for n in inside.get(one, ())]):
                of_worse.update(inside[one])
    kept = (fault for number, fault in enumerate(faults) if number not in of_worse)
    return [of_first(f) if f.at.element in worse else f for f in kept]


def _is_another(double: _Element, faults: Sequence[Fault]) -> bool:
    """Say whether most of the things that a duplicate holds have no place there.

    Then it is another element with a wrong name, and nothing of that is a fault.
    """
    strange = [one.at.element for one in faults if one.kind in _STRANGE]
    own = sum(
        e is double or (e is not None and e.getparent() is double) for e in strange
    )
    return own > 1 and 2 * own > len(double) + len(double.attrib)


def _is_of_worse(
    fault: Fault, members: Container[_Element], repeated: Container[_Element | None]
) -> bool:
    """Say whether a fault in a duplicate tells no more than that it is the worse.

    That is what it lacks, or an empty element in it, and its own text. `repeated` has
    those of which several may stand: what one of these lacks is its own.
    """
    element, kind = fault.at.element, fault.kind
    if kind in _OF_COPIES or element is None:
        return True
    if kind in _LACKS and _is_bare(element):
        return True
    if element not in members:
        return False
    if kind in _LACKS:
        return element not in repeated
    return fault.at.part is Part.VALUE and not len(element)


def _is_bare(element: _Element) -> bool:
    """Say whether it has neither children nor attributes, nor a text of its own."""
    return not (len(element) or element.attrib or has_text(element.text))


def of_first(fault: Fault) -> Fault:
    """Say of a duplicate that the first one is the worse."""
    is_it = fault.kind == DOUBLE and not fault.detail
    return fault._replace(detail="first") if is_it else fault


def _inside(
    faults: Sequence[Fault], members: set[_Element]
) -> dict[_Element, list[int]]:
    """Return for each of the elements the numbers of the faults in it."""
    found: dict[_Element, list[int]] = {}
    around = _Around(members)
    for number, fault in enumerate(faults):
        element = fault.at.element
        is_outside = fault.kind == DOUBLE or fault.at.part is Part.TAIL
        if is_outside and element is not None:
            element = element.getparent()
        while (member := around.innermost(element)) is not None:
            found.setdefault(member, []).append(number)
            element = member.getparent()
    return found


class _Around:
    """Finds which of some elements an element stands in; each way up is gone once."""

    def __init__(self, members: set[_Element]) -> None:
        self._members = members
        self._known: dict[_Element, _Element | None] = {}

    def innermost(self, element: _Element | None) -> _Element | None:
        """Return the innermost of the elements around one; it may be itself."""
        passed: list[_Element] = []
        known, members = self._known, self._members
        while element is not None and element not in members:
            if element in known:
                element = known[element]
                break
            passed.append(element)
            element = element.getparent()
        known.update(dict.fromkeys(passed, element))
        return element
