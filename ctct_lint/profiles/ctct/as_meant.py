"""An entry's tree is made the one that was meant, before the schema is asked."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import attribute_name, name_of, renamed
from ctct_lint.profiles.ctct.catalog import is_called
from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.names import ATOM, CTCT, atom
from ctct_lint.profiles.ctct.namespaces import ROOTS
from ctct_lint.schema.names import XSI, local_name, namespace, qualified, with_prefix
from ctct_lint.schema.typed.xsi import instance_name
from ctct_lint.text.spelling import by_closeness, closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource

_OWN = frozenset({ATOM, CTCT, ""})
_ENTRY, _CONTENT = atom("entry"), atom("content")
_FOREIGN = "urn:ctct-lint:foreign"


def misnamed_payload(root: _Element, resource: Resource) -> Iterator[Fault]:
    """Give a payload that its children alone tell its name; yield the fault of it."""
    content = next(root.iterchildren(_CONTENT), None)
    inside = [] if content is None else list(content.iterchildren("{*}*"))
    if not (inside and resource.sent_for and resource.payload and root.tag == _ENTRY):
        return
    if any(is_called(local_name(child), resource) for child in inside):
        return
    payload, right = inside[0], resource.payload
    name = local_name(payload)
    if name in facts_of(resource.schema, right):
        return  # It stands there without the payload.
    if any(child.tag == resource.tag for child in payload):
        return  # It stands round the payload.
    edits = renamed(payload, with_prefix(payload, right))
    payload.tag = qualified(namespace(payload), right)
    at = name_of(payload)
    yield Fault("misspelt-element", at, name, "content", (right,), edits=edits)


def hide_in_foreign(root: _Element) -> bool:
    """Take from the schema what stands in elements of others; was there any?

    Whatever an extension holds is its own matter, be it a `Contact`.
    """
    inside: set[_Element] = set()
    for foreign in root.iter("{*}*"):
        if foreign not in inside and not _is_own(foreign.tag):
            inside.update(foreign.iterdescendants("{*}*"))
    own = [element for element in inside if _is_own(element.tag)]
    for element in own:
        element.tag = qualified(_FOREIGN, local_name(element))
    return bool(own)


@lru_cache(maxsize=1024)
def _is_own(tag: str) -> bool:
    """Say whether a name is in one of the service's namespaces, or in none."""
    return tag[1:].rpartition("}")[0] in _OWN


@cache
def _typed() -> Callable[[_Element], list[_Element]]:
    """Return the question which elements of a tree say something of themselves."""
    found: Any = etree.XPath("//@xsi:*/..", namespaces={"xsi": XSI}, regexp=False)
    return cast("Callable[[_Element], list[_Element]]", found)


def forgotten_types(root: _Element) -> Iterator[Fault]:
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


def unknown_root(root: _Element, name: str) -> Fault:
    """Return the fault of a root; a misspelt one gets its right name."""
    meant = closest(name, ROOTS)
    expected = by_closeness(name, sorted(ROOTS))
    if meant is None:
        return Fault("unknown-root", name_of(root), name, expected=expected)
    edits = renamed(root, with_prefix(root, meant))
    root.tag = qualified(namespace(root), meant)
    return Fault("unknown-root", name_of(root), name, expected=expected, edits=edits)
