"""Schema files with annotations: what is declared in them, each read once a run."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.facts.fact import TextType
from ctct_lint.schema.names import XS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element


@cache
def root_of(path: str) -> _Element:
    """Return the root of a schema file; do not change it."""
    with open(path, "rb") as stream:
        return etree.fromstring(stream.read())


@cache
def declared(path: str) -> tuple[tuple[str, _Element], ...]:
    """Return (owner, first declaration of a name in it), in the order of the file."""
    found: dict[tuple[str, str], _Element] = {}
    for element in root_of(path).iter(f"{XS}element"):
        name = element.get("name")
        if name is not None:
            for owner in owners(element):
                found.setdefault((owner, name), element)
    return tuple((owner, element) for (owner, _), element in found.items())


@cache
def wildcards(path: str) -> tuple[tuple[str, str], ...]:
    """Return (namespace, element in which a wildcard lets its elements in) of each."""
    return tuple(
        (namespace, owner)
        for wild in root_of(path).iter(f"{XS}any")
        for namespace in wild.get("namespace", "").split()
        for owner in owners(wild)
    )


@cache
def simple_types(path: str) -> Mapping[str, TextType]:
    """Return the named simple types of a schema file."""
    found = root_of(path).iterchildren(f"{XS}simpleType")
    return {type_.get("name", ""): _simple_type(type_) for type_ in found}


def owners(element: _Element) -> Iterator[str]:
    """Yield the names of the elements and the type that declare this child."""
    for above in element.iterancestors(f"{XS}element", f"{XS}complexType"):
        name = above.get("name")
        if name is not None:
            yield name
            if above.tag == f"{XS}complexType":
                yield from _by_type(above.getroottree().getroot()).get(name, ())
            return
    yield ""


@lru_cache(maxsize=1024)
def documentation_of(path: str, owner: str, name: str, kind: str) -> str:
    """Return what a file says of an element or attribute of an owner, or ""."""
    for declaration in root_of(path).iterfind(f".//{XS}{kind}[@name='{name}']"):
        if owner in owners(declaration):
            return documentation_in(declaration)
    return ""


def documentation_in(element: _Element) -> str:
    """Return what is said of a declaration, on one line."""
    text = element.findtext(f"{XS}annotation/{XS}documentation", "")
    return " ".join(text.split())


@cache
def _by_type(root: _Element) -> dict[str, list[str]]:
    """Return the names of the elements of each named type."""
    found: dict[str, list[str]] = {}
    for element in root.iter(f"{XS}element"):
        type_name = element.get("type", "").rpartition(":")[2]
        found.setdefault(type_name, []).append(element.get("name", ""))
    return found


def _simple_type(declaration: _Element) -> TextType:
    patterns = (p.get("value", "") for p in declaration.iter(f"{XS}pattern"))
    values = (e.get("value", "") for e in declaration.iter(f"{XS}enumeration"))
    return TextType(next(patterns, ""), tuple(values))
