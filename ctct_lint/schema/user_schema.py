"""A user's schema at work: who judges documents by it, and what it consists of."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.judges import Judges
from ctct_lint.schema.remarks import remarks_on
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.sources.ids import Ids
from ctct_lint.schema.sources.sources import Sources, Unresolved
from ctct_lint.schema.sources.trouble import UNREADABLE, SchemaTrouble
from ctct_lint.schema.storing.plain import from_lines, to_lines
from ctct_lint.schema.storing.shelf import Shelf

if TYPE_CHECKING:
    from ctct_lint.schema.components.components import Notes
    from ctct_lint.schema.facts.facts import Facts
    from ctct_lint.schema.judges import DocumentJudge
    from ctct_lint.schema.sources.lost import LostReference
    from ctct_lint.schema.storing.plain import StoredSchema
    from ctct_lint.schema.storing.shelf import Models


class UserSchema:
    """A schema file with those that it refers to, compiled when it is needed.

    path     of the file
    sources  the file, and those that it refers to
    judges   who judge documents by it
    ids      whether its documents may have IDs
    """

    def __init__(self, path: str, catalog: str, models: Models | None = None) -> None:
        """Note absolute paths; nothing is read yet.

        catalog  "" without one
        models   what is known of schemas that were compiled before
        """
        self.path = path
        self.sources = Sources(path, catalog)
        self.judges = Judges(self.sources)
        self.ids = Ids(self.sources)
        self._shelf = Shelf(models, self.sources)
        self._is_compiled = False
        # An editor's server lints in one thread and completes in another.
        self._lock = Lock()
        self._compiled: Schema | None = None

    @cached_property
    def troubles(self) -> tuple[SchemaTrouble, ...]:
        """Why it cannot be used; () if it can."""
        try:
            self.sources.read(self.sources.url)
        except Unresolved as why:
            return (SchemaTrouble(self.path, UNREADABLE, detail=str(why)),)
        if self.sources.catalogs.trouble:
            why_not = self.sources.catalogs.trouble
            return (SchemaTrouble(self.path, UNREADABLE, detail=why_not),)
        kept = self._shelf.find("texts")
        is_kept = kept is not None and self.judges.take(kept)
        return () if is_kept else self._looked_at()

    @cached_property
    def remarks(self) -> tuple[SchemaTrouble, ...]:
        """What its author should look at, though documents can be judged by it."""
        read = self.judges.read
        version = None if read is None else read.xsd_version
        return remarks_on(self.sources, self._shelf, version)

    def _looked_at(self) -> tuple[SchemaTrouble, ...]:
        """Return why it cannot be used; keep what libxml2 has compiled if it can."""
        from ctct_lint.schema.sources.lost import ill_formed_in, lost_in, unfit_in

        unfit = tuple(unfit_in(self.sources))
        if unfit:
            return unfit
        lost = list(lost_in(self.sources))
        included = [one.trouble for one in lost if one.reference.kind != "import"]
        if included:
            return (*ill_formed_in(self.sources), *included)
        try:
            self.judges.of_thread()
        except etree.XMLSyntaxError:
            return tuple(ill_formed_in(self.sources))
        except etree.XMLSchemaParseError as error:
            return tuple(ill_formed_in(self.sources)) or self._other_judge(error, lost)
        self.judges.lighten()
        self._shelf.keep("texts", self.judges.to_keep)
        return ()

    @property
    def judge(self) -> DocumentJudge:
        """Who judges documents by it, the thread's own; only if it can be used."""
        return self.judges.of_thread()

    def compiled(self, facts: Facts) -> Schema | None:
        """Return the compiled form, None if xmlschema cannot make anything of it."""
        with self._lock:
            if not self._is_compiled:
                self._is_compiled = True
                self._compiled = self._schema(facts)
        return self._compiled

    @cached_property
    def _notes(self) -> Notes:
        from ctct_lint.schema.compiling.compile import compile_notes
        from ctct_lint.schema.sources.xsd import read_taken

        return compile_notes(self.judges.read or read_taken(self.sources))

    def _schema(self, facts: Facts) -> Schema | None:
        def read_notes() -> Notes:
            return self._notes

        kept = self._kept_model()
        if kept is not None:
            return Schema(kept.components, facts, read_notes, kept.survey)
        from ctct_lint.schema.compiling.compile import compile_schema
        from ctct_lint.schema.sources.xsd import read_taken

        try:
            made = compile_schema(self.judges.read or read_taken(self.sources))
        except Exception:  # noqa: BLE001 - libxml2 can use it all the same
            return None
        self._shelf.keep("model", lambda: to_lines(made))
        return Schema(made, facts, read_notes)

    def _kept_model(self) -> StoredSchema | None:
        """Return the model that was kept; None if there is none that is of use."""
        kept = self._shelf.find("model")
        if kept is not None:
            with suppress(Exception):
                return from_lines(kept)
        return None

    def _other_judge(
        self, error: etree.XMLSchemaParseError, lost: list[LostReference]
    ) -> tuple[SchemaTrouble, ...]:
        """Let xmlschema judge, if it takes what libxml2 refuses: it knows XSD 1.1."""
        from ctct_lint.schema.sources.refused import by_libxml2, by_xmlschema, is_sure
        from ctct_lint.schema.sources.unknown import unknown_names
        from ctct_lint.schema.sources.xsd import readings

        refused = []
        for read in () if is_sure(error.error_log) else readings(self.sources):
            # Those of included and imported files are none of the schema's own.
            errors = read.maps.all_errors
            if not errors:
                self.judges.read = read
                return ()
            refused.append((read.xsd_version, errors))
        unknown = unknown_names(self.sources, lost)
        version, errors = min(refused, key=lambda one: len(one[1]), default=("1.0", ()))
        if version != "1.0":
            return tuple(by_xmlschema(errors, unknown, self.path))
        found = by_libxml2(error.error_log, unknown, self.path)
        placed = [one for one in found if one.at]
        if errors and len(placed) < len(found):
            # Of some that it has compiled already, libxml2 does not know the place.
            found = by_xmlschema(errors, placed, self.path)
        return tuple(found)
