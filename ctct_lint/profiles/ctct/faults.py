"""Why a document is not valid; its tree is made the one that was meant."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import Part, attribute_name, end_name_of, name_of
from ctct_lint.profiles.ctct.catalog import is_called
from ctct_lint.profiles.ctct.envelope import in_envelope
from ctct_lint.profiles.ctct.facts import FACTS, facts_of
from ctct_lint.profiles.ctct.forms.activities import NAMES as PARAMETERS
from ctct_lint.profiles.ctct.names import ATOM, CTCT, atom, ctct
from ctct_lint.profiles.ctct.namespaces import ROOTS, fault_of_root, mend_namespaces
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.resources import CHECKED, DOCUMENTS
from ctct_lint.profiles.ctct.validity import ROOT_TAGS, is_valid, schema_for
from ctct_lint.schema.explain.child_faults import without_missing
from ctct_lint.schema.explain.declarations import OF_NAMESPACES
from ctct_lint.schema.explain.otherwise import NEEDED
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.names import (
    XSI,
    local_name,
    namespace,
    qualified,
    with_prefix,
)
from ctct_lint.schema.storing.store import compiled_schema
from ctct_lint.schema.typed.xsi import instance_name
from ctct_lint.schema.verdict.check import explained
from ctct_lint.text.spelling import by_closeness, closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource
    from ctct_lint.schema.bounded import BoundedSchema

_ENTRY, _CONTENT = atom("entry"), atom("content")
_OWN = frozenset({ATOM, CTCT, ""})
_LISTS, _LIST = "ContactLists", "ContactList"
_STRANGERS = frozenset({"misplaced-element", "unexpected-text", "unknown-element"})
_FOREIGN = "urn:ctct-lint:foreign"
_AGAIN = frozenset({"duplicate-element", "second-payload"})


def faults_of_document(
    root: _Element, resource: Resource, schema: BoundedSchema, operation: Operation
) -> Iterator[Fault]:
    """Yield the faults of a document that is no entry."""
    compiled = compiled_schema(schema_path(resource.driver), FACTS)
    return explained(root, compiled, schema, operation)


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
    is_strange = fault.kind == "unknown-element" and fault.owner == "Activity"
    return is_strange and fault.subject in PARAMETERS


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
            yield from _of_document_elsewhere(root, document, operation)
            return
        if root.getparent() is None:
            # Of what stands round a payload it has been said.
            yield _unknown_root(root, name)
        if local_name(root) not in ROOTS | CHECKED.keys():
            return
    found = list(_misnamed(root, resource))
    found += mend_namespaces(root, resource)
    found += list(_forgotten_types(root))
    is_judged = not _let_foreign_be(root) and is_judged
    if (found or not is_judged) and is_valid(root, resource, schema, operation):
        yield from found
        return
    compiled = compiled_schema(schema_path(resource.driver), FACTS)
    yield from found
    yield from explained(root, compiled, schema, operation, found, in_envelope)


def _document_called(root: _Element, name: str) -> Resource | None:
    """Return the kind of document that has this name, in another namespace."""
    if root.getparent() is not None:
        return None
    return next((d for d in DOCUMENTS.values() if d.payload == name), None)


def _of_document_elsewhere(
    root: _Element, resource: Resource, operation: Operation
) -> Iterator[Fault]:
    """Yield the fault of the root's namespace, and those of the document in its own."""
    found, prefix = namespace(root), root.prefix
    yield fault_of_root(root, resource.namespace)
    for element in root.iter("{*}*"):
        if namespace(element) == found and element.prefix == prefix:
            element.tag = qualified(resource.namespace, local_name(element))
    schema = schema_for(resource, operation)
    if not schema.validate(root):
        yield from faults_of_document(root, resource, schema, operation)


def _misnamed(root: _Element, resource: Resource) -> Iterator[Fault]:
    """Give a payload that its children alone tell its name; yield the fault of it."""
    content = next(root.iterchildren(_CONTENT), None)
    payload = content[0] if content is not None and len(content) else None
    if payload is None or not resource.sent_for or root.tag != _ENTRY:
        return
    name, right = local_name(payload), resource.payload
    if not right or is_called(name, resource):
        return
    if name in facts_of(resource.schema, right):
        return  # It stands there without the payload.
    if any(child.tag == resource.tag for child in payload):
        return  # It stands round the payload.
    written = with_prefix(payload, right)
    edits = ((name_of(payload), written), (end_name_of(payload), written))
    payload.tag = qualified(namespace(payload), right)
    at = name_of(payload)
    yield Fault("misspelt-element", at, name, "content", (right,), edits=edits)


def _let_foreign_be(root: _Element) -> bool:
    """Take from the schema what stands in elements of others; was there any?

    Whatever an extension holds is its own matter, be it a `Contact`.
    """
    inside = [
        element
        for foreign in root.iter("{*}*")
        if not _is_own(foreign.tag)
        for element in foreign.iterdescendants("{*}*")
        if _is_own(element.tag)
    ]
    for element in inside:
        element.tag = qualified(_FOREIGN, local_name(element))
    return bool(inside)


@lru_cache(maxsize=1024)
def _is_own(tag: str) -> bool:
    """Say whether a name is in one of the service's namespaces, or in none."""
    return tag[1:].rpartition("}")[0] in _OWN


@cache
def _typed() -> Callable[[_Element], list[_Element]]:
    """Return the question which elements of a tree say something of themselves."""
    found: Any = etree.XPath("//@xsi:*/..", namespaces={"xsi": XSI})
    return cast("Callable[[_Element], list[_Element]]", found)


def _forgotten_types(root: _Element) -> Iterator[Fault]:
    """Take away each `xsi:type` and `xsi:nil`; yield a fault for it.

    No type of the format has others derived from it, and no element is nillable.
    """
    for element in _typed()(root):
        for attribute in ("type", "nil"):
            name = f"{{{XSI}}}{attribute}"
            if namespace(element) in _OWN and name in element.attrib:
                at, value = attribute_name(element, name), str(element.attrib[name])
                kind, owner = f"forbidden-{attribute}", local_name(element)
                said, edits = instance_name(element, attribute), ((at, ""),)
                yield Fault(kind, at, value, owner, edits=edits, detail=said)
                del element.attrib[name]


def _unknown_root(root: _Element, name: str) -> Fault:
    """Return the fault of a root; a misspelt one gets its right name."""
    meant = closest(name, ROOTS)
    expected = by_closeness(name, sorted(ROOTS))
    if meant is None:
        return Fault("unknown-root", name_of(root), name, expected=expected)
    written = with_prefix(root, meant)
    edits = ((name_of(root), written), (end_name_of(root), written))
    root.tag = root.tag.replace(name, meant)
    return Fault("unknown-root", name_of(root), name, expected=expected, edits=edits)
