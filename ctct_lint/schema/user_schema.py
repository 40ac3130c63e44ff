"""A user's schema at work: who judges documents by it, and what it consists of."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cached_property
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Any, Protocol

from lxml import etree

from ctct_lint.schema.bounded import LONG, BoundedSchema
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.sources.keyless import keys_of, without_keys
from ctct_lint.schema.sources.libxml2 import bare, libxml2_schema
from ctct_lint.schema.sources.sources import Sources, Unresolved
from ctct_lint.schema.sources.trouble import UNREADABLE, SchemaTrouble
from ctct_lint.schema.storing.plain import from_lines, to_lines
from ctct_lint.schema.storing.shelf import Shelf
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.components import Notes
    from ctct_lint.schema.facts.facts import Facts
    from ctct_lint.schema.sources.keyless import Keys
    from ctct_lint.schema.sources.lost import LostReference
    from ctct_lint.schema.storing.plain import StoredSchema
    from ctct_lint.schema.storing.shelf import Models


# An element of the type, or a type that restricts or extends it.
_OF_IDS = r"""\s*=\s*["']\s*(?:[\w.-]+:)?ID\s*["']"""
_ID_AS_TEXT = lazy(
    rf"<(?:[\w.-]+:)?(?:element\b[^<>]*\stype|(?:restriction|extension)\b[^<>]*\sbase)"
    rf"{_OF_IDS}"
)


# Most schemas have no such end of a name, which is found a hundred times as fast.
_ID_AT_END = lazy(r"""ID\s*["']""")


def _names_id(text: str) -> bool:
    return any(
        text[found.start() - 1] in _BEFORE for found in _ID_AT_END.finditer(text)
    )


_BEFORE = frozenset(":\"' \t\r\n")


def _remark(kept: list[Any]) -> SchemaTrouble:
    """Return a remark that was kept; ValueError if it is none."""
    *texts, expected, is_of_name, source = kept
    path, kind, at, attribute, subject, detail = map(_text, texts)
    likely, of_name = tuple(map(_text, expected)), is_of_name is True
    words = kind, at, attribute, subject, detail
    return SchemaTrouble(path, *words, likely, of_name, _text(source))


def _text(kept: object) -> str:
    if not isinstance(kept, str):
        raise ValueError(kept)  # noqa: TRY004 - the file is wrong, not the program
    return kept


class DocumentJudge(Protocol):
    """Says whether documents are valid: libxml2, or xmlschema where that cannot."""

    @property
    def error_log(self) -> Any:
        """What it says of the last document: with `path`, `type` and `message`."""
        ...

    def validate(self, root: _Element, /) -> bool:
        """Is a document valid?"""
        ...


class UserSchema:
    """A schema file with those that it refers to, compiled when it is needed."""

    def __init__(self, path: str, catalog: str, models: Models | None = None) -> None:
        """Note absolute paths; nothing is read yet.

        catalog  "" without one
        models   what is known of schemas that were compiled before
        """
        self.path = path
        self.sources = Sources(path, catalog)
        self._shelf = Shelf(models, self.sources)
        # What libxml2 has asked for, by the URLs.
        self._texts: dict[str, str] = {}
        self._judges: dict[int, DocumentJudge] = {}
        self._keyless: dict[int, DocumentJudge] = {}
        # What xmlschema has read, where libxml2 cannot judge.
        self._read: Any = None
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
        return () if self._is_kept() else self._looked_at()

    @cached_property
    def remarks(self) -> tuple[SchemaTrouble, ...]:
        """What its author should look at, though documents can be judged by it."""
        kept = self._shelf.find("remarks")
        if kept is not None:
            with suppress(Exception):
                return tuple(_remark(json.loads(line)) for line in filter(None, kept))
        from ctct_lint.schema.sources.idle_keys import idle_keys
        from ctct_lint.schema.sources.inconsistent import inconsistent

        # Of later versions xmlschema has looked for that itself.
        is_later = self._read is not None and self._read.xsd_version != "1.0"
        found = () if is_later else tuple(inconsistent(self.sources))
        if self._has("selector"):
            found += tuple(idle_keys(self.sources))
        self._shelf.keep("remarks", lambda: [json.dumps(one) for one in found])
        return found

    def _is_kept(self) -> bool:
        """Take the texts that were kept; False if there are none that are of use."""
        kept = self._shelf.find("texts")
        if kept is None:
            return False
        try:
            self._texts.update(map(json.loads, kept))
            self._judges[get_ident()] = self._new_judge()
        except Exception:  # noqa: BLE001 - a kept file may hold anything
            self._texts.clear()
            return False
        return True

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
            self._judges[get_ident()] = self._new_judge()
        except etree.XMLSyntaxError:
            return tuple(ill_formed_in(self.sources))
        except etree.XMLSchemaParseError as error:
            return tuple(ill_formed_in(self.sources)) or self._other_judge(error, lost)
        self._lighten()
        self._shelf.keep("texts", self._bare_texts)
        return ()

    def _lighten(self) -> None:
        """Have libxml2 judge by what says the same as its long lists, but faster."""
        from ctct_lint.schema.sources.lightened import lightened

        written = self._texts
        made = lightened(written)
        if made:
            self._texts = {**written, **made}
            try:
                self._judges[get_ident()] = self._new_judge()
            except etree.XMLSchemaParseError:
                self._texts = written

    @cached_property
    def keys(self) -> Keys:
        """What is known of its keys; none where xmlschema judges."""
        return keys_of(self._texts if self._read is None else {})

    @property
    def judge_of_all_but_keys(self) -> DocumentJudge:
        """Who judges all of a document but its keys, the thread's own: libxml2."""
        thread = get_ident()
        if thread not in self._keyless:
            texts = without_keys(self._texts)
            schema = libxml2_schema(self.sources.url, texts.__getitem__)
            self._keyless[thread] = BoundedSchema(schema, is_long=self._is_long)
        return self._keyless[thread]

    @property
    def judge(self) -> DocumentJudge:
        """Who judges documents by it, the thread's own; only if it can be used."""
        thread = get_ident()
        if thread not in self._judges:
            self._judges[thread] = self._new_judge()
        return self._judges[thread]

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

        return compile_notes(self._read or read_taken(self.sources))

    @cached_property
    def may_refer(self) -> bool:
        """May it have references to IDs? One of its files must have the word then."""
        return self._has("IDREF")

    @cached_property
    def may_identify(self) -> bool:
        """May its documents have IDs, as a word in its files says?"""
        return self._has("ID")

    @cached_property
    def may_identify_texts(self) -> bool:
        """May texts of elements be IDs? libxml2 compares those of attributes alone."""
        sources = self.sources
        texts = (sources.text(source.url) for source in sources.every())
        return any(_names_id(text) and _ID_AS_TEXT.search(text) for text in texts)

    def _has(self, word: str) -> bool:
        sources = self.sources
        return any(word in sources.text(source.url) for source in sources.every())

    def _schema(self, facts: Facts) -> Schema | None:
        def read_notes() -> Notes:
            return self._notes

        kept = self._kept_model()
        if kept is not None:
            return Schema(kept.components, facts, read_notes, kept.survey)
        from ctct_lint.schema.compiling.compile import compile_schema
        from ctct_lint.schema.sources.xsd import read_taken

        try:
            made = compile_schema(self._read or read_taken(self.sources))
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

    def _new_judge(self) -> DocumentJudge:
        if self._read is None:
            schema = libxml2_schema(self.sources.url, self._text)
            return BoundedSchema(schema, is_long=self._is_long)
        from ctct_lint.schema.sources.xsd import XmlschemaJudge

        return XmlschemaJudge(self._read)

    @property
    def _is_long(self) -> bool:
        return sum(map(len, self._texts.values())) >= LONG

    def _text(self, url: str) -> str:
        """Return the text of a file as libxml2 is to have it."""
        if url not in self._texts:
            self._texts[url] = self.sources.text(url)
        return self._texts[url]

    def _bare_texts(self) -> list[str]:
        texts = self._texts.items()
        return [json.dumps([url, bare(text)]) for url, text in texts]

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
                self._read = read
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
