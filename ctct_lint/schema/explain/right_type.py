"""The type that an element has by all it holds, where `xsi:type` names another or none.

A `Dog` that says it is a `Bird` has one fault: neither is what it holds strange, nor
does it lack what a `Bird` has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import HOLDS, Fault
from ctct_lint.model.place import Part, after_name, attribute_value
from ctct_lint.schema.matching.by_content import is_whole, may_hold
from ctct_lint.schema.matching.fitting import has_place_for
from ctct_lint.schema.names import XSI, children, local_of, written_name
from ctct_lint.schema.typed.instance import Typed
from ctct_lint.schema.typed.xsi import TYPE, instance_name, names_type
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema

_OF_NO_TYPE = frozenset({"abstract-type", "forbidden-type", "invalid-xsi-type"})


def by_its_content(
    element: _Element, declared: Element, found: Typed, schema: Schema
) -> Typed:
    """Return what an element is, with the one other type that has all it holds."""
    if not (len(element) and _is_in_doubt(element, found, schema)):
        return found
    others = (one for one in schema.variants(declared) if one != found.declaration)
    right = [one for one in others if _is_of(element, one, schema)]
    type_ = schema.complex_type(right[0]) if len(right) == 1 else None
    if type_ is None:
        return found
    of_type = [fault for fault in found.faults if fault.kind in _OF_NO_TYPE]
    fault = of_type[0] if of_type else _strange(element, declared)
    return Typed(right[0], (_with_right(fault, element, type_.name),))


def _is_in_doubt(element: _Element, found: Typed, schema: Schema) -> bool:
    """Is its type not known, or one that has no place for all children?"""
    if found.declaration is None:
        return any(fault.kind in _OF_NO_TYPE for fault in found.faults)
    model = schema.model(found.declaration) if names_type(element) else None
    return model is not None and any(
        not has_place_for(model, str(child.tag)) for child in children(element)
    )


def _is_of(element: _Element, variant: Element, schema: Schema) -> bool:
    """Has a type a place for all that an element holds, and needs nothing else?"""
    is_let_in = may_hold(element, variant, schema)
    needed = schema.required_attributes(variant)
    has_all = is_let_in and all(name in element.attrib for name in needed)
    return has_all and is_whole(element, variant, schema)


def _strange(element: _Element, declared: Element) -> Fault:
    at, written = attribute_value(element, TYPE), trimmed(element.get(TYPE))
    owner = declared.local_name
    return Fault("invalid-xsi-type", at, written, owner, detail=HOLDS)


def _with_right(fault: Fault, element: _Element, name: str) -> Fault:
    """Return a fault of a type with the one that is meant, by its name."""
    uri, _, local = name.removeprefix("{").rpartition("}")
    at, new = fault.at, written_name(element, uri, local)
    if at.part is Part.NAME:
        is_declared = XSI in element.nsmap.values()
        attribute = f'{instance_name(element, "type")}="{new}"'
        at, new = after_name(element), f" {attribute}" if new and is_declared else ""
    edits = ((at, new),) if new else ()
    return fault._replace(expected=(local_of(name),), edits=edits)
