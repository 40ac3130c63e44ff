"""The schema's verdict on a document, and its faults if it is bad."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_name, end_name_of, name_of, value_of
from ctct_lint.profiles.ctct.catalog import is_called, resource_of
from ctct_lint.profiles.ctct.facts import FACTS, facts, facts_of
from ctct_lint.profiles.ctct.names import ATOM, CTCT, atom
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.schema.content_faults import misplaced_elsewhere
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.names import XSI, local_name, namespace, qualified
from ctct_lint.schema.validator import validator
from ctct_lint.text.spelling import closest
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource


_ENTRY, _CONTENT = atom("entry"), atom("content")
# A schema accepts each of its global elements as a root, a bare payload too.
_ROOTS = frozenset({atom("entry"), atom("feed")})
_OWN = frozenset({ATOM, CTCT, ""})
_NOBODYS = "urn:ctct-lint:foreign"
_OF_STRANGERS = frozenset({"unknown-element", "misplaced-element"})
# What can stand in a `content` that is sent.
_SENT = tuple(p for p, r in CHECKED.items() if r.sent_for)


def check(root: _Element, operation: Operation) -> Iterator[Fault]:
    """Check a document against the schema for what it holds; mends the tree."""
    resource = resource_of(root)
    if resource.is_document:
        yield from _of_document(root, resource, operation)
        return
    schema = validator(schema_path(resource.driver), _variant(operation))
    if root.tag not in _ROOTS or not _is_valid(root, resource, schema, operation):
        for fault in _faults(root, resource, schema, operation):
            yield from (fault,) if resource.needs_envelope else _of_payload(fault)
    if not resource.schema:
        yield from _unchecked(root, operation)


def _of_document(
    root: _Element, resource: Resource, operation: Operation
) -> Iterator[Fault]:
    """Yield the faults of a document that is no entry."""
    from ctct_lint.schema.check import explained
    from ctct_lint.schema.store import compiled_schema

    path = schema_path(resource.driver)
    schema = validator(path, _variant(operation))
    if not schema.validate(root):
        compiled = compiled_schema(path, FACTS)
        yield from explained(root, compiled, schema, operation)


def _of_payload(fault: Fault) -> Iterator[Fault]:
    """Yield a fault without what lacks of an envelope that need not be there."""
    if fault.kind != "missing-element" or fault.owner != "entry":
        yield fault
    elif "content" in fault.expected:
        yield fault._replace(expected=("content",))


def _variant(operation: Operation) -> str:
    """Return what the schemas are to be changed for: they are written for creates."""
    return "" if operation == Operation.CREATE else operation.value


def _faults(
    root: _Element, resource: Resource, schema: etree.XMLSchema, operation: Operation
) -> Iterator[Fault]:
    from ctct_lint.profiles.ctct.namespaces import ROOTS, mend_namespaces

    is_judged = root.tag in _ROOTS
    name = local_name(root)
    if name not in ROOTS:
        if root.getparent() is None:
            # Of what stands round a payload it has been said.
            yield _unknown_root(root, name)
        if local_name(root) not in ROOTS | CHECKED.keys():
            return
    found = list(_misnamed(root, resource))
    found += mend_namespaces(root, resource)
    found += list(_forgotten_types(root))
    is_judged = not _let_foreign_be(root) and is_judged
    if (found or not is_judged) and _is_valid(root, resource, schema, operation):
        yield from found
        return
    from ctct_lint.schema.check import explained
    from ctct_lint.schema.store import compiled_schema

    compiled = compiled_schema(schema_path(resource.driver), FACTS)
    yield from found
    yield from explained(root, compiled, schema, operation, found, _in_envelope)


def _misnamed(root: _Element, resource: Resource) -> Iterator[Fault]:
    """Give a payload that its children alone tell its name; yield the fault of it."""
    content = next(root.iterchildren(_CONTENT), None)
    payload = content[0] if content is not None and len(content) else None
    if payload is None or not resource.sent_for or root.tag != _ENTRY:
        return
    name, right = local_name(payload), resource.payload
    if not right or is_called(name, resource):
        return
    written = f"{payload.prefix}:{right}" if payload.prefix else right
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
        if namespace(foreign) not in _OWN
        for element in foreign.iterdescendants("{*}*")
        if namespace(element) in _OWN
    ]
    for element in inside:
        element.tag = qualified(_NOBODYS, local_name(element))
    return bool(inside)


def _in_envelope(fault: Fault) -> Fault:
    """Return what is wrong if a payload stands in `entry`, not in its `content`."""
    holder = fault.at.element
    if fault.kind in _OF_STRANGERS and fault.owner == "content":
        return _second(fault, holder)
    if fault.kind == "misplaced-element" and _is_link_inside(holder):
        # Responses have links there, and what they have may be sent back.
        return fault._replace(detail="ignored")
    if fault.kind != "missing-element" or holder is None:
        return fault
    entry = holder.getparent() if fault.owner == "content" else holder
    if entry is None or "content" not in {fault.owner, fault.subject}:
        return fault
    for child in entry:
        if local_name(child) in CHECKED:
            detail = "wrap" if fault.subject == "content" else ""
            return misplaced_elsewhere(child, local_name(entry), ("content",), detail)
    return fault


def _is_link_inside(element: _Element | None) -> bool:
    """Is it a link of Atom in an element that is not of Atom?"""
    if element is None or element.tag != atom("link"):
        return False
    parent = element.getparent()
    return parent is not None and namespace(parent) != ATOM


def _second(fault: Fault, payload: _Element | None) -> Fault:
    """Return what is wrong if it is of a payload that stands behind another one."""
    if payload is None or not _is_resource(fault):
        return fault
    first = next(payload.itersiblings("{*}*", preceding=True), None)
    if first is None:
        return fault
    related = ((name_of(first), local_name(first)),)
    return fault._replace(kind="second-payload", related=related)


def _is_resource(fault: Fault) -> bool:
    """Is a stranger meant for a resource? What is misplaced is known by its name."""
    if fault.kind == "misplaced-element":
        return fault.subject in CHECKED
    return closest(fault.subject, CHECKED) is not None


@cache
def _typed() -> Callable[[_Element], list[_Element]]:
    """Return the question which elements of a tree say that they have a type."""
    found: Any = etree.XPath("//*[@xsi:type or @xsi:nil]", namespaces={"xsi": XSI})
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
                yield Fault(kind, at, value, owner, edits=((at, ""),))
                del element.attrib[name]


def _unknown_root(root: _Element, name: str) -> Fault:
    """Return the fault of a root; a misspelt one gets its right name."""
    from ctct_lint.profiles.ctct.namespaces import ROOTS
    from ctct_lint.text.spelling import by_closeness

    meant = closest(name, ROOTS)
    expected = by_closeness(name, sorted(ROOTS))
    if meant is None:
        return Fault("unknown-root", name_of(root), name, expected=expected)
    written = f"{root.prefix}:{meant}" if root.prefix else meant
    edits = ((name_of(root), written), (end_name_of(root), written))
    root.tag = root.tag.replace(name, meant)
    return Fault("unknown-root", name_of(root), name, expected=expected, edits=edits)


def _is_valid(
    root: _Element, resource: Resource, schema: etree.XMLSchema, operation: Operation
) -> bool:
    return schema.validate(root) and _is_complete(root, resource, operation)


def _is_complete(root: _Element, resource: Resource, operation: Operation) -> bool:
    """Has each entry what it needs, nothing twice? XSD 1.0 cannot say this."""
    entries = (root,) if root.tag == atom("entry") else root.iterchildren(atom("entry"))
    single, required = _cardinality(operation)
    if not resource.needs_envelope:
        required &= {_CONTENT}
    return all(
        _is_balanced([child.tag for child in entry], single, required)
        for entry in entries
    )


def _is_balanced(
    tags: list[str], single: frozenset[str], required: frozenset[str]
) -> bool:
    if len(set(tags)) != len(tags):
        known = [tag for tag in tags if tag in single]
        if len(set(known)) != len(known):
            return False
    return required.issubset(tags)


@cache
def _cardinality(operation: Operation) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that may stand once in an entry, and those that must."""
    facts = facts_of("atom.xsd", "entry").values()
    single = (f.name for f in facts if f.at_most == 1)
    required = (f.name for f in facts if operation.value in f.required)
    return frozenset(map(atom, single)), frozenset(map(atom, required))


def _unchecked(root: _Element, operation: Operation) -> Iterator[Fault]:
    """Yield a fault for what stands where a payload with a schema could stand."""
    content = next(root.iter(_CONTENT), None)
    if content is None:
        return
    if len(content):
        name = local_name(content[0])
        homes = tuple(
            p for p, known in CHECKED.items() if (p, name) in facts(known.schema)
        )
        if homes:
            kind = "misplaced-element"
        elif operation in REQUESTS:
            kind, homes = "unknown-payload", _SENT
        else:
            kind = "unchecked-payload"
        yield Fault(kind, name_of(content[0]), name, "content", homes)
    elif operation in REQUESTS and root.tag == _ENTRY:
        yield Fault("missing-payload", value_of(content), trimmed(content.text))
