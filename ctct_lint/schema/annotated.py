"""Schema files with annotations: what is declared in them, each read once a run."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.names import XS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


@cache
def root_of(path: str) -> _Element:
    """Return the root of a schema file; do not change it."""
    with open(path, "rb") as stream:
        return etree.fromstring(stream.read())


@cache
def declared(path: str) -> tuple[tuple[str, _Element], ...]:
    """Return the first declaration of each name in each owner, in the file's order."""
    found: dict[tuple[str, str], _Element] = {}
    for element in root_of(path).iter(f"{XS}element"):
        name = element.get("name")
        if name is not None:
            for owner in owners(element):
                found.setdefault((owner, name), element)
    return tuple((owner, element) for (owner, _), element in found.items())


@cache
def open_to(path: str, namespace: str) -> frozenset[str]:
    """Return the elements in which a wildcard lets that namespace's elements in."""
    wild = root_of(path).iter(f"{XS}any")
    named = (any_ for any_ in wild if namespace in any_.get("namespace", "").split())
    return frozenset(owner for any_ in named for owner in owners(any_))


@cache
def references(path: str) -> frozenset[tuple[str, str]]:
    """Return (name of the parent, name) of what is declared once for several."""
    refs = (e for e in root_of(path).iter(f"{XS}element") if e.get("ref") is not None)
    return frozenset(
        (owner, element.get("ref", "").rpartition(":")[2])
        for element in refs
        for owner in owners(element)
    )


@cache
def code_list(path: str, name: str) -> frozenset[str]:
    """Return the values that a simple type enumerates."""
    found = _simple_type(path, name)
    return frozenset(e.get("value", "") for e in found.iter(f"{XS}enumeration"))


@cache
def pattern_of(path: str, name: str) -> re.Pattern[str]:
    """Return the pattern of a simple type; it means the same in XSD and Python."""
    found = next(_simple_type(path, name).iter(f"{XS}pattern"))
    return re.compile(found.get("value", ""))


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


def _simple_type(path: str, name: str) -> _Element:
    """Return the declaration of a simple type; KeyError if there is none."""
    types = root_of(path).iterchildren(f"{XS}simpleType")
    return {found.get("name", ""): found for found in types}[name]
