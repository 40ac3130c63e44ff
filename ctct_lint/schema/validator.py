"""libxml2's compiled form of a schema, as it is for what a document is for."""

from __future__ import annotations

import os
from functools import lru_cache
from threading import get_ident
from typing import Any

from lxml import etree

from ctct_lint.schema.bounded import BoundedSchema
from ctct_lint.schema.facts.fact import FACT
from ctct_lint.schema.names import XS


def validator(path: str, operation: str = "") -> BoundedSchema:
    """Return libxml2's compiled schema for an operation, the thread's own.

    Its log is that of its last document, so threads do not share it.

    operation  what the facts of the files decide for; "" for the files as they are
    """
    return _validator(path, operation, get_ident())


@lru_cache(maxsize=64)
def _validator(path: str, operation: str, _thread: int) -> BoundedSchema:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parser.resolvers.add(_Files(os.path.dirname(path), operation))
    root = etree.fromstring(_read(path), parser, base_url=path)
    return BoundedSchema(etree.XMLSchema(root))


class _Files(etree.Resolver):
    """Serves the schema files of a folder as they are for an operation."""

    def __init__(self, folder: str, operation: str) -> None:
        super().__init__()
        self._folder = folder
        self._operation = operation

    # lxml calls it with the context as a third argument, which its stubs lack.
    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:
        del public_id
        path = os.path.join(self._folder, system_url.rpartition("/")[2])
        data = for_operation(path, self._operation)
        return self.resolve_string(data, context, base_url=system_url)


def for_operation(path: str, operation: str) -> bytes:
    """Return a schema file as it is for an operation: each fact says for which."""
    data = _read(path)
    if not operation:
        return data
    root = etree.fromstring(data)
    for fact in root.iter(FACT):
        required = fact.get("required", "").split()
        if required and operation not in required:
            next(fact.iterancestors(f"{XS}element")).set("minOccurs", "0")
    return etree.tostring(root)


def _read(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()
