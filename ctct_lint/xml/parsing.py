"""Texts as lxml reads them: nothing is fetched for them, and no entity expanded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

# It takes what else `XMLParser` does.
safe_parser = partial(
    etree.XMLParser, encoding="utf-8", no_network=True, resolve_entities=False
)


def encoded(text: str) -> bytes:
    """Return a text as a parser takes it, lone surrogates included."""
    return text.encode("utf-8", "surrogatepass")


def parsed(text: str, parser: etree.XMLParser | None = None) -> _Element:
    """Return the tree of a text; XMLSyntaxError if it is no XML."""
    return etree.fromstring(encoded(text), parser or safe_parser())
