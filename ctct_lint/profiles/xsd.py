"""Profiles of a schema alone: any XML vocabulary that has an XSD."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after_name, end_name_of, name_of
from ctct_lint.profiles.profile import Profile
from ctct_lint.schema.content_faults import in_other_namespace
from ctct_lint.schema.facts import Facts
from ctct_lint.schema.names import local_name, namespace
from ctct_lint.schema.validator import validator
from ctct_lint.text.spelling import by_closeness, closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema
    from ctct_lint.xml.model import ContentModel


class XsdProfile(Profile):
    """A vocabulary that a schema file describes.

    Whoever names it means it: it takes every document for one of its own.
    """

    def __init__(self, name: str, path: str) -> None:
        """Note the name and the schema's absolute path; nothing is read yet."""
        self.name = name
        self._path = path
        folder, file = os.path.split(path)
        self.facts = Facts(folder, (file,))

    def __reduce__(self) -> tuple[type[XsdProfile], tuple[str, str]]:
        """Another process reads the schema itself."""
        return type(self), (self.name, self._path)

    def recognises(self, text: str) -> bool:
        """Yes: it was named."""
        del text
        return True

    def content_model(self, text: str) -> ContentModel:
        """Return what may stand where, as the schema has it."""
        del text
        from ctct_lint.schema.content_model import SchemaModel

        return SchemaModel(self._schema)

    def check(self, root: _Element, operation: str) -> Iterator[Fault]:
        """Yield why a tree is not valid; make it the tree that was meant."""
        schema = validator(self._path)
        if schema.validate(root):
            return
        from ctct_lint.schema.check import explained

        found = []
        if self._schema.root(root.tag) is None:
            found.append(self._strange_root(root))
            yield found[0]
            if self._schema.root(root.tag) is None or schema.validate(root):
                return
        yield from explained(root, self._path, schema, operation, self.facts, found)

    def _strange_root(self, root: _Element) -> Fault:
        """Return the fault of a root; one that was meant otherwise gets its name."""
        roots = {r.rpartition("}")[2]: r for r in self._schema.components.roots}
        name = local_name(root)
        expected = by_closeness(name, sorted(roots))
        meant = closest(name, roots)
        if meant is None:
            return Fault("unknown-root", name_of(root), name, expected=expected)
        if meant == name:
            return _in_other_namespace(root, roots[name])
        root.tag = roots[meant]
        edits = ((name_of(root), meant), (end_name_of(root), meant))
        return Fault(
            "unknown-root", name_of(root), name, expected=expected, edits=edits
        )

    @cached_property
    def _schema(self) -> Schema:
        from ctct_lint.schema.store import compiled_schema

        return compiled_schema(self._path, self.facts)


def _in_other_namespace(root: _Element, right: str) -> Fault:
    """Return the fault of a root in a wrong namespace, and move all that is in it.

    `right` is the name that the root should have, in Clark notation.
    """
    start, _, _ = right.rpartition(local_name(root))
    fault = in_other_namespace(root, start[1:-1])
    if not (namespace(root) or root.prefix):
        declaration = f' xmlns="{start[1:-1]}"'
        fault = fault._replace(edits=((after_name(root), declaration),))
    for element in root.iter(f"{{{namespace(root)}}}*"):
        element.tag = f"{start}{local_name(element)}"
    return fault
