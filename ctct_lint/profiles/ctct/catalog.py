"""Which resource a document is about: what its `content` holds decides."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.resources import CHECKED, DOCUMENTS, OTHER
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource

_CONTENT = atom("content")
# A document with more names than that is none of those that are known.
_MOST_COMPARED = 200
# One letter of `Campaign`.
_CLOSE = 0.85


def resource_of(root: _Element) -> Resource:
    """Return what a document is about, misspelt and misplaced payloads included."""
    if root.tag in DOCUMENTS:
        return DOCUMENTS[root.tag]
    name = local_name(root)
    if name in CHECKED:
        return CHECKED[name]
    content = next(root.iterchildren(_CONTENT), None) if name == "entry" else None
    if content is not None and len(content) == 1:
        known = CHECKED.get(local_name(content[0]))
        if known is not None:
            return known
    for name in payload_names(root):
        if name in CHECKED:
            return CHECKED[name]
    names = islice(dict.fromkeys(payload_names(root)), _MOST_COMPARED)
    return next(filter(None, map(_close_to, names)), OTHER)


def payload_names(root: _Element) -> Iterator[str]:
    """Yield the local names that stand where a payload can, likeliest first."""
    entry = root
    if local_name(root) == "feed":
        entry = next(root.iterchildren("{*}entry"), root)
    contents = list(entry.iterchildren("{*}content"))
    for content in contents:
        yield from map(local_name, content)
    for child in entry:
        if local_name(child) != "content":
            yield local_name(child)
            yield from map(local_name, child)


@lru_cache(maxsize=1024)
def _close_to(name: str) -> Resource | None:
    closeness, nearest = max((_closeness(name, known), known) for known in CHECKED)
    return CHECKED[nearest] if closeness >= _CLOSE else None


def _closeness(name: str, known: str) -> float:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, name.lower(), known.lower()).ratio()
