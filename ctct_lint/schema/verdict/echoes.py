"""Which errors of libxml2 are the echoes of faults that are told already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.etree import ErrorTypes

from ctct_lint.model.fault import NEEDED, TWIN, Fault
from ctct_lint.model.place import Part
from ctct_lint.schema.identity.lacking import LOST_KEY, OF_IDENTITY
from ctct_lint.schema.names import XSI, local_name
from ctct_lint.schema.sources.trouble import ASSERTION_OF_VALUE
from ctct_lint.schema.typed.xsi import TYPE, is_strange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

# The faults of an element that has no place, and so of all that it holds.
_OF_ALL_INSIDE = frozenset(
    {
        "abstract-element",
        "abstract-type",
        "attribute-as-element",
        "content-of-nil",
        "duplicate-element",
        "forbidden-nil",
        "forbidden-type",
        "invalid-xsi-type",
        "misplaced-element",
        "unescaped-markup",
        "unknown-element",
    }
)
# Those that say how the children of the element itself are wrong.
_OF_PARENT = frozenset({"missing-element", "unescaped-markup"})
_CONTENT = frozenset(
    {
        ErrorTypes.SCHEMAV_ELEMENT_CONTENT,
        ErrorTypes.SCHEMAV_CVC_COMPLEX_TYPE_2_1,
        ErrorTypes.SCHEMAV_CVC_ELT_3_2_1,
        ErrorTypes.SCHEMAV_CVC_ELT_5_2_2_2_1,
    }
)
# Of keys libxml2 says some at what they must be unique in, so far from the value;
# xmlschema says so of references to IDs.
_IDENTITY = OF_IDENTITY | {LOST_KEY}
_OF_IDENTITY = ErrorTypes.SCHEMAV_CVC_IDC
# Children where only a text may stand; of that text libxml2 then says more.
_ONLY_TEXT = frozenset(
    {ErrorTypes.SCHEMAV_CVC_TYPE_3_1_2, ErrorTypes.SCHEMAV_CVC_COMPLEX_TYPE_2_2}
)
_TEXTS = frozenset({Part.VALUE, Part.TAIL})
_LAST_FACET = ErrorTypes.SCHEMAV_CVC_ENUMERATION_VALID
UNTESTABLE = "untestable-pattern"
BAD_VALUE = ErrorTypes.SCHEMAV_CVC_DATATYPE_VALID_1_2_1


class Explained:
    """The faults that are told of a tree, by the elements that they are about."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self._elements: set[_Element] = set()
        # The names of parents that lack what stands elsewhere.
        self._homes: set[str] = set()
        self._lost: set[_Element] = set()
        self._parents: set[_Element] = set()
        self._tells_keys = False
        # Of what has not been judged any error is news, but that it was not.
        self._unknown: set[_Element] = set()
        for fault in faults:
            element = fault.at.element
            if element is not None and fault.kind == UNTESTABLE:
                self._unknown.add(element)
            elif element is not None:
                self._add(fault, element)

    def _add(self, fault: Fault, element: _Element) -> None:
        self._elements.add(element)
        above = element.getparent()
        related = [p.element for p, _ in fault.related if p.element is not None]
        if fault.detail == NEEDED:
            # Of what lacks there it is told that it is written otherwise.
            self._parents.add(element)
            if above is not None:
                self._elements.add(above)
        self._tells_keys |= fault.kind in _IDENTITY
        if fault.kind == "undeclared-prefix":
            self._elements.update(related)
        name = fault.at.name
        is_of_type = name == TYPE or is_strange(name) or fault.expected == (XSI,)
        if fault.kind in _OF_ALL_INSIDE or is_of_type:
            self._lost.add(element)
        if fault.kind == "misplaced-element":
            self._homes.update(fault.expected)
            if above is not None and any(p.part in _TEXTS for p, _ in fault.related):
                self._elements.add(above)
        if fault.kind == "duplicate-element" or fault.detail.startswith(TWIN):
            # Of the first one nothing is said where the second one is right.
            self._lost.update(related)
        parent = element if fault.kind in _OF_PARENT else above
        if parent is not None:
            self._parents.add(parent)
            if fault.at.part in {Part.TAIL, Part.RUN}:
                self._elements.add(parent)

    @property
    def tells_anything(self) -> bool:
        """Is there a fault in the tree?"""
        return bool(self._elements or self._unknown)

    def covers(self, element: _Element, kind: int) -> bool:
        """Is an error of an element the echo of a fault?"""
        if kind != ASSERTION_OF_VALUE and element in self._elements:
            return True
        if kind == ErrorTypes.SCHEMAV_INTERNAL and element in self._unknown:
            return True
        if kind == _OF_IDENTITY and self._tells_keys:
            return True
        if kind in _CONTENT and self._tells_children_of(element):
            return True
        is_value = kind in _ONLY_TEXT or kind in range(BAD_VALUE, _LAST_FACET + 1)
        if is_value and len(element) and element in self._parents:
            return True
        lineage = (element, *element.iterancestors())
        return not self._lost.isdisjoint(lineage)

    def _tells_children_of(self, element: _Element) -> bool:
        """Is a fault told of its children or its siblings?"""
        above = element.getparent()
        names = {local_name(e) for e in (element, above) if e is not None}
        if not self._homes.isdisjoint(names):
            return True
        return not self._parents.isdisjoint({element, above})
