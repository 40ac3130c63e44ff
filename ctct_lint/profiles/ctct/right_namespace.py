"""Which namespace an element should have, by its name and what it stands in."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import facts, facts_of, open_to
from ctct_lint.profiles.ctct.names import ATOM
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.schema.names import local_name
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.resources import Resource

# A `content` that has not the payload in it, but what that should hold.
BARE = "bare content"
_CONTENTS = frozenset({"content", BARE})
_CARRIERS = frozenset({"entry", "feed", "content", "author", "contributor", "source"})


def is_bare(element: _Element, name: str, resource: Resource) -> bool:
    """Is it a `content` without the payload, which may have what that should hold?"""
    if name != "content" or not resource.schema:
        return False
    return all(local_name(child) != resource.payload for child in element)


@lru_cache(maxsize=4096)
def meant_of(
    name: str, parent: str, above: str | None, resource: Resource
) -> tuple[str | None, str]:
    """Return the namespace that a child should have, and the name that is meant."""
    if above != ATOM:
        if name in names_in(resource.schema):
            return resource.namespace, name
        return (ATOM if name == "link" else None), name
    if name in names_in("atom.xsd") and parent not in _CONTENTS:
        return ATOM, name
    if parent == BARE and name in facts_of(resource.schema, resource.payload):
        return resource.namespace, name
    if _is_payload(name, resource, exactly=parent not in _CONTENTS):
        return resource.namespace, name if name in CHECKED else resource.payload
    return None, name


@cache
def settled_in(resource: Resource) -> Callable[[str, str, str | None, bool], bool]:
    """Return what says if a child of a right parent is right, and needs no look inside.

    It takes the tag of the child, the name and the namespace of the parent, and if
    the child has children.
    """

    @lru_cache(maxsize=4096)
    def is_settled(tag: str, parent: str, above: str | None, is_parent: bool) -> bool:  # noqa: FBT001 - keywords make it slow
        found, _, name = tag.rpartition("}")
        right, meant = meant_of(name, parent, above, resource)
        if right == found[1:] and not is_parent:
            return True
        return right in {None, found[1:]} and meant not in holders(right, resource)

    return is_settled


def holders(right: str | None, resource: Resource) -> frozenset[str]:
    """Return the names of the elements that hold elements."""
    if right == ATOM:
        return _CARRIERS
    return _owners(resource.schema) if resource.schema else frozenset()


@cache
def _owners(file: str) -> frozenset[str]:
    return open_to(file, ATOM).union(owner for owner, _ in facts(file))


def _is_payload(name: str, resource: Resource, *, exactly: bool) -> bool:
    """Is it the payload of the profile, or meant as it?"""
    if exactly or not resource.payload:
        return name == resource.payload
    if name in CHECKED and CHECKED[name].schema == resource.schema:
        return True  # A feed may have events of each kind.
    return closest(name, (resource.payload,)) is not None


@cache
def names_in(file: str) -> frozenset[str]:
    """Return the names of all elements that a schema file has."""
    return frozenset(name for _, name in facts(file))
