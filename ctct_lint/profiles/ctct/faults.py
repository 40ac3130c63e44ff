"""Why a document is not valid; its tree is made the one that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import NEEDED, Fault
from ctct_lint.model.place import Part
from ctct_lint.profiles.ctct.as_meant import (
    forgotten_types,
    hide_in_foreign,
    misnamed_payload,
    unknown_root,
)
from ctct_lint.profiles.ctct.early_ends import mend_early_ends
from ctct_lint.profiles.ctct.envelope import in_envelope
from ctct_lint.profiles.ctct.facts import FACTS
from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.profiles.ctct.namespaces import ROOTS, mend_namespaces
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.resources import CHECKED, DOCUMENTS
from ctct_lint.profiles.ctct.validity import ROOT_TAGS, is_valid, schema_for
from ctct_lint.schema.explain.child_faults import without_missing
from ctct_lint.schema.explain.once import OF_NAMESPACES
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.names import local_name
from ctct_lint.schema.storing.store import compiled_schema
from ctct_lint.schema.verdict.check import explained
from ctct_lint.schema.verdict.declared import explained_as_declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource
    from ctct_lint.schema.bounded import BoundedSchema

_LISTS, _LIST = "ContactLists", "ContactList"
_STRANGERS = frozenset({"misplaced-element", "unexpected-text", "unknown-element"})
_AGAIN = frozenset({"duplicate-element", "second-payload"})


def faults_of_document(
    root: _Element, resource: Resource, schema: BoundedSchema
) -> Iterator[Fault]:
    """Yield the faults of a document that is no entry."""
    compiled = compiled_schema(schema_path(resource.driver), FACTS)
    return explained_as_declared(root, compiled, schema)


def faults_of_entry(
    root: _Element, resource: Resource, schema: BoundedSchema, operation: Operation
) -> Iterator[Fault]:
    """Yield the faults of an entry or a feed."""
    found = list(_without_beside(list(_faults(root, resource, schema, operation))))
    again = {fault.at.element for fault in found if fault.kind in _AGAIN}
    again.update(element for fault in found for element in _without_payload(fault))
    if operation is Operation.CREATE:
        found = [_needed(fault) for fault in found]
    for fault in found:
        if not (_is_in_second(fault, again) or _is_parameter(fault)):
            yield from (fault,) if resource.needs_envelope else _of_payload(fault)


def _needed(fault: Fault) -> Fault:
    """Return the fault of what stands in the place of the lists of a new contact."""
    element = fault.at.element
    if fault.owner != _LISTS or fault.kind not in _STRANGERS or element is None:
        return fault
    is_inside = fault.at.part is Part.TAIL or fault.kind != "unexpected-text"
    lists = element.getparent() if is_inside else element
    return fault._replace(detail=NEEDED) if _is_needed(lists) else fault


def _is_needed(lists: _Element | None) -> bool:
    """Tell whether a `ContactLists` of a contact names no list as it should."""
    if lists is None or lists.find(f".//{ctct(_LIST)}") is not None:
        return False
    contact = lists.getparent()
    return contact is not None and local_name(contact) == "Contact"


def _without_beside(found: list[Fault]) -> Iterator[Fault]:
    """Yield faults without what a payload lacks that stands beside it.

    The list of a contact is no second resource. Nor is it the first one, if it is no
    more than named.
    """
    lists = {
        fault.related[0][0].element: fault.subject
        for fault in found
        if fault.kind == "second-payload"
    }
    for fault in found:
        element = fault.at.element
        beside = lists.get(element)
        if fault.kind != "missing-element" or beside is None:
            yield fault
        elif not (element is not None and element.get("id") and not len(element)):
            takers = (n for n in FACTS.children_of(fault.owner) if _takes(n, beside))
            yield from filter(None, (without_missing(fault, set(takers)),))


def _takes(name: str, child: str) -> bool:
    return child in FACTS.children_of(name)


def _is_in_second(fault: Fault, again: set[_Element | None]) -> bool:
    """Is it of the namespace of what should not be there, or not a second time?"""
    element = fault.at.element
    if not again or element is None or fault.kind not in OF_NAMESPACES:
        return False
    return not again.isdisjoint((element, *element.iterancestors()))


def _without_payload(fault: Fault) -> Iterator[_Element | None]:
    """Yield what stands in `content` without its payload, the one fault of it."""
    if fault.kind == "misplaced-element" and fault.owner == "content":
        yield fault.at.element
        yield from (place.element for place, _ in fault.related)


def _is_parameter(fault: Fault) -> bool:
    """Is it of a parameter of form data, in an activity that cannot be sent as XML?"""
    if fault.kind != "unknown-element" or fault.owner != "Activity":
        return False
    from ctct_lint.profiles.ctct.forms.activities import NAMES

    return fault.subject in NAMES


def _of_payload(fault: Fault) -> Iterator[Fault]:
    """Yield a fault without what lacks of an envelope that need not be there."""
    if fault.kind != "missing-element" or fault.owner != "entry":
        yield fault
    elif "content" in fault.expected:
        yield fault._replace(expected=("content",))


def _faults(
    root: _Element, resource: Resource, schema: BoundedSchema, operation: Operation
) -> Iterator[Fault]:
    is_judged = root.tag in ROOT_TAGS
    name = local_name(root)
    if name not in ROOTS:
        document = _document_called(root, name)
        if document is not None:
            elsewhere = schema_for(document, operation)
            yield from faults_of_document(root, document, elsewhere)
            return
        if root.getparent() is None:
            # Of what stands round a payload it has been said.
            yield unknown_root(root, name)
        if local_name(root) not in ROOTS | CHECKED.keys():
            return
    found = list(misnamed_payload(root, resource))
    compiled = compiled_schema(schema_path(resource.driver), FACTS)
    found += mend_early_ends(root, compiled)
    found += mend_namespaces(root, resource)
    found += list(forgotten_types(root))
    is_judged = not hide_in_foreign(root) and is_judged
    if (found or not is_judged) and is_valid(root, resource, schema, operation):
        yield from found
        return
    yield from found
    yield from explained(root, compiled, schema, operation, found, in_envelope)


def _document_called(root: _Element, name: str) -> Resource | None:
    """Return the kind of document that has this name, in another namespace."""
    if root.getparent() is not None:
        return None
    return next((d for d in DOCUMENTS.values() if d.payload == name), None)
