"""Who judges documents by a user's schema: libxml2, or xmlschema where that cannot."""

from __future__ import annotations

import json
from threading import get_ident
from typing import TYPE_CHECKING, Any, Protocol

from lxml import etree

from ctct_lint.schema.bounded import LONG, BoundedSchema
from ctct_lint.schema.sources.keyless import keys_of, without_keys
from ctct_lint.schema.sources.libxml2 import bare, libxml2_schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.sources.keyless import Keys
    from ctct_lint.schema.sources.sources import Sources


class DocumentJudge(Protocol):
    """Says whether documents are valid."""

    @property
    def error_log(self) -> Any:
        """What it says of the last document: with `path`, `type` and `message`."""
        ...

    def validate(self, root: _Element, /) -> bool:
        """Is a document valid?"""
        ...


class Judges:
    """The judges of one schema; each thread has its own.

    read  what xmlschema has read, if it is to judge; None otherwise
    """

    def __init__(self, sources: Sources) -> None:
        """Note the files; nothing is read yet."""
        self._sources = sources
        # What libxml2 has asked for, by the URLs.
        self._texts: dict[str, str] = {}
        self._judges: dict[int, DocumentJudge] = {}
        self._keyless: dict[int, DocumentJudge] = {}
        self._keys: Keys | None = None
        self.read: Any = None

    def of_thread(self) -> DocumentJudge:
        """Return the judge, made if it is not yet.

        etree.XMLSyntaxError, etree.XMLSchemaParseError  if libxml2 cannot use the files
        """
        thread = get_ident()
        if thread not in self._judges:
            self._judges[thread] = self._made()
        return self._judges[thread]

    def of_all_but_keys(self) -> DocumentJudge:
        """Return who judges all of a document but its keys: libxml2."""
        thread = get_ident()
        if thread not in self._keyless:
            self._keyless[thread] = self._by_libxml2(without_keys(self._texts))
        return self._keyless[thread]

    def keys(self) -> Keys:
        """Return what is known of its keys; none where xmlschema judges."""
        if self._keys is None:
            self._keys = keys_of(self._texts if self.read is None else {})
        return self._keys

    def take(self, kept: Iterable[str]) -> bool:
        """Judge by texts that were kept; False if they are of no use."""
        try:
            self._texts.update(map(json.loads, kept))
            self.of_thread()
        except Exception:  # noqa: BLE001 - a kept file may hold anything
            self._texts.clear()
            return False
        return True

    def to_keep(self) -> list[str]:
        """Return the texts, without what libxml2 does not need, as lines to keep."""
        texts = self._texts.items()
        return [json.dumps([url, bare(text)]) for url, text in texts]

    def lighten(self) -> None:
        """Have libxml2 judge by what says the same as its long lists, but faster."""
        from ctct_lint.schema.sources.lightened import lightened

        made = lightened(self._texts)
        if not made:
            return
        texts = {**self._texts, **made}
        try:
            self._judges[get_ident()] = self._by_libxml2(texts)
        except etree.XMLSchemaParseError:
            return
        self._texts = texts

    def _made(self) -> DocumentJudge:
        if self.read is None:
            return self._by_libxml2(self._texts)
        from ctct_lint.schema.sources.xsd import XmlschemaJudge

        return XmlschemaJudge(self.read)

    def _by_libxml2(self, texts: dict[str, str]) -> DocumentJudge:
        schema = libxml2_schema(self._sources.url, lambda url: self._text(url, texts))
        return BoundedSchema(schema, is_long=sum(map(len, texts.values())) >= LONG)

    def _text(self, url: str, texts: dict[str, str]) -> str:
        """Return the text of a file as libxml2 is to have it, noted among texts."""
        if url not in texts:
            texts[url] = self._sources.text(url)
        return texts[url]
