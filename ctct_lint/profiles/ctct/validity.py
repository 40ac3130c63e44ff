"""Is a document valid, as its schema says and what XSD 1.0 cannot say?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import facts_of, open_to
from ctct_lint.profiles.ctct.names import ATOM, atom
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.resources import ENVELOPE
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.names import children, qualified
from ctct_lint.schema.validator import validator

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource
    from ctct_lint.schema.bounded import BoundedSchema

_ENTRY, _CONTENT = atom("entry"), atom("content")
_IN_ANY_ORDER = ("entry", "feed", "source", "author", "contributor")
# A schema accepts each of its global elements as a root, a bare payload too.
ROOT_TAGS = frozenset({_ENTRY, atom("feed")})


def schema_for(resource: Resource, operation: Operation) -> BoundedSchema:
    """Return the schema of what holds a resource, as it is for an operation."""
    return validator(*_variant_for(resource, operation))


@cache
def _variant_for(resource: Resource, operation: Operation) -> tuple[str, str]:
    """Return the file of a schema, and for which operation it is to be changed."""
    # They are written for creates.
    variant = "" if operation == Operation.CREATE else operation.value
    return schema_path(resource.driver), variant


def is_valid(
    root: _Element, resource: Resource, schema: BoundedSchema, operation: Operation
) -> bool:
    """Has a document nothing that is wrong?"""
    return schema.validate(root) and _is_complete(root, resource, operation)


def _is_complete(root: _Element, resource: Resource, operation: Operation) -> bool:
    """Has each entry what it needs, nothing twice? XSD 1.0 cannot say this."""
    required = _required(operation)
    if not resource.needs_envelope:
        required &= {_CONTENT}
    single = _single(resource)
    for parent in root.iter(*single):
        if len(parent) > 1 or parent.tag == _ENTRY:
            tags = [child.tag for child in children(parent)]
            if parent.tag == _ENTRY and not required.issubset(tags):
                return False
            if _has_double(tags, single[parent.tag]):
                return False
    return True


def _has_double(tags: list[str], single: frozenset[str]) -> bool:
    if len(set(tags)) == len(tags):
        return False
    known = [tag for tag in tags if tag in single]
    return len(set(known)) != len(known)


@cache
def _required(operation: Operation) -> frozenset[str]:
    """Return the tags of what must stand in an entry."""
    facts = facts_of(ENVELOPE, "entry").values()
    return frozenset(atom(f.name) for f in facts if operation.value in f.required)


@cache
def _single(resource: Resource) -> dict[str, frozenset[str]]:
    """Return what may stand once in each element whose children have any order."""
    places = [(ENVELOPE, ATOM, name) for name in _IN_ANY_ORDER]
    if resource.schema:
        names = open_to(resource.schema, ATOM)
        places += [(resource.schema, resource.namespace, name) for name in names]
    found = {
        qualified(space, owner): frozenset(
            qualified(space, fact.name)
            for fact in facts_of(file, owner).values()
            if fact.at_most == 1
        )
        for file, space, owner in places
    }
    return {tag: names for tag, names in found.items() if names}
