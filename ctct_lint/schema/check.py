"""The schema's verdict on a document, and its faults if it is bad."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from lxml import etree

from ctct_lint.schema.catalog import (
    OTHER,
    OTHER_PAYLOADS,
    PROFILES,
    Profile,
    profile_of,
    validator,
)
from ctct_lint.schema.facts import facts, facts_of
from ctct_lint.schema.names import ATOM, CTCT, XSI, atom, local_name, namespace
from ctct_lint.schema.operation import REQUESTS, Operation
from ctct_lint.syntax.fault import Fault
from ctct_lint.syntax.place import attribute_name, end_name_of, name_of, value_of
from ctct_lint.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element


_ENTRY, _CONTENT = atom("entry"), atom("content")
# A schema accepts each of its global elements as a root, a bare payload too.
_ROOTS = frozenset({atom("entry"), atom("feed")})
_OWN = frozenset({ATOM, CTCT, ""})


class Verdict(NamedTuple):
    """The profile of a document and the faults that its schema finds."""

    profile: Profile
    faults: tuple[Fault, ...]


def check(root: _Element, operation: Operation) -> Verdict:
    """Check a document against the schema for what it holds; mends the tree."""
    profile = profile_of(root)
    asked_for = operation
    if not profile.needs_envelope:
        operation = Operation.RESPONSE
    schema = validator(profile.driver, operation)
    if root.tag in _ROOTS and _is_valid(root, schema, operation):
        faults: tuple[Fault, ...] = ()
    else:
        faults = tuple(_faults(root, profile, schema, operation))
    if profile.file == "":
        faults += tuple(_unchecked(root, profile, asked_for))
    return Verdict(profile, faults)


def _faults(
    root: _Element, profile: Profile, schema: etree.XMLSchema, operation: Operation
) -> Iterator[Fault]:
    from ctct_lint.schema.namespaces import ROOTS, mend_namespaces

    is_judged = root.tag in _ROOTS
    name = local_name(root)
    if name not in ROOTS:
        yield _unknown_root(root, name)
        if local_name(root) not in ROOTS | PROFILES.keys():
            return
    found = list(mend_namespaces(root, profile))
    found += list(_forgotten_types(root))
    if (found or not is_judged) and _is_valid(root, schema, operation):
        yield from found
        return
    from ctct_lint.schema.explain import explain
    from ctct_lint.schema.store import compiled_schema
    from ctct_lint.schema.unexplained import unexplained

    explained = explain(root, compiled_schema(profile.driver), operation)
    for element, right in explained.renames:
        element.tag = right
    found += explained.faults
    yield from found
    if explained.renames:
        schema.validate(root)
    yield from unexplained(root, schema.error_log, found)


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
                at, value = attribute_name(element, name), element.attrib[name]
                yield Fault(
                    f"forbidden-{attribute}", at, str(value), local_name(element)
                )
                del element.attrib[name]


def _unknown_root(root: _Element, name: str) -> Fault:
    """Return the fault of a root; a misspelt one gets its right name."""
    from ctct_lint.schema.namespaces import ROOTS
    from ctct_lint.schema.spelling import by_closeness, closest

    meant = closest(name, ROOTS)
    expected = by_closeness(name, sorted(ROOTS))
    if meant is None:
        return Fault("unknown-root", name_of(root), name, expected=expected)
    edits = ((name_of(root), meant), (end_name_of(root), meant))
    root.tag = root.tag.replace(name, meant)
    return Fault("unknown-root", name_of(root), name, expected=expected, edits=edits)


def _is_valid(root: _Element, schema: etree.XMLSchema, operation: Operation) -> bool:
    return schema.validate(root) and _is_complete(root, operation)


def _is_complete(root: _Element, operation: Operation) -> bool:
    """Has each entry what it needs, nothing twice? XSD 1.0 cannot say this."""
    entries = (root,) if root.tag == atom("entry") else root.iterchildren(atom("entry"))
    return all(
        _is_balanced([child.tag for child in entry], operation) for entry in entries
    )


def _is_balanced(tags: list[str], operation: Operation) -> bool:
    single, required = _cardinality(operation)
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


def _unchecked(
    root: _Element, profile: Profile, operation: Operation
) -> Iterator[Fault]:
    """Yield a fault for what stands where a payload with a schema could stand."""
    content = next(root.iter(_CONTENT), None)
    if content is None:
        return
    if len(content):
        name = local_name(content[0])
        homes = tuple(
            p for p, known in PROFILES.items() if (p, name) in facts(known.file)
        )
        lost = profile is OTHER and homes and name not in OTHER_PAYLOADS
        kind = "misplaced-element" if lost else "unchecked-payload"
        yield Fault(kind, name_of(content[0]), name, "content", homes)
    elif operation in REQUESTS and root.tag == _ENTRY:
        yield Fault("missing-payload", value_of(content), trimmed(content.text))
