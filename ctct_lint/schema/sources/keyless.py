"""Schema files without keys, for documents of whose keys libxml2 takes the square.

It notes for each element the scopes that are open, and compares the keys of a scope
with those around it, one by one, where they are referred to: 2,000 scopes in each other
took a minute and 3 GB. `identity` tells of the same keys in linear time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_PARSER = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True)
_KEYREF = f"{XS}keyref"
_KEYS = (f"{XS}key", f"{XS}unique", _KEYREF)
# So many steps take it about a second: elements times scopes, or times elements.
_OF_SCOPES, _OF_REFERENCES = 1_500_000, 25_000_000
_ELEMENTS = etree.XPath("count(descendant::*)", regexp=False)


class Keys(NamedTuple):
    """The local names of elements that have keys, and whether any are referred to."""

    holders: frozenset[str]
    are_referred_to: bool

    def are_beyond_libxml2(self, root: _Element) -> bool:
        """Say whether it takes much more than linear time for a tree's keys."""
        if not self.holders:
            return False
        found: Any = _ELEMENTS(root)
        count = int(found)
        if self.are_referred_to:
            return count**2 > _OF_REFERENCES and _levels(root, self.holders) > 1
        is_large = count**2 > _OF_SCOPES
        return is_large and _levels(root, self.holders) * count > _OF_SCOPES


def keys_of(texts: Mapping[str, str]) -> Keys:
    """Return what is known of the keys of all files of a schema."""
    holders, are_referred_to = set[str](), False
    for text in texts.values():
        if "selector" in text:
            for key in _read(text).iter(*_KEYS):
                holder: Any = key.getparent()
                holders.add(holder.get("name", ""))
                are_referred_to |= key.tag == _KEYREF
    return Keys(frozenset(filter(None, holders)), are_referred_to)


def without_keys(texts: Mapping[str, str]) -> dict[str, str]:
    """Return all files of a schema without keys, and without references to them."""
    return {
        url: _keyless(text) if "selector" in text else text
        for url, text in texts.items()
    }


def _keyless(text: str) -> str:
    root = _read(text)
    etree.strip_elements(root, *_KEYS, with_tail=False)
    return etree.tostring(root, encoding="unicode")


def _read(text: str) -> _Element:
    return etree.fromstring(text.encode("utf-8", "surrogatepass"), _PARSER)


def _levels(root: _Element, holders: frozenset[str]) -> int:
    """Return in how many elements that have keys one is at most, itself included."""
    tags = [f"{{*}}{name}" for name in holders]
    level = most = 0
    for event, _ in etree.iterwalk(root, events=("start", "end"), tag=tags):
        level += 1 if event == "start" else -1
        most = max(most, level)
    return most
