"""The records of a document: its entries, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.records.record import KINDS, Record
from ctct_lint.schema.names import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_ENTRY, _FEED = atom("entry"), atom("feed")


def records_in(root: _Element) -> Iterator[Record]:
    """Yield each entry, and behind it what it holds; or the payload that is all."""
    if root.tag in KINDS:
        yield Record(root)
    for element in _entries(root):
        entry = Record(element)
        yield entry
        for payload in _payloads(entry):
            yield Record(payload, entry)


def _entries(root: _Element) -> Iterable[_Element]:
    if root.tag == _ENTRY:
        return (root,)
    return root.iterchildren(_ENTRY) if root.tag == _FEED else ()


def _payloads(entry: Record) -> Iterator[_Element]:
    """Yield what `content` holds, and a payload that stands outside of it."""
    content = entry.fields.get("content")
    inside = [] if content is None else children(content)
    for child in (*inside, *children(entry.element)):
        if child.tag in KINDS:
            yield child
