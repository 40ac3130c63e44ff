"""Profiles of a schema alone: any XML vocabulary that has an XSD."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after_name, end_name_of, name_of
from ctct_lint.profiles.profile import Profile
from ctct_lint.schema.content_faults import in_other_namespace
from ctct_lint.schema.facts import Facts
from ctct_lint.schema.names import local_name, namespace
from ctct_lint.schema.sources.trouble import Unusable
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.text.spelling import by_closeness, closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.user_schema import Models
    from ctct_lint.xml.model import ContentModel


class XsdProfile(Profile):
    """A vocabulary that a schema file describes.

    Whoever names it means it: it takes every document for one of its own.
    """

    def __init__(
        self, name: str, path: str, catalog: str = "", models: Models | None = None
    ) -> None:
        """Note the absolute paths of a schema and its catalog; nothing is read yet.

        models  keeps schemas that were compiled before
        """
        self.name = name
        self.schema = UserSchema(path, catalog, models)
        folder, file = os.path.split(path)
        self.facts = Facts(folder, (file,))

    def __reduce__(self) -> tuple[type[XsdProfile], tuple[str, str, str]]:
        """Another process reads the schema itself."""
        sources = self.schema.sources
        return type(self), (self.name, self.schema.path, sources.catalogs.path)

    def unusable(self) -> Unusable | None:
        """Return what is wrong with the schema."""
        troubles = self.schema.troubles
        return Unusable(self.schema.path, troubles) if troubles else None

    def recognises(self, text: str) -> bool:
        """Yes: it was named."""
        del text
        return True

    def content_model(self, text: str) -> ContentModel:
        """Return what may stand where, as the schema has it."""
        compiled = self.schema.compiled(self.facts)
        if compiled is None:
            from ctct_lint.schema.unknown_model import model_of

            return model_of(text)
        from ctct_lint.schema.content_model import SchemaModel

        return SchemaModel(compiled)

    def schema_of(self, root: _Element | None) -> Schema | None:
        """Return the one schema there is, None if it cannot be compiled."""
        del root
        return self.schema.compiled(self.facts)

    def check(self, root: _Element, operation: str) -> Iterator[Fault]:
        """Yield why a tree is not valid; make it the tree that was meant."""
        judge = self.schema.judge
        if judge.validate(root):
            return
        compiled = self.schema.compiled(self.facts)
        if compiled is None:
            from ctct_lint.schema.unexplained import unexplained

            yield from unexplained(root, judge.error_log, ())
            return
        from ctct_lint.schema.check import explained

        found = []
        if compiled.root(root.tag) is None:
            found.append(_strange_root(root, compiled))
            yield found[0]
            if compiled.root(root.tag) is None or judge.validate(root):
                return
        yield from explained(root, compiled, judge, operation, found)


def _strange_root(root: _Element, schema: Schema) -> Fault:
    """Return the fault of a root; one that was meant otherwise gets its name."""
    roots = {r.rpartition("}")[2]: r for r in schema.components.roots}
    name = local_name(root)
    expected = by_closeness(name, sorted(roots))
    meant = closest(name, roots)
    if meant is None:
        return Fault("unknown-root", name_of(root), name, expected=expected)
    if meant == name:
        return _in_other_namespace(root, roots[name])
    root.tag = roots[meant]
    edits = ((name_of(root), meant), (end_name_of(root), meant))
    return Fault("unknown-root", name_of(root), name, expected=expected, edits=edits)


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
