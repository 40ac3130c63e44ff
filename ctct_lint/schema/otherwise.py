"""Children that lack, though what they would say is there: otherwise written.

The URI of an address as the text of `FromEmail`, or as its attribute `id`, or in an
element of another name, is meant for the `Email` that `FromEmail` lacks: one fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part
from ctct_lint.model.quota import Quota
from ctct_lint.schema.content_faults import without_missing
from ctct_lint.schema.names import local_name
from ctct_lint.schema.text_home import certain_home, holds_text, home_of
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.facts import Facts

_MISSING, _MISSING_ATTRIBUTE = "missing-element", "missing-attribute"
_MISSING_KINDS = frozenset({_MISSING, _MISSING_ATTRIBUTE})
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
    lacking = _Lacking(faults, facts)
    if not lacking.parents:
        yield from faults
        return
    written = [
        (place, fault) if place[1] else lacking.only_text(fault)
        for place, fault in ((lacking.otherwise(fault), fault) for fault in faults)
    ]
    there: dict[_Element | None, set[str]] = {}
    for (parent, name), _ in written:
        if lacking.lacks(parent, name):
            there.setdefault(parent, set()).add(name)
    told: set[tuple[_Element | None, str]] = set()
    for place, fault in written:
        if place not in told and place[1] in there.get(place[0], ()):
            told.add(place)
            yield fault._replace(detail=NEEDED)
        else:
            yield from _without(fault, there.get(fault.at.element, ()))


def _without(fault: Fault, there: Container[str]) -> Iterator[Fault]:
    """Yield a fault but for what is missing and there."""
    if fault.kind == _MISSING:
        yield from filter(None, (without_missing(fault, there),))
    elif fault.kind != _MISSING_ATTRIBUTE or fault.subject not in there:
        yield fault


class _Lacking:
    """What elements lack, and what stands in them."""

    def __init__(self, faults: Iterable[Fault], facts: Facts) -> None:
        self._facts = facts
        self.parents: dict[_Element | None, list[Fault]] = {}
        for fault in faults:
            if fault.kind in _MISSING_KINDS:
                self.parents.setdefault(fault.at.element, []).append(fault)
        self._present: dict[_Element, frozenset[str]] = {}
        self._quota = Quota(_MOST_COMPARED)

    def lacks(self, parent: _Element | None, name: str) -> bool:
        """Is it told of an element that a child or an attribute is not there?"""
        return name in self._names(parent)

    def _names(self, parent: _Element | None) -> list[str]:
        """Return what an element lacks, of alternatives the first ones."""
        names: list[str] = []
        for fault in self.parents.get(parent, ()):
            expected = (one.partition("|")[0] for one in fault.expected)
            names += expected if fault.kind == _MISSING else (fault.subject,)
        return names

    def _present_in(self, parent: _Element) -> frozenset[str]:
        """Return the names of the children that are there."""
        if parent not in self._present:
            self._present[parent] = frozenset(map(local_name, parent))
        return self._present[parent]

    def otherwise(self, fault: Fault) -> tuple[_Element | None, str]:
        """Return the parent and the name of what of it is written otherwise."""
        if fault.kind == "attribute-as-element" and fault.at.element is not None:
            return fault.at.element.getparent(), fault.subject
        parent, text = _said(fault)
        if parent is None or parent not in self.parents or not text:
            return _NOWHERE
        if not self._quota.takes(fault.kind):
            return _NOWHERE
        name = "" if fault.kind == "unexpected-text" else fault.subject
        present = self._present_in(parent)
        home = certain_home(self._facts, text, fault.owner, present, name)
        return parent, "" if home is None else home.name

    def only_text(self, fault: Fault) -> tuple[tuple[_Element | None, str], Fault]:
        """Return the one child that an element lacks, if a text is nothing else.

        The fault has its name as what is expected then.
        """
        if fault.kind != "unexpected-text":
            return _NOWHERE, fault
        parent, text = _said(fault)
        names = self._names(parent) if text else []
        if parent is None or len(names) != 1:
            return _NOWHERE, fault
        (name,) = names
        fact = self._facts.children_of(fault.owner).get(name)
        if fact is None or fact.value_format or not holds_text(fact, self._facts):
            return _NOWHERE, fault
        present = self._present_in(parent)
        home = home_of(self._facts, text, fault.owner, present)
        if present and (home is None or home.name != fact.name):
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
