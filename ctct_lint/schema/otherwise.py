"""Children that lack, though what they would say is there: otherwise written.

The URI of an address as the text of `FromEmail`, or as its attribute `id`, or in an
element of another name, is meant for the `Email` that `FromEmail` lacks: one fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.model.quota import Quota
from ctct_lint.schema.names import local_name
from ctct_lint.schema.text_home import certain_home, holds_text, home_of
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.facts import Facts

_MISSING = frozenset({"missing-element", "missing-attribute"})
_NOWHERE: tuple[None, str] = (None, "")
# Nobody writes more than so many texts where they have no place.
_MOST_COMPARED = 1_000
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
    lacking = _Lacking(missing, facts)
    written = [
        (place, fault) if place[1] else lacking.only_text(fault)
        for place, fault in ((lacking.otherwise(fault), fault) for fault in faults)
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


class _Lacking:
    """What elements lack, and what stands in them."""

    def __init__(
        self, missing: Iterable[tuple[_Element | None, str]], facts: Facts
    ) -> None:
        self._facts = facts
        self._names: dict[_Element | None, list[str]] = {}
        for parent, name in missing:
            self._names.setdefault(parent, []).append(name)
        parents = (parent for parent in self._names if parent is not None)
        self._present = {one: frozenset(map(local_name, one)) for one in parents}
        self._quota = Quota(_MOST_COMPARED)

    def otherwise(self, fault: Fault) -> tuple[_Element | None, str]:
        """Return the parent and the name of what of it is written otherwise."""
        if fault.kind == "attribute-as-element" and fault.at.element is not None:
            return fault.at.element.getparent(), fault.subject
        parent, text = _said(fault)
        if parent is None or parent not in self._names or not text:
            return _NOWHERE
        if not self._quota.takes(fault.kind):
            return _NOWHERE
        name = "" if fault.kind == "unexpected-text" else fault.subject
        present = self._present[parent]
        home = certain_home(self._facts, text, fault.owner, present, name)
        return parent, "" if home is None else home.name

    def only_text(self, fault: Fault) -> tuple[tuple[_Element | None, str], Fault]:
        """Return the one child that an element lacks, if a text is nothing else.

        The fault has its name as what is expected then.
        """
        if fault.kind != "unexpected-text":
            return _NOWHERE, fault
        parent, text = _said(fault)
        if parent is None or not text or len(self._names.get(parent, ())) != 1:
            return _NOWHERE, fault
        (name,) = self._names[parent]
        fact = self._facts.children_of(fault.owner).get(name)
        if fact is None or fact.value_format or not holds_text(fact, self._facts):
            return _NOWHERE, fault
        home = home_of(self._facts, text, fault.owner, self._present[parent])
        if len(parent) and (home is None or home.name != fact.name):
            return _NOWHERE, fault
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
