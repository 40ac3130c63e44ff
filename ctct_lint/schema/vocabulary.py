"""What may stand where, for the repair of documents that are not XML."""

from __future__ import annotations

from functools import cache

from ctct_lint.schema.facts import facts
from ctct_lint.schema.spelling import closest

_FILES = ("atom.xsd", "campaign.xsd", "schedule.xsd")
_CONTENT = frozenset({"Campaign", "Schedule"})
_MIXED = frozenset({"title", "summary", "rights", "subtitle"})


@cache
def _children() -> dict[str, frozenset[str]]:
    """Return the names of the children that each element may have."""
    found: dict[str, set[str]] = {"content": set(_CONTENT)}
    for file in _FILES:
        for owner, name in facts(file):
            found.setdefault(owner, set()).add(name)
    for owner in ("entry", "feed", "source", "ContactList", "Email"):
        found.setdefault(owner, set()).add("link")
    return {owner: frozenset(names) for owner, names in found.items()}


@cache
def _names() -> frozenset[str]:
    children = _children()
    return frozenset(children).union(*children.values()) - {""}


class Vocabulary:
    """The elements of the format by their local names, as the schemas have them.

    Implements `ctct_lint.syntax.model.ContentModel`.
    """

    __slots__ = ()

    def knows(self, name: str) -> bool:
        """Is it an element of the format?"""
        return name in _names()

    def holds_text_only(self, name: str) -> bool:
        """Is it a known element that has no child elements?"""
        return name in _names() and not _children().get(name)

    def may_contain(self, parent: str, child: str) -> bool:
        """May the child stand directly in the parent?"""
        return child in _children().get(parent, ())

    def may_omit_end(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        """No: the format is XML."""
        return False

    def spelling_of(self, name: str) -> str | None:
        """Return the known name that is meant, None if none is close."""
        return closest(name, sorted(_names()))
