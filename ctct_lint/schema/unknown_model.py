"""The content model of a format of which nothing is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection

_PARAMETER = lazy(r"%[\w.:-]+;")
_EXTERNAL = lazy(r"<!DOCTYPE\s+[^\s\[>]+\s+(?:SYSTEM|PUBLIC)\b")


class UnknownModel:
    """Knows no name; see `ctct_lint.xml.model.ContentModel`."""

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

    def namespace_of(self, prefix: str, names: Collection[str]) -> str:  # noqa: ARG002
        """Return "": no prefix is known."""
        return ""

    def spelling_of(self, name: str) -> str | None:  # noqa: ARG002
        """Return None: none is known."""
        return None


def model_of(text: str) -> UnknownModel:
    """Return the model of a document, which may declare entities elsewhere."""
    return UnknownModel(declares_entities=_reads_more(text))


def _reads_more(text: str) -> bool:
    """Say whether a document type has parts elsewhere, which may declare entities."""
    start = text.find("<!DOCTYPE")
    if start < 0:
        return False
    if _EXTERNAL.match(text, start):
        return True
    return _PARAMETER.search(text, start, text.find("]", start)) is not None
