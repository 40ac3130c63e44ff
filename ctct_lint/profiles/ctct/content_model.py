"""What may stand where, for the repair of documents that are not XML."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import facts, open_to, shared_declarations
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.resources import (
    CHECKED,
    DOCUMENTS,
    ENVELOPE,
    LISTED,
    resources_about,
)
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import closest
from ctct_lint.xml.model import ContentModel, Meaning

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ctct_lint.profiles.ctct.resources import Resource

_DOCUMENTS = {document.payload: document for document in DOCUMENTS.values()}
_PREFIXES = {"ctct": CTCT}
_ROOTS = {"entry": ATOM, "feed": ATOM} | {
    name: document.namespace for name, document in _DOCUMENTS.items()
}
_ROOT = lazy(r"\s*(?:<[?!][^>]*>\s*)*<[ \t]{0,3}(?:[\w.-]+:)?(\w+)")
# The `<` of what is held may be lost, or blanks may follow it.
_PAYLOAD = r"\s*<?[ \t]{0,3}(?:[\w.-]+:)?([A-Z]\w*)(?=[\s/>])"
_FIRST = lazy(_PAYLOAD)
_HELD = lazy(rf"(?:\?>|<(?:[\w.-]+:)?content(?:\s[^<>]*)?>){_PAYLOAD}")
# Its end tag is left where its start tag is lost.
_ENDED = lazy(r"</(?:[\w.-]+:)?([A-Z]\w*)\s*>\s*</(?:[\w.-]+:)?content\s*>")


@cache
def _children(resources: tuple[Resource, ...]) -> dict[str, frozenset[str]]:
    """Return the names of the children that each element may have."""
    found = {"content": {r.payload for r in resources}}
    for file in (ENVELOPE, *(r.schema for r in resources)):
        for owner, name in facts(file):
            found.setdefault(owner, set()).add(name)
        for owner, name in shared_declarations(file):
            found.setdefault(owner, set()).add(name)
        for owner in open_to(file, ATOM):
            found.setdefault(owner, set()).add("link")
    for document in (r for r in resources if r.is_document):
        for owner in open_to(document.schema, "##other"):
            found.setdefault(owner, set()).add("title")
    return {owner: frozenset(names) for owner, names in found.items()}


@cache
def _repeated(resources: tuple[Resource, ...]) -> frozenset[tuple[str, str]]:
    """Return (name of the parent, name) of what may stand there more than once."""
    found = {key for key, fact in facts(ENVELOPE).items() if fact.at_most != 1}
    for file in (ENVELOPE, *(r.schema for r in resources)):
        found |= shared_declarations(file)
        found |= {key for key, fact in facts(file).items() if fact.many}
    return frozenset(found)


@cache
def _elements(resources: tuple[Resource, ...]) -> dict[str, Meaning]:
    children = _children(resources)
    names = frozenset(children).union(*children.values()) - {""}
    return {n: Meaning(n, known=True, is_leaf=not children.get(n)) for n in names}


def _family_in(text: str) -> tuple[Resource, ...]:
    """Return the family of what a `content` holds, else of what is there at all.

    Campaigns hold lists and reports hold campaigns, so not every name tells it.
    """
    root = _ROOT.match(text)
    if root is not None and root[1] in _DOCUMENTS:
        return (_DOCUMENTS[root[1]],)
    for held in (_FIRST.match(text) or _HELD.search(text), _ENDED.search(text)):
        if held is not None and held[1] in CHECKED:
            return resources_about(CHECKED[held[1]].family)
    known = [resources_about(r.family) for r in CHECKED.values() if LISTED in r.also_on]
    return next((f for f in known if _tag(f[0].payload).search(text)), known[0])


@cache
def _tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"<[ \t]{{0,3}}(?:[\w.-]+:)?{name}[\s/>]")


class PayloadModel(ContentModel):
    """The elements of the format by their local names, as the schemas have them.

    Of no document two families of resources are meant: more names are more mistakes.
    """

    __slots__ = ("_children", "_elements", "_resources")

    def __init__(self, text: str = "") -> None:
        self._resources = resources = _family_in(text)
        self._children = _children(resources)
        self._elements = _elements(resources)

    @property
    def elements(self) -> Mapping[str, Meaning]:
        """The elements of the format by their local names."""
        return self._elements

    def root_tag(self, name: str) -> str:
        """Return the start tag that a document may begin with, else ""."""
        return f'<{name} xmlns="{_ROOTS[name]}">' if name in _ROOTS else ""

    def start_tag(self, name: str, parent: str) -> str:
        """Return the start tag; that of a payload declares its namespace."""
        is_payload = parent == "content" and ":" not in name
        namespace = CHECKED[name].namespace if is_payload else ""
        return f'<{name} xmlns="{namespace}">' if namespace else f"<{name}>"

    def holds_no_text(self, name: str) -> bool:
        """Is it an element with child elements? None has text beside them."""
        return bool(self._children.get(name))

    def may_contain(self, parent: str, child: str) -> bool:
        """May the child stand directly in the parent?"""
        return child in self._children.get(parent, ())

    def may_follow(self, parent: str, before: str, child: str) -> bool:
        """May the child stand behind the other? Only its like may be one too many."""
        return before != child or (parent, child) in _repeated(self._resources)

    def namespace_of(self, prefix: str, names: Collection[str]) -> str:
        """Return the namespace that the samples give a prefix, "" for another.

        That of another prefix is the namespace of the root or the payload that has it.
        """
        payloads = {r.payload: r.namespace for r in self._resources}
        known = (_ROOTS.get(name) or payloads.get(name) for name in names)
        return _PREFIXES.get(prefix) or next(filter(None, known), "")

    def spelling_of(self, name: str) -> str | None:
        """Return the known name that is meant, None if none is close."""
        return closest(name, sorted(self._elements))
