"""Parts of the components as xmlschema has them that refer to no other component."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xmlschema.validators import XsdElement, XsdKeyref

from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.components.element import Constraint
from ctct_lint.schema.components.types import FACETS, Facet
from ctct_lint.schema.names import XS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.schema.components.element import Path

_FACETS = frozenset(f"{XS}{kind}" for kind in (*FACETS, "whiteSpace"))
_NAMES = frozenset({f"{XS}QName", f"{XS}NOTATION"})
_ALL = ("extension", "restriction", "substitution")


def default_of(found: Any) -> str | None:
    """Return the value that a declaration gives where none is written."""
    value: str | None = found.fixed if found.default is None else found.default
    return value


def facets_of(found: Any) -> Iterator[Facet]:
    """Yield what a restriction adds to its base."""
    for child in found.elem:
        if child.tag in _FACETS:
            kind, value = child.tag.removeprefix(XS), child.get("value", "")
            if kind == "enumeration":
                value = in_full(value, found, found)
            yield Facet(kind, value)


def in_full(value: str, found: Any, written: Any) -> str:
    """Return a value with its namespace in place of a prefix, if it is a name."""
    root = getattr(found, "root_type", None)
    if root is None or root.name not in _NAMES:
        return value
    prefix, _, local = value.strip().rpartition(":")
    uri = written.schema.namespaces.get(prefix, "")
    return f"{{{uri}}}{local}" if uri else local


def substitutes_of(head: XsdElement) -> list[XsdElement]:
    """Return the elements that may stand for another one, ordered by their names.

    Abstract ones for which others stand come last: they are known by their names.
    """
    if "substitution" in block_of(head):
        return []
    found = set(head.iter_substitutes())
    found.update(one for one in _members(head) if any(one.iter_substitutes()))
    # xmlschema has them in no order, another one in each process.
    return sorted(found, key=lambda one: (one.abstract, one.name))


def _members(head: XsdElement) -> Iterator[XsdElement]:
    """Yield the abstract elements of the group of another one, at any depth."""
    for one in head.maps.substitution_groups.get(head.name, ()):
        if one.abstract:
            yield one
        yield from _members(one)


def block_of(found: Any) -> tuple[str, ...]:
    """Return the ways of derivation that must not be used."""
    words = (found.block or "").split()
    return _ALL if "#all" in words else tuple(words)


def constraint_of(found: Any) -> Constraint:
    """Return an identity constraint."""
    refer: Any = found.refer if isinstance(found, XsdKeyref) else None
    spaces = found.schema.namespaces
    return Constraint(
        kind=found.elem.tag.removeprefix(XS),
        name=found.name,
        selector=_paths(found.selector, spaces),
        fields=tuple(_paths(field, spaces) for field in found.fields),
        refer="" if refer is None else refer.name,
    )


def wildcard_of(found: Any) -> Wildcard:
    """Return a wildcard, but for the names that it does not let in."""
    process = found.process_contents
    if found.not_namespace:
        return Wildcard(None, tuple(sorted(found.not_namespace)), process)
    if "##any" in found.namespace:
        return Wildcard(None, (), process)
    if "##other" in found.namespace:
        return Wildcard(None, ("", found.target_namespace), process)
    return Wildcard(tuple(sorted(found.namespace)), (), process)


def _paths(written: Any, prefixes: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the paths of a selector or a field of xmlschema's."""
    spaces = {**prefixes, "": written.xpath_default_namespace}
    return read_paths(written.path, spaces)


def read_paths(written: str, spaces: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the paths that `|` separates.

    spaces  the namespaces of the prefixes, for "" that of elements without one
    """
    without_blanks = "".join(written.split())
    return tuple(tuple(_steps(one, spaces)) for one in without_blanks.split("|") if one)


def _steps(path: str, spaces: Mapping[str, str]) -> Iterator[str]:
    if path.startswith(".//"):
        yield "//"
        path = path.removeprefix(".//")
    for step in path.split("/"):
        if step != ".":
            yield _step(
                step.replace("attribute::", "@").removeprefix("child::"), spaces
            )


def _step(step: str, spaces: Mapping[str, str]) -> str:
    sign, name = ("@", step[1:]) if step.startswith("@") else ("", step)
    prefix, colon, local = name.rpartition(":")
    has_space = colon or (local != "*" and not sign)
    uri = spaces.get(prefix, "") if has_space else ""
    return f"{sign}{{{uri}}}{local}" if uri else sign + local
