"""The content model of a format of which nothing is known."""

from __future__ import annotations

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.model import ContentModel

_PARAMETER = lazy(r"%[\w.:-]+;")
_EXTERNAL = lazy(r"<!DOCTYPE\s+[^\s\[>]+\s+(?:SYSTEM|PUBLIC)\b")


class UnknownModel(ContentModel):
    """Knows no name."""

    __slots__ = ("_declares_entities",)

    def __init__(self, *, declares_entities: bool) -> None:
        """Note whether entities may be declared in a part that is not read."""
        self._declares_entities = declares_entities

    def has_entity(self, name: str) -> bool:
        """Say whether it may be declared somewhere."""
        del name
        return self._declares_entities


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
