"""Which vocabulary a document is of: Constant Contact's, or another one.

It is told from the start tags, so that a document need not be well-formed. Whoever
meant one of Constant Contact's is to be told what is wrong with it, hence a misspelt
name or namespace still tells it; a document of another vocabulary must not be blamed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.profiles.ctct.resources import CHECKED, DOCUMENTS, RESOURCES
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAG = lazy(
    r"(?P<opener><!--|<!\[CDATA\[|<\?xml(?=\s)|<\?)"
    r"|<(?:/(?=[^<>]*=))?[ \t\r\n]{0,3}(?:(?P<prefix>[\w.-]+):)?"
    r"(?P<local>[^\W\d][\w.-]*)(?P<attributes>[^<>]*)"
)
# How most documents begin: a glance at it spares the search for tags, and patterns.
_USUAL, _HEAD = '<entry xmlns="', 1000
_DECLARATION = lazy(r"\bxmlns(?::([\w.-]+))?\s*=\s*[\"']?([^\"'\s>]*)")
# Of a namespace, its host or its last word.
_NAMED_AFTER_ATOM = lazy(r"\batom\b", re.IGNORECASE)
_NAMED_AFTER_US = lazy(r"constant-?contact|\bctct\b", re.IGNORECASE)
# All namespaces have a beginning in common.
_CLOSE = 0.9
# What a GET returns, and what says that it is of Constant Contact.
_COLLECTIONS = frozenset({"feed", *(r.payload for r in DOCUMENTS.values())})
_OURS = lazy(r"constantcontact\.com|/ws/customers/")
# An entry or a payload is told by one of its children among so many tags, a payload
# in a foreign envelope or namespace by more.
_FIRST_TAGS, _MANY = 50, 3
_PAYLOADS = tuple(r.payload for r in RESOURCES if r.is_known_alone)
_OURS_ALONE = next(iter(CHECKED))
_OF_ENTRIES = frozenset({"content", "updated"})


class StartTag(NamedTuple):
    """A start tag as far as it tells anything; `namespaces` are those it declares."""

    prefix: str
    local: str
    namespaces: dict[str, str]

    @property
    def namespace(self) -> str:
        """The namespace of the element, as far as its own tag says it."""
        return self.namespaces.get(self.prefix, "")


def is_of_constant_contact(text: str) -> bool:
    """Is a document of Constant Contact's vocabulary, or was it meant to be?

    A text without a start tag is of no other one.
    """
    usual = _usual_namespace(text)
    if usual is not None and _may_be_ours(usual):
        return True
    root = next(tags_of(text), None)
    if root is None or _is_entry(root, text):
        return True
    if _closest(root.local, _COLLECTIONS) and _OURS.search(text):
        return True
    return any(
        _is_of_our_namespace(tag) or _is_other_entry(tag, root) for tag in tags_of(text)
    ) or _holds_payload(root, text)


def _usual_namespace(text: str) -> str | None:
    """Return the namespace of an entry that begins as most do, None of another one."""
    head, found, rest = text[:_HEAD].partition(_USUAL)
    namespace, closed, _ = rest.partition('">')
    if not (found and closed) or not {*'"<>'}.isdisjoint(namespace):
        return None
    declaration = head.strip()
    is_declaration = head.startswith("<?xml ") and declaration.endswith("?>")
    if declaration and not (is_declaration and head.count("<") == head.count(">") == 1):
        return None
    return namespace


def tags_of(text: str) -> Iterator[StartTag]:
    """Yield the start tags of a text."""
    from ctct_lint.profiles.pieces import pieces_of

    for found, _ in pieces_of(text, _TAG):
        if found["local"]:
            declared = _DECLARATION.findall(found["attributes"])
            yield StartTag(found["prefix"] or "", found["local"], dict(declared))


def _is_entry(tag: StartTag, text: str) -> bool:
    """Is it an Atom entry, or what was meant as one?"""
    if not _may_be_ours(tag.namespace):
        return False
    if tag.local.casefold() == "entry":
        return True
    if _closest(tag.local, ("entry",)) is None:
        return False
    return bool(tag.namespace) or not _OF_ENTRIES.isdisjoint(_first_names(text))


def _is_other_entry(tag: StartTag, root: StartTag) -> bool:
    """Is it an Atom entry behind what should not be there: a blog has it in a feed."""
    is_atom = tag.local == "entry" and tag.namespace == ATOM
    return is_atom and root.local.casefold() != "feed"


def _is_of_our_namespace(tag: StartTag) -> bool:
    return any(
        _NAMED_AFTER_US.search(uri) or _closest(uri, (CTCT,), _CLOSE)
        for uri in tag.namespaces.values()
    )


def _holds_payload(root: StartTag, text: str) -> bool:
    """Is there a payload, by its name and those of its children?"""
    names = _first_names(text)
    payload = _closest(root.local, _PAYLOADS)
    enough = 1 if _may_be_ours(root.namespace) else _MANY
    if payload is None or payload in names:
        # What holds a contact may be anybody's; a campaign is ours.
        payload, enough = _OURS_ALONE, _MANY
        if payload not in names:
            return False
    elif root.local == payload and not names and enough == 1:
        return True
    from ctct_lint.profiles.ctct.facts import children_of

    return len(names & children_of(payload).keys()) >= enough


def _first_names(text: str) -> frozenset[str]:
    """Return the names of the first elements but the root."""
    return frozenset(t.local for t in islice(tags_of(text), 1, _FIRST_TAGS))


@lru_cache(maxsize=64)
def _may_be_ours(namespace: str) -> bool:
    """Is it none, Atom's or ours, or what was meant as one of them?"""
    if namespace in {"", ATOM, CTCT} or _NAMED_AFTER_ATOM.search(namespace):
        return True
    if _NAMED_AFTER_US.search(namespace):
        return True
    return _closest(namespace, (ATOM, CTCT), _CLOSE) is not None


def _closest(name: str, names: Iterable[str], *least: float) -> str | None:
    """Return what `spelling.closest` does, of which most documents have no need."""
    from ctct_lint.text.spelling import closest

    return closest(name, names, *least)
