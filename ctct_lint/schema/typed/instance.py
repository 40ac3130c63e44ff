"""What an element says of itself: its type by `xsi:type`, no value by `xsi:nil`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_name, attribute_value, name_of, value_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.readings.readings import readings_of
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.names import XS, has_text, local_name, local_of, written_name
from ctct_lint.schema.typed.alternatives import chosen, never_so
from ctct_lint.schema.typed.derivation import (
    built_in_types,
    derived_types,
    is_derived,
    with_type,
)
from ctct_lint.schema.typed.xsi import (
    NIL,
    TYPE,
    instance_name,
    is_strange,
    meant_attribute,
    type_name,
    without_prefix,
)
from ctct_lint.schema.values.prefixes import prefix_fault
from ctct_lint.text.slips import only_slip
from ctct_lint.text.spelling import by_closeness, closest
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema

# The number of the declaration of what none is of.
NOWHERE = -1
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class Typed(NamedTuple):
    """An element's declaration with the type that counts, and what is wrong with it.

    `declaration` is None where the type is not known; `name` is the right name, in
    Clark notation, of what was meant as another element.
    """

    declaration: Element | None
    faults: tuple[Fault, ...] = ()
    name: str = ""


def typed(element: _Element, declaration: Element, schema: Schema) -> Typed:
    """Return the declaration of an element with the type that it has."""
    if declaration.abstract:
        return _as_one_of_its_group(element, declaration, schema)
    if element.keys():
        written = element.get(TYPE)
        if written is not None:
            return _by_its_type(element, trimmed(written), declaration, schema)
        meant = _by_meant_type(element, declaration, schema)
        if meant is not None:
            return Typed(meant)
    if declaration.alternatives:
        one = chosen(element, declaration)
        if one.type is None:
            return Typed(None, (never_so(element, one),))
        declaration = with_type(declaration, one.type)
    found = schema.complex_type(declaration)
    if found is not None and found.abstract:
        names = tuple(derived_types(declaration, schema))
        at, owner = name_of(element), declaration.local_name
        type_name = local_of(found.name)
        return Typed(None, (Fault("abstract-type", at, type_name, owner, names),))
    return Typed(declaration)


def _as_one_of_its_group(
    element: _Element, declaration: Element, schema: Schema
) -> Typed:
    from ctct_lint.schema.typed.abstract import abstract

    found = abstract(element, declaration, schema)
    if not found.is_clear:
        return Typed(found.meant, (found.fault,))
    right = typed(element, found.meant, schema)
    return Typed(right.declaration, (found.fault, *right.faults), found.meant.name)


def _by_its_type(
    element: _Element, written: str, declaration: Element, schema: Schema
) -> Typed:
    at, owner = attribute_value(element, TYPE), declaration.local_name
    found = schema.components.named.get(type_name(element) or "")
    if found is None:
        return _of_no_type(element, written, declaration, schema)
    if not is_derived(found, declaration, schema):
        names = tuple(derived_types(declaration, schema))
        detail = instance_name(element, "type")
        fault = Fault("forbidden-type", at, written, owner, names, detail=detail)
        return Typed(None, (fault,))
    right = with_type(declaration, found)
    complex_type = schema.complex_type(right)
    if complex_type is not None and complex_type.abstract:
        names = tuple(derived_types(right, schema))
        return Typed(None, (Fault("abstract-type", at, written, owner, names),))
    return Typed(right)


def _by_meant_type(
    element: _Element, declaration: Element, schema: Schema
) -> Element | None:
    """Return the declaration with the type of a `type` that was meant as `xsi:type`.

    The same of an `xsi:typ`.
    """
    name = _type_attribute(element, declaration, schema)
    found = schema.components.named.get((name and type_name(element, name)) or "")
    if found is None:
        return None
    is_possible = is_derived(found, declaration, schema)
    return with_type(declaration, found) if is_possible else None


def _type_attribute(
    element: _Element, declaration: Element, schema: Schema
) -> str | None:
    """Return the attribute that was meant as `xsi:type`, if there is one."""
    if without_prefix(element, "type", declaration, schema) is not None:
        return "type"
    strange = (name for name in map(str, element.attrib) if is_strange(name))
    return next((one for one in strange if meant_attribute(one) == TYPE), None)


def _of_no_type(
    element: _Element, written: str, declaration: Element, schema: Schema
) -> Typed:
    """Return the fault of a type that there is none of, and the one that is meant."""
    at, owner = attribute_value(element, TYPE), declaration.local_name
    of_prefix = prefix_fault(at, written, schema.components.named)
    if of_prefix is not None:
        meant = next(_named(written.rpartition(":")[2], declaration, schema), None)
        return Typed(_with(meant, declaration, schema), (of_prefix,))
    local, names = written.rpartition(":")[2], tuple(derived_types(declaration, schema))
    expected = by_closeness(local, names)
    meant = closest(local, names) or only_slip(local, names)
    if meant is None:
        meant = closest(local, built_in_types(declaration, schema))
    fault = Fault("invalid-xsi-type", at, written, owner, expected)
    if meant is None:
        return Typed(None, (fault,))
    name = next(_named(meant, declaration, schema))
    right = _with(name, declaration, schema)
    uri, _, local = name.removeprefix("{").rpartition("}")
    new = written_name(element, uri, local)
    return Typed(right, (fault._replace(edits=((at, new),) if new else ()),))


def of_any_type(element: _Element, schema: Schema) -> Element:
    """Return a declaration by which an element may hold anything."""
    any_type = schema.components.named[f"{XS}anyType"]
    return with_type(Element(NOWHERE, element.tag), any_type)


def _named(local: str, declaration: Element, schema: Schema) -> Iterator[str]:
    """Yield the types of a local name that may stand there, in Clark notation."""
    for name, found in schema.components.named.items():
        is_it = local_of(name) == local
        if is_it and is_derived(found, declaration, schema):
            yield name


def _with(name: str | None, declaration: Element, schema: Schema) -> Element | None:
    """Return a declaration with the type of a name; None without one."""
    if name is None:
        return None
    return with_type(declaration, schema.components.named[name])


def is_nil(element: _Element, declaration: Element, name: str = NIL) -> bool:
    """Say whether an element that may be nil says that it is, by an attribute."""
    return declaration.nillable and _BOOLEANS.get(trimmed(element.get(name)), False)


def says_nil(element: _Element, declaration: Element, schema: Schema) -> bool:
    """Say whether an element is nil by `xsi:nil`, or by a `nil` that is meant as it."""
    if is_nil(element, declaration):
        return True
    if declaration.nillable and not (len(element) or has_text(element.text)):
        # It lacks a value, so that is what is meant, however it is written.
        names = (str(name) for name in element.attrib)
        if any(name == NIL or is_strange(name) for name in names):
            return _BOOLEANS.get(trimmed(element.get(NIL))) is not False
    meant = without_prefix(element, "nil", declaration, schema)
    return meant is not None and is_nil(element, declaration, "nil")


def nil_faults(element: _Element, declaration: Element) -> Iterator[Fault]:
    """Yield what is wrong with an element's `xsi:nil`, and with what is in one."""
    written = element.get(NIL)
    if written is None or declaration.number == NOWHERE:
        return
    owner = declaration.local_name
    # A fixed value cannot be no value.
    if not declaration.nillable or (declaration.fixed and is_nil(element, declaration)):
        at = attribute_name(element, NIL)
        edits, detail = ((at, ""),), instance_name(element, "nil")
        yield Fault("forbidden-nil", at, written, owner, edits=edits, detail=detail)
    elif trimmed(written) not in _BOOLEANS:
        yield _strange_nil(element, trimmed(written))
    elif is_nil(element, declaration) and (len(element) or element.text):
        yield _content_of_nil(element, owner)


def _strange_nil(element: _Element, written: str) -> Fault:
    """Return the fault of what is neither true nor false."""
    at, name = attribute_value(element, NIL), instance_name(element, "nil")
    if not written:
        return Fault("empty-value", at, owner=name, expected=("true", "false"))
    meant = tuple(one.value for one in readings_of(written, "boolean"))
    return Fault("malformed-value", at, written, name, meant, detail="boolean")


def _content_of_nil(element: _Element, owner: str) -> Fault:
    """Return the fault of what stands in an element that says it has no value."""
    child = None if has_text(element.text) else next(iter(element), None)
    at = value_of(element) if child is None else name_of(child)
    what = trimmed(element.text) if child is None else local_name(child)
    nil = ((attribute_name(element, NIL), ""),)
    name = instance_name(element, "nil")
    return Fault("content-of-nil", at, what, owner, (), nil, nil, name)
