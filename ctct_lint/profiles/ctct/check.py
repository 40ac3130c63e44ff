"""The schema's verdict on a document, and its faults if it is bad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.catalog import resource_of
from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.validity import ROOT_TAGS, is_valid, schema_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault

_ENTRY, _CONTENT = atom("entry"), atom("content")


def check(root: _Element, operation: Operation) -> Iterator[Fault]:
    """Check a document against the schema for what it holds; mends the tree."""
    resource = resource_of(root)
    schema = schema_for(resource, operation)
    if resource.is_document:
        if not schema.validate(root):
            from ctct_lint.profiles.ctct.faults import faults_of_document

            yield from faults_of_document(root, resource, schema)
        return
    if root.tag not in ROOT_TAGS or not is_valid(root, resource, schema, operation):
        from ctct_lint.profiles.ctct.faults import faults_of_entry

        yield from faults_of_entry(root, resource, schema, operation)
    if operation == Operation.RESPONSE and _lacks_content(root):
        from ctct_lint.profiles.ctct.envelope import alone_in_entries

        yield from alone_in_entries(root)
    if not resource.schema:
        from ctct_lint.profiles.ctct.unchecked import unchecked

        yield from unchecked(root, operation)


def _lacks_content(root: _Element) -> bool:
    entries = root.iter(_ENTRY)
    return any(entry.find(_CONTENT) is None for entry in entries)
