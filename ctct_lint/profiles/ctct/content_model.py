"""What may stand where, for the repair of documents that are not XML."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import FACTS, facts, facts_of
from ctct_lint.profiles.ctct.resources import CHECKED, DOCUMENTS, ENVELOPE, LISTED
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.repairing.content_model import SchemaModel
from ctct_lint.schema.storing.store import compiled_schema
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import closest
from ctct_lint.xml.chars import local_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.profiles.ctct.resources import Resource
    from ctct_lint.xml.model import Meaning

_DOCUMENTS = {document.payload: document for document in DOCUMENTS.values()}
_ROOTS = frozenset({"entry", "feed", *_DOCUMENTS})
_ROOT = lazy(r"\s*(?:<[?!][^>]*>\s*)*</?[ \t]{0,3}(?:[\w.-]+:)?(\w+)")
# The `<` of what is held may be lost, or blanks may follow it.
_PAYLOAD = r"\s*<?[ \t]{0,3}(?:[\w.-]+:)?([A-Z]\w*)(?=[\s/>])"
_FIRST = lazy(rf"\A{_PAYLOAD}")
_START = lazy(r"<(?:[\w.-]+:)?(\w+)[\s/>]")
_LOOKED_AT = 20_000
_HELD = lazy(rf"(?:\?>|<(?:[\w.-]+:)?content(?:\s[^<>]*)?>){_PAYLOAD}")
# Its end tag is left where its start tag is lost.
_ENDED = lazy(r"</(?:[\w.-]+:)?([A-Z]\w*)\s*>\s*(?:</(?:[\w.-]+:)?content\s*>|\Z)")


class EntryModel(SchemaModel):
    """The elements of entries with one resource, or of a document.

    Of no document two resources are meant: more names are more mistakes. What the XSD
    cannot say of Atom, the facts do.
    """

    @cached_property
    def elements(self) -> Mapping[str, Meaning]:
        """The declared elements by their local names; nobody sends texts as XHTML."""
        known, texts = super().elements, _texts()
        return {
            n: m._replace(is_leaf=m.is_leaf or n in texts) for n, m in known.items()
        }

    def root_tag(self, name: str) -> str:
        """Return the start tag that a document may begin with, else ""."""
        return super().root_tag(name) if local_part(name) in _ROOTS else ""

    def may_follow(self, parent: str, before: str, child: str) -> bool:
        """May the child stand behind the other? In Atom there is one of most."""
        fact = facts_of(ENVELOPE, parent).get(child) if before == child else None
        is_single = fact is not None and fact.at_most == 1
        return not is_single and super().may_follow(parent, before, child)


@cache
def _texts() -> frozenset[str]:
    """Return the elements of Atom that hold no others."""
    owners, names = zip(*facts(ENVELOPE), strict=True)
    return frozenset(names) - {*owners, "content"}


def content_model(text: str) -> EntryModel:
    """Return what may stand in the document that a text is, broken as it may be."""
    return _model_of(_meant_in(text).driver)


@cache
def _model_of(driver: str) -> EntryModel:
    return EntryModel(compiled_schema(schema_path(driver), FACTS))


def _meant_in(text: str) -> Resource:
    """Return the resource that a `content` holds, else one that is there at all.

    Campaigns hold lists and reports hold campaigns, so not every name tells it.
    """
    root = _ROOT.match(text)
    document = None if root is None else closest(root[1], _DOCUMENTS)
    if document is not None:
        return _DOCUMENTS[document]
    for pattern in (_HELD, _ENDED, _FIRST):
        held = pattern.search(text)
        if held is not None and held[1] in CHECKED:
            return CHECKED[held[1]]
    known = [resource for resource in CHECKED.values() if LISTED in resource.also_on]
    first = "" if root is None else root[1]
    sent = (resource for resource in CHECKED.values() if resource.sent_for)
    having = [r for r in sent if first in facts_of(r.schema, r.payload)]
    if having:
        # Fields alone: of the resource that has most of them.
        names = frozenset(_START.findall(text, 0, _LOOKED_AT))
        return max(having, key=lambda r: len(names & {*facts_of(r.schema, r.payload)}))
    return next((r for r in known if _tag(r.payload).search(text)), known[0])


@cache
def _tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"<[ \t]{{0,3}}(?:[\w.-]+:)?{name}[\s/>]")
