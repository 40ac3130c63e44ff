"""How a name is written at a place: with which prefix, and what has to be declared."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XML

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.schema.components.element import Element


class Spelling(NamedTuple):
    """A name as it is written, and the declaration that it needs in its tag."""

    name: str
    declaration: str = ""
    spaces: Mapping[str, str] = {}


def spelling(
    element: Element, spaces: Mapping[str, str], liked: str, *, holds_unqualified: bool
) -> Spelling:
    """Return how an element is written where some namespaces are in scope.

    liked              the prefix that is used if it stands for the namespace
    holds_unqualified  are its children in no namespace, so that none may be the
                       default one?
    """
    local, namespace = element.local_name, element.namespace
    known = [prefix for prefix, uri in spaces.items() if uri == namespace]
    if not namespace:
        known = [] if spaces.get("") else [""]
    if known:
        prefix = liked if liked in known else min(known, key=len)
        return Spelling(f"{prefix}:{local}" if prefix else local, "", spaces)
    prefix = _free_prefix(spaces) if namespace and holds_unqualified else ""
    inside = {**spaces, prefix: namespace}
    if prefix:
        return Spelling(f"{prefix}:{local}", f' xmlns:{prefix}="{namespace}"', inside)
    return Spelling(local, f' xmlns="{namespace}"', inside)


def attribute_spelling(name: str, spaces: Mapping[str, str]) -> Spelling:
    """Return how an attribute is written, whose name is in Clark notation.

    One that is in a namespace needs a prefix.
    """
    uri, _, local = name.removeprefix("{").rpartition("}")
    if not uri:
        return Spelling(local, "", spaces)
    prefix = prefix_for(uri, spaces)
    if prefix or uri == XML:
        return Spelling(f"{prefix or 'xml'}:{local}", "", spaces)
    prefix = _free_prefix(spaces)
    declaration = f' xmlns:{prefix}="{uri}"'
    return Spelling(f"{prefix}:{local}", declaration, {**spaces, prefix: uri})


def _free_prefix(spaces: Mapping[str, str]) -> str:
    """Return a prefix that nothing in scope has."""
    return next(p for p in (f"ns{n or ''}" for n in count()) if p not in spaces)


def prefix_for(namespace: str, spaces: Mapping[str, str]) -> str:
    """Return the prefix that stands for a namespace, "" if none does."""
    return next((p for p, uri in spaces.items() if p and uri == namespace), "")
