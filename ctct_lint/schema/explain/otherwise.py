"""Missing children whose value is there, but written in another way.

The URI of an address as the text of `FromEmail`, or as its attribute `id`, or in an
element of another name, is meant for the `Email` that `FromEmail` lacks: one fault.
So are tags that are escaped, and dots for what was left out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.model.fault import EMPTY, NEEDED
from ctct_lint.model.place import Part
from ctct_lint.model.quota import Quota
from ctct_lint.schema.content.match import NOTHING
from ctct_lint.schema.explain.child_faults import without_missing
from ctct_lint.schema.matching.text_home import (
    certain_home,
    home_of,
    is_id,
    may_mean,
    takes_text,
    text_called,
)
from ctct_lint.schema.names import local_name
from ctct_lint.text.elision import is_elision
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.facts.facts import Facts

    # A parent, and which of its children are meant.
    _Place = tuple[_Element | None, tuple[str, ...]]

_MISSING, _MISSING_ATTRIBUTE = "missing-element", "missing-attribute"
_MISSING_KINDS = frozenset({_MISSING, _MISSING_ATTRIBUTE})
# Those of markup that is escaped, without their prefixes.
_TAGS = lazy(r"<(?:[\w.-]+:)?([\w.-]+)")
_NOWHERE: tuple[None, tuple[str, ...]] = (None, ())
# No real document has more texts than that where they have no place.
_MOST_COMPARED = 1_000
# A text is hardly meant for more children than that.
_MOST_MEANT = 3


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
        for place, fault in ((lacking.place_of(fault), fault) for fault in faults)
    ]
    there: dict[_Element | None, set[str]] = {}
    for (parent, names), _ in written:
        found = there.setdefault(parent, set())
        found.update(name for name in names if lacking.lacks(parent, name))
    told: set[_Place] = set()
    for place, fault in written:
        parent, names = place
        if names and place not in told and there[parent].issuperset(names):
            told.add(place)
            yield fault._replace(detail=NEEDED)
        elif there.get(fault.at.element):
            yield from _without(fault, there[fault.at.element])
        else:
            yield fault


def _without(fault: Fault, there: Container[str]) -> Iterator[Fault]:
    """Yield a fault but for what is missing and there."""
    if fault.kind == _MISSING:
        yield from filter(None, (without_missing(fault, there),))
    elif fault.kind == _MISSING_ATTRIBUTE:
        lacking = fault.expected or (fault.subject,)
        left = tuple(name for name in lacking if name not in there)
        if left:
            expected = left if len(left) > 1 else ()
            yield fault._replace(subject=left[0], expected=expected)
    else:
        yield fault


class _Lacking:
    """What elements lack, and what stands in them."""

    def __init__(self, faults: Iterable[Fault], facts: Facts) -> None:
        self._facts = facts
        self.parents: dict[_Element | None, list[Fault]] = {}
        for fault in faults:
            if fault.kind in _MISSING_KINDS and fault.expected != (NOTHING,):
                self.parents.setdefault(fault.at.element, []).append(fault)
        # All children of an element may ask what it lacks, which may be very much.
        self._names = cache(self._lacked)
        self._set = cache(lambda parent: frozenset(self._names(parent)))
        self._present_in = cache(_present_in)
        self._quota = Quota(_MOST_COMPARED)

    def lacks(self, parent: _Element | None, name: str) -> bool:
        """Is it told of an element that a child or an attribute is not there?"""
        return name in self._set(parent)

    def _lacked(self, parent: _Element | None) -> list[str]:
        """Return what an element lacks, of alternatives the first ones."""
        every = (f.expected or (f.subject,) for f in self.parents.get(parent, ()))
        return [one.partition("|")[0] for expected in every for one in expected]

    def place_of(self, fault: Fault) -> _Place:
        """Return the parent and the names of what of it is written otherwise."""
        element = fault.at.element
        if fault.kind == "misspelt-element" and element is not None:
            return self._of_invented(element, fault)
        place = self._otherwise(fault)
        return place if place[1] else self._of_stranger(element, fault)

    def _of_invented(self, element: _Element, fault: Fault) -> _Place:
        """Of `<ListId>3</ListId>`: the `id` is missing only as its name is wrong."""
        is_text = trimmed(element.text) and not (len(element) or element.attrib)
        has_id = bool(self._facts.path_of(fault.expected[0]))
        is_meant = is_text and has_id and self.lacks(element, "id")
        return (element, ("id",)) if is_meant and not fault.detail else _NOWHERE

    def _of_stranger(self, element: _Element | None, fault: Fault) -> _Place:
        """Of one that has what its parent lacks as its `id`."""
        parent = None if element is None else element.getparent()
        names = self._names(parent)
        is_strange = fault.kind == "unknown-element" and len(names) == 1
        if element is None or parent is None or not is_strange:
            return _NOWHERE
        is_meant = names[0] == "id" and is_id(
            trimmed(element.text), fault.owner, self._facts
        )
        return (parent, ("id",)) if is_meant else _NOWHERE

    def _otherwise(self, fault: Fault) -> _Place:
        if fault.kind == "attribute-as-element" and fault.at.element is not None:
            return fault.at.element.getparent(), (fault.subject,)
        if fault.detail == EMPTY and fault.edits:
            is_told = fault.expected == ("id",) and is_id(
                fault.subject, fault.owner, self._facts
            )
            return _NOWHERE if is_told else (fault.at.element, fault.expected)
        parent, text = _said(fault)
        if parent is None or parent not in self.parents or not text:
            return _NOWHERE
        if not self._quota.takes(fault.kind):
            return _NOWHERE
        if text.startswith("<") or is_elision(text):
            return parent, self._meant_by(text, parent)
        return parent, self._home(fault, parent, text)

    def _home(self, fault: Fault, parent: _Element, text: str) -> tuple[str, ...]:
        """Return the child that a text is by its form, or an attribute by its name."""
        name = "" if fault.kind == "unexpected-text" else fault.subject
        present, facts = self._present_in(parent), self._facts
        home = certain_home(facts, text, fault.owner, present, name)
        if home is not None:
            return (home.name,)
        if fault.kind != "unknown-attribute" or fault.edits:
            return ()
        local = name.rpartition(":")[2]
        called = text_called(facts, local, fault.owner, present)
        return () if called is None else (called.name,)

    def _meant_by(self, text: str, parent: _Element) -> tuple[str, ...]:
        """Return what of an element dots stand for, or tags that are escaped."""
        names, tags = self._names(parent), _TAGS.findall(text)
        return tuple(name for name in names if not tags or name in tags)

    def only_text(self, fault: Fault) -> tuple[_Place, Fault]:
        """Return what an element lacks, if a text is nothing else.

        That is the one child that it lacks, or the few ones if it has none at all. The
        fault has their names as what is expected then.
        """
        if fault.kind != "unexpected-text" or not self._quota.has_room(fault.kind):
            return _NOWHERE, fault
        parent, text = _said(fault)
        names = self._names(parent) if text else []
        if parent is None or not names:
            return _NOWHERE, fault
        present = self._present_in(parent)
        is_meant = self._is_at_home if present else self._is_all
        if not is_meant(names, fault, present):
            return _NOWHERE, fault
        return (parent, tuple(names)), fault._replace(expected=tuple(names))

    def _is_at_home(
        self, names: list[str], fault: Fault, present: frozenset[str]
    ) -> bool:
        """Can a text be meant for no other child than the one that lacks?"""
        home = home_of(self._facts, fault.subject, fault.owner, present)
        is_it = home is not None and [home.name] == names
        return is_it and takes_text(self._facts, fault.subject, fault.owner, names[0])

    def _is_all(self, names: list[str], fault: Fault, _: frozenset[str]) -> bool:
        """Can a text that is alone be meant for all that lacks, children alone?"""
        element, facts = fault.at.element, self._facts
        kinds = {one.kind for one in self.parents[element]}
        return (
            len(names) <= _MOST_MEANT
            and kinds == {_MISSING}
            and all(may_mean(facts, fault.subject, fault.owner, n) for n in names)
        )


def _present_in(parent: _Element) -> frozenset[str]:
    """Return the names of the children that are there."""
    return frozenset(map(local_name, parent))


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
