"""Profiles of a schema alone: any XML vocabulary that has an XSD."""

# ruff: noqa: ARG002 - others of its class need the arguments
from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.profile import Profile
from ctct_lint.schema.bounded import is_large
from ctct_lint.schema.model_facts import ModelFacts
from ctct_lint.schema.sources.trouble import Unusable
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.schematron.schematron import Schematron

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.profiles.description import Description
    from ctct_lint.schema.judges import DocumentJudge
    from ctct_lint.schema.repairing.content_model import SchemaModel
    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.storing.shelf import Models
    from ctct_lint.xml.model import ContentModel


class PlainProfile(Profile):
    """A vocabulary without a schema: its documents are to be well-formed.

    Whoever names it means it: it takes every document for one of its own.
    """

    def __init__(self, name: str) -> None:
        """Note the name."""
        self.name = name

    def recognises(self, text: str) -> bool:
        """Yes: it was named."""
        return True

    def content_model(self, text: str) -> ContentModel:
        """Return that nothing is known."""
        from ctct_lint.schema.repairing.unknown_model import model_of

        return model_of(text)

    def check(self, root: _Element, operation: str) -> Iterator[Fault]:
        """Yield nothing: every tree is valid."""
        yield from ()


class XsdProfile(PlainProfile):
    """A vocabulary that a schema file describes."""

    def __init__(
        self, name: str, path: str, catalog: str = "", models: Models | None = None
    ) -> None:
        """Note the absolute paths of a schema and its catalog; nothing is read yet.

        models  keeps schemas that were compiled before
        """
        self.name = name
        self.schema = UserSchema(path, catalog, models)
        self.facts = ModelFacts(self.schema)
        self._model: SchemaModel | None = None

    def __reduce__(self) -> tuple[type[XsdProfile], tuple[str, str, str]]:
        """Another process reads the schema itself."""
        sources = self.schema.sources
        return type(self), (self.name, self.schema.path, sources.catalogs.path)

    def state(self) -> str:
        """Return what tells the files of its schema, as they are, from all others."""
        return f"{self.schema.sources.fingerprint()} {super().state()}"

    def files(self) -> tuple[str, ...]:
        """Return the paths of the schema, of what it refers to and of the catalogs."""
        return self.schema.sources.paths()

    def hold(self, path: str, text: str) -> None:
        """Take a text for one of its files, whatever it holds; before any is read."""
        self.schema.sources.hold(path, text)
        super().hold(path, text)

    def unusable(self) -> Unusable | None:
        """Return what is wrong with the schema, and then with the rules beside it."""
        troubles = self.schema.troubles
        if not troubles:
            return None
        beside = () if self.schematron is None else self.schematron.troubles
        return Unusable(self.schema.path, (*troubles, *beside))

    def unused(self) -> Unusable | None:
        """Return what is wrong with the rules beside the schema, and idle in itself."""
        found, remarks = super().unused(), self.schema.remarks
        if not remarks:
            return found
        if found is None:
            return Unusable(self.schema.path, remarks)
        return found._replace(troubles=(*found.troubles, *remarks))

    def content_model(self, text: str) -> ContentModel:
        """Return what may stand where, as the schema has it."""
        compiled = self.schema.compiled(self.facts)
        if compiled is None:
            return super().content_model(text)
        from ctct_lint.schema.repairing.content_model import SchemaModel

        if self._model is None or self._model.schema is not compiled:
            self._model = SchemaModel(compiled)
        return self._model

    def schema_of(self, root: _Element | None) -> Schema | None:
        """Return the one schema there is, None if it cannot be compiled."""
        return self.schema.compiled(self.facts)

    def check(self, root: _Element, operation: str) -> Iterator[Fault]:
        """Yield why a tree is not valid; make it the tree that was meant."""
        keyless = self._keyless(root)
        judge = keyless or self.schema.judge
        is_valid = judge.validate(root)
        if is_valid and not (keyless or self._may_refer(root)):
            return
        compiled = self.schema.compiled(self.facts)
        if compiled is None:
            from ctct_lint.schema.verdict.unexplained import unexplained

            yield from unexplained(root, judge.error_log, ())
            return
        from ctct_lint.schema.verdict.declared import (
            explained_as_declared,
            identities_at_fault,
        )

        if is_valid:
            yield from identities_at_fault(root, compiled)
        else:
            yield from explained_as_declared(root, compiled, judge)

    def _keyless(self, root: _Element) -> DocumentJudge | None:
        """Return who judges all but keys, where our own code is to judge these."""
        if not self.schema.judges.keys().are_beyond_libxml2(root):
            return None
        is_known = self.schema.compiled(self.facts) is not None
        return self.schema.judges.of_all_but_keys() if is_known else None

    def _may_refer(self, root: _Element) -> bool:
        """May there be IDs or references to them at fault in a tree that is valid?"""
        ids = self.schema.ids
        is_overlooked = ids.may_be and is_large(root)
        return ids.may_be_referred_to or ids.may_be_texts or is_overlooked


def of_description(description: Description, models: Models | None) -> Profile:
    """Return the profile that is described."""
    made: Profile = PlainProfile(description.name)
    if description.schema:
        name, schema, catalog, *_ = description
        made = XsdProfile(name, schema, catalog, models)
    return with_own(made, description)


def with_own(made: Profile, description: Description) -> Profile:
    """Return a profile with the severities and the rules that a description adds."""
    made.severities = description.severities
    if description.schematron:
        made.schematron = Schematron(description.schematron, description.phase)
    made.own_is_idle = bool(description.rules) and not description.runs_rules
    if description.rules and description.runs_rules:
        from ctct_lint.own.rules import OwnRules

        made.own = OwnRules(description.rules, description.name)
        made.series = None  # they are called with the document as a whole
    return made
