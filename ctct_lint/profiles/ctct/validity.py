"""Is a document valid, as its schema says and what XSD 1.0 cannot say?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import facts_of
from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.names import children
from ctct_lint.schema.validator import validator

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource
    from ctct_lint.schema.bounded import BoundedSchema

_ENTRY, _CONTENT = atom("entry"), atom("content")
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
    single, required = _cardinality(operation)
    if not resource.needs_envelope:
        required &= {_CONTENT}
    if root.tag == _ENTRY:
        return _is_balanced(root, single, required)
    entries = root.iterchildren(_ENTRY)
    return all(_is_balanced(entry, single, required) for entry in entries)


def _is_balanced(
    entry: _Element, single: frozenset[str], required: frozenset[str]
) -> bool:
    tags = [child.tag for child in children(entry)]
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
