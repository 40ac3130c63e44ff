"""What may be written in an entry: the schema of what it holds, and the payloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.catalog import resource_of
from ctct_lint.profiles.ctct.facts import FACTS
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.resources import CHECKED, OTHER
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.names import local_name
from ctct_lint.schema.storing.store import compiled_schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema


# Of an entry in a feed, whichever is not empty.
_PAYLOAD = "{*}entry/{*}content/*"


def schema_of(root: _Element | None) -> Schema:
    """Return the schema of a document, of any entry where there is nothing yet."""
    if root is None:
        return _schema(OTHER)
    held = (CHECKED.get(local_name(payload)) for payload in root.iterfind(_PAYLOAD))
    return _schema(next(filter(None, held), None) or resource_of(root))


def payloads(operation: str) -> Sequence[tuple[Schema, Element]]:
    """Return what can stand in a `content`: for a request, what can be sent."""
    is_request = operation in REQUESTS
    sent = [r for r in CHECKED.values() if not is_request or operation in r.sent_for]
    found = ((_schema(r), _schema(r).root(r.tag)) for r in sent)
    return [(schema, payload) for schema, payload in found if payload is not None]


def _schema(resource: Resource) -> Schema:
    return compiled_schema(schema_path(resource.driver), FACTS)
