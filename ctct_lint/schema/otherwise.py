"""Children that lack, though what they would say is there: otherwise written.

The URI of an address as the text of `FromEmail`, or as its attribute `id`, or in an
element of another name, is meant for the `Email` that `FromEmail` lacks: one fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.schema.names import local_name
from ctct_lint.schema.text_home import certain_home, holds_text, home_of
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.facts import Facts

_MISSING = frozenset({"missing-element", "missing-attribute"})
# What says that nothing less than the missing child is meant.
NEEDED = "needed"


def with_needed(faults: Iterable[Fault], facts: Facts) -> Iterator[Fault]:
    """Yield faults without what is missing only because it is written otherwise.

    The fault of that has `NEEDED` as its detail then.
    """
    faults = list(faults)
    missing = {(f.at.element, f.subject) for f in faults if f.kind in _MISSING}
    if not missing:
        yield from faults
        return
    lacking = {parent for parent, _ in missing if parent is not None}
    present = {parent: frozenset(map(local_name, parent)) for parent in lacking}
    written = [(_otherwise(fault, facts, present), fault) for fault in faults]
    written = [
        (place, fault) if place[1] else _only_text(fault, missing, facts)
        for place, fault in written
    ]
    there = missing.intersection(place for place, _ in written)
    told: set[tuple[_Element | None, str]] = set()
    for place, fault in written:
        if place in there - told:
            told.add(place)
            yield fault._replace(detail=NEEDED)
        elif (
            fault.kind not in _MISSING or (fault.at.element, fault.subject) not in there
        ):
            yield fault


def _otherwise(
    fault: Fault, facts: Facts, present: Mapping[_Element, frozenset[str]]
) -> tuple[_Element | None, str]:
    """Return the parent and the name of what of it is written otherwise.

    `present` has the names of the children of each parent that lacks something.
    """
    if fault.kind == "attribute-as-element" and fault.at.element is not None:
        return fault.at.element.getparent(), fault.subject
    parent, text = _said(fault)
    if parent is None or parent not in present or not text:
        return None, ""
    name = "" if fault.kind == "unexpected-text" else fault.subject
    home = certain_home(facts, text, fault.owner, present[parent], name)
    return parent, "" if home is None else home.name


def _only_text(
    fault: Fault, missing: Collection[tuple[_Element | None, str]], facts: Facts
) -> tuple[tuple[_Element | None, str], Fault]:
    """Return the one child that an element lacks, if a text in it can be nothing else.

    The fault has its name as what is expected then.
    """
    nothing: tuple[None, str] = (None, "")
    if fault.kind != "unexpected-text":
        return nothing, fault
    parent, text = _said(fault)
    lacking = [name for element, name in missing if element is parent]
    if len(lacking) != 1 or not text or parent is None:
        return nothing, fault
    fact = facts.children_of(fault.owner).get(lacking[0])
    if fact is None or fact.value_format or not holds_text(fact, facts):
        return nothing, fault
    home = home_of(facts, text, fault.owner, frozenset(map(local_name, parent)))
    if len(parent) and (home is None or home.name != fact.name):
        return nothing, fault
    return (parent, fact.name), fault._replace(expected=(fact.name,))


def _said(fault: Fault) -> tuple[_Element | None, str]:
    """Return where a text or a value stands that has no place there, and itself."""
    element = fault.at.element
    assert element is not None  # noqa: S101 - faults of the schema have one
    match fault.kind:
        case "unexpected-text":
            is_tail = fault.at.part is Part.TAIL
            return element.getparent() if is_tail else element, fault.subject
        case "unknown-attribute":
            return element, trimmed(element.get(fault.at.name))
        case "unknown-element" if not len(element):
            return element.getparent(), trimmed(element.text)
        case _:
            return None, ""
