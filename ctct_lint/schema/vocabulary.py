"""What may stand where, for the repair of documents that are not XML."""

from __future__ import annotations

from functools import cache

from ctct_lint.patterns import lazy
from ctct_lint.schema.facts import facts
from ctct_lint.schema.names import ATOM
from ctct_lint.schema.spelling import closest

# By payload. Of no document both kinds are meant: more names are more mistakes.
_FILES = {
    ("Campaign", "Schedule"): ("atom.xsd", "campaign.xsd", "schedule.xsd"),
    ("Contact",): ("atom.xsd", "contact.xsd"),
}
_CAMPAIGNS, _CONTACTS = _FILES
_ROOTS = {"entry": ATOM, "feed": ATOM, "service": "http://www.w3.org/2007/app"}
_CONTACT = lazy(r"<(?:[\w.-]+:)?Contact[\s/>]")
_CAMPAIGN = lazy(r"<(?:[\w.-]+:)?Campaign[\s/>]")


@cache
def _children(payloads: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Return the names of the children that each element may have."""
    found: dict[str, set[str]] = {"content": set(payloads)}
    for file in _FILES[payloads]:
        for owner, name in facts(file):
            found.setdefault(owner, set()).add(name)
    for owner in ("entry", "feed", "source", "ContactList", "Email"):
        found.setdefault(owner, set()).add("link")
    return {owner: frozenset(names) for owner, names in found.items()}


@cache
def _names(payloads: tuple[str, ...]) -> frozenset[str]:
    children = _children(payloads)
    return frozenset(children).union(*children.values()) - {""}


class NoVocabulary:
    """A format of which nothing is known; see `Vocabulary`."""

    def __init__(self, *, declares_entities: bool) -> None:
        """Note whether a document type may declare entities that nobody reads."""
        self._declares_entities = declares_entities

    def knows(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        """No: not one is known."""
        return False

    holds_text_only = may_omit_end = knows

    def may_contain(self, parent: str, child: str) -> bool:  # noqa: ARG002
        """No: it is not known."""
        return False

    def has_entity(self, name: str) -> bool:  # noqa: ARG002
        """Say whether it may be declared somewhere."""
        return self._declares_entities

    def root_tag(self, name: str) -> str:  # noqa: ARG002
        """Return "": no root is known."""
        return ""

    def spelling_of(self, name: str) -> str | None:  # noqa: ARG002
        """Return None: none is known."""
        return None


class Vocabulary:
    """The elements of the format by their local names, as the schemas have them.

    Those of contacts if the text has such an element, else those of campaigns and
    schedules. Implements `ctct_lint.syntax.model.ContentModel`.
    """

    __slots__ = ("_payloads",)

    def __init__(self, text: str = "") -> None:
        is_contact = _CONTACT.search(text) and not _CAMPAIGN.search(text)
        self._payloads = _CONTACTS if is_contact else _CAMPAIGNS

    def knows(self, name: str) -> bool:
        """Is it an element of the format?"""
        return name in _names(self._payloads)

    def root_tag(self, name: str) -> str:
        """Return the start tag that a document may begin with, else ""."""
        return f'<{name} xmlns="{_ROOTS[name]}">' if name in _ROOTS else ""

    def holds_text_only(self, name: str) -> bool:
        """Is it a known element that has no child elements?"""
        return self.knows(name) and not _children(self._payloads).get(name)

    def may_contain(self, parent: str, child: str) -> bool:
        """May the child stand directly in the parent?"""
        return child in _children(self._payloads).get(parent, ())

    def has_entity(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        """No: XML has its five alone."""
        return False

    def may_omit_end(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        """No: the format is XML."""
        return False

    def spelling_of(self, name: str) -> str | None:
        """Return the known name that is meant, None if none is close."""
        return closest(name, sorted(_names(self._payloads)))
