"""Which resource a document is about: what its `content` holds decides.

The name of that counts, if it is one; else what stands in it.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import children_of, facts_of
from ctct_lint.profiles.ctct.resources import CHECKED, DOCUMENTS, OTHER, OTHER_BARE
from ctct_lint.schema.names import child_called, children, local_name, namespace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource

# A document with more names than that is none of those that are known.
_MOST_COMPARED = 200
_PAYLOADS = tuple(CHECKED)


def resource_of(root: _Element) -> Resource:
    """Return what a document is about, misspelt and misplaced payloads included."""
    return resource_in(root, child_of_entry(root, "content"))


def resource_in(root: _Element, content: _Element | None) -> Resource:
    """Return the same of a document with this `content`."""
    if root.tag in DOCUMENTS:
        return DOCUMENTS[root.tag]
    name = local_name(root)
    if name in CHECKED:
        return CHECKED[name]
    content = content if name == "entry" else None
    payload = content[0] if content is not None and len(content) == 1 else None
    known = None if payload is None else _sent(payload)
    if known is not None:
        return known
    named = _by_name(root)
    if payload is None:
        return named
    meant = named if _may_be(named, payload) else _by_children(payload) or named
    return OTHER_BARE if meant is OTHER and not namespace(payload) else meant


def child_of_entry(entry: _Element, name: str) -> _Element | None:
    """Return the child of an entry that has a name, also if a stranger is round it."""
    found = child_called(entry, name)
    if found is not None:
        return found
    known = children_of("entry")
    strange = (c for c in children(entry) if len(c) == 1 and local_name(c) not in known)
    return next((c[0] for c in strange if local_name(c[0]) == name), None)


def _sent(payload: _Element) -> Resource | None:
    """Return the resource of a payload that can be sent, None of all others.

    Or that of what alone it holds: `content` is often written twice.
    """
    known = CHECKED.get(local_name(payload))
    if known is None and len(payload) == 1:
        known = CHECKED.get(local_name(payload[0]))
    return known if known is not None and known.sent_for else None


def _by_name(root: _Element) -> Resource:
    for name in payload_names(root):
        if name in CHECKED:
            return CHECKED[name]
    bare = _by_bare_children(root)
    if bare is not None:
        return bare
    names = islice(dict.fromkeys(payload_names(root)), _MOST_COMPARED)
    return next(filter(None, map(_close_to, names)), OTHER)


def _by_bare_children(root: _Element) -> Resource | None:
    """Return the resource whose children stand in `content` without it, if any."""
    content = child_called(root, "content") if local_name(root) == "entry" else None
    return _by_children(content) if content is not None and len(content) else None


def _may_be(resource: Resource, payload: _Element) -> bool:
    """Say whether half of a payload's children or more are of the resource."""
    return _known_children(resource, payload) * 2 >= len(_names_in(payload))


def _by_children(payload: _Element) -> Resource | None:
    """Return the one resource that most of a payload's children are of, if any."""
    numbers = {r: _known_children(r, payload) for r in CHECKED.values() if r.sent_for}
    most = max(numbers.values())
    found = [resource for resource, number in numbers.items() if number == most]
    is_most = most * 2 > len(_names_in(payload))
    return found[0] if is_most and len(found) == 1 else None


def _known_children(resource: Resource, payload: _Element) -> int:
    """Count the names of a payload's children that a resource knows."""
    if not resource.schema:
        return 0
    known = facts_of(resource.schema, resource.payload)
    return len(_names_in(payload) & known.keys())


def _names_in(payload: _Element) -> frozenset[str]:
    return frozenset(map(local_name, payload))


def payload_names(root: _Element) -> Iterator[str]:
    """Yield the local names that stand where a payload can, likeliest first."""
    entry = root
    if local_name(root) == "feed":
        found = next(root.iter("{*}entry"), None)
        entry = _entry_meant(root) if found is None else found
    inside = chain.from_iterable(child.iterchildren("{*}content") for child in entry)
    contents = [*entry.iterchildren("{*}content"), *inside]
    # Behind the early end of the entry of a feed.
    contents += root.iterchildren("{*}content")
    for content in contents:
        yield from map(local_name, content)
    for child in entry:
        if local_name(child) != "content":
            yield local_name(child)
            yield from map(local_name, child)


def _entry_meant(feed: _Element) -> _Element:
    """Return what is an entry by another name, for its content; else the feed."""
    found = (c for c in children(feed) if child_called(c, "content") is not None)
    return next(found, feed)


def is_called(name: str, resource: Resource) -> bool:
    """Say whether a name is that of a resource's payload, or close to it."""
    return _close_to(name) == resource


def _close_to(name: str) -> Resource | None:
    from ctct_lint.text.spelling import closest

    meant = closest(name, _PAYLOADS)
    return None if meant is None else CHECKED[meant]
