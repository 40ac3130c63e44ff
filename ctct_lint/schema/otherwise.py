"""Children that lack, though what they would say is there: otherwise written.

The URI of an address as the text of `FromEmail`, or as its attribute `id`, or in an
element of another name, is meant for the `Email` that `FromEmail` lacks: one fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.schema.names import local_name
from ctct_lint.schema.text_home import certain_home
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
