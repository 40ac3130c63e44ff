"""The facts that stand in the schemas' annotations, read once a run.

Each element declaration of `schemas/*.xsd` carries a documentation and one
`<f:fact>`; what its attributes mean is said at the head of campaign.xsd.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from ctct_lint.schema.files import read_schema
from ctct_lint.schema.spelling import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

XS = "{http://www.w3.org/2001/XMLSchema}"
_TYPES = frozenset({f"{XS}simpleType", f"{XS}complexType"})
FACT = "{urn:ctct-lint:facts}fact"
FILES = ("atom.xsd", "campaign.xsd", "schedule.xsd", "contact.xsd")


class Fact(NamedTuple):
    """What is known of one element in one parent.

    required, wanted   the operations for which it must, or should, be there
    maximum            how many characters the value may have, softly; 0: no limit
    limit_from         the evidence for the maximum, "" without one
    at_most            how often it may stand in its parent; 0: any number
    also               what others call the element, as `spelling.bare` has it
    decides            does the value say who consents or receives, and so is no
                       fix of it safe?
    placeholder        what a fix may write where the value is missing; "": nothing
    type_name          the type that the declaration names; "" for one of its own
    repeats            is it known that the server takes it twice?
    should             the simple type that the value ought to have; "" for its own
    """

    name: str
    owner: str
    required: frozenset[str]
    wanted: frozenset[str]
    readonly: bool
    erases: bool
    also: frozenset[str]
    decides: bool
    maximum: int
    limit_from: str
    at_most: int
    values: tuple[str, ...]
    value_format: str
    evidence: str
    source: str
    placeholder: str
    type_name: str
    should: str
    repeats: bool


@cache
def facts(file: str) -> Mapping[tuple[str, str], Fact]:
    """Return the facts of a schema file by (name of the parent, name)."""
    found: dict[tuple[str, str], Fact] = {}
    root = schema_root(file)
    given = {_declaration(fact): fact for fact in root.iter(FACT)}
    for element in root.iter(f"{XS}element"):
        name = element.get("name")
        if name is not None:
            for owner in _owners(element):
                type_name = element.get("type", "")
                fact = _fact(name, owner, given.get(element), type_name)
                found.setdefault((owner, name), fact)
    return found


@cache
def facts_of(file: str, owner: str) -> Mapping[str, Fact]:
    """Return the facts of one parent's children by their names."""
    return {f.name: f for f in facts(file).values() if f.owner == owner}


@cache
def children_of(owner: str) -> Mapping[str, Fact]:
    """Return the facts of a parent's children, whichever schema it stands in."""
    found = (facts_of(file, owner) for file in FILES)
    return next(filter(None, found), MappingProxyType({}))


@cache
def element_names() -> frozenset[str]:
    """Return the names of all elements that the schemas declare."""
    return frozenset(name for file in FILES for _, name in facts(file))


def first_sentence(owner: str, name: str) -> str:
    """Return what the schemas say at first of an element of `owner`, or ""."""
    for file in FILES:
        for element in schema_root(file).iterfind(f".//{XS}element[@name='{name}']"):
            if owner in _owners(element):
                return _documentation(element).partition(". ")[0].rstrip(".")
    return ""


@cache
def code_list(name: str) -> frozenset[str]:
    """Return the values of an enumeration of codes.xsd; KeyError if there is none."""
    found = _simple_type("codes.xsd", name)
    return frozenset(e.get("value", "") for e in found.iter(f"{XS}enumeration"))


@cache
def enumerated(owner: str) -> Mapping[str, frozenset[str]]:
    """Return the values of each child that has to have one of a few when it is sent."""
    file = next((f for f in FILES if facts_of(f, owner)), FILES[0])
    found = {
        fact.name: frozenset(fact.values)
        | _values(file, fact.type_name)
        | _values(file, fact.should)
        for fact in facts_of(file, owner).values()
        if not fact.readonly
    }
    return {name: values for name, values in found.items() if values}


@cache
def _values(file: str, type_name: str) -> frozenset[str]:
    """Return the values that a type enumerates, and those of what it is made of."""
    values: set[str] = set()
    for found in (_types(f).get(type_name) for f in (file, "codes.xsd")):
        if found is None:
            continue
        for part in found.iter(f"{XS}enumeration", f"{XS}extension", f"{XS}union"):
            values.update(filter(None, (part.get("value"),)))
            for name in (part.get("base", ""), *part.get("memberTypes", "").split()):
                values |= _values(file, name)
    return frozenset(values)


@cache
def _types(file: str) -> Mapping[str, _Element]:
    """Return the named types of a schema file."""
    return {t.get("name", ""): t for t in schema_root(file) if t.tag in _TYPES}


@cache
def pattern_of(file: str, name: str) -> re.Pattern[str]:
    """Return the pattern of a simple type; ours mean the same in XSD and Python."""
    found = next(_simple_type(file, name).iter(f"{XS}pattern"))
    return re.compile(found.get("value", ""))


@cache
def schema_root(file: str) -> _Element:
    """Return the root of a schema file; do not change it."""
    return etree.fromstring(read_schema(file))


def _owners(element: _Element) -> Iterator[str]:
    """Yield the names of the elements and the type that declare this child."""
    for above in element.iterancestors(f"{XS}element", f"{XS}complexType"):
        name = above.get("name")
        if name is not None:
            yield name
            if above.tag == f"{XS}complexType":
                yield from _by_type(above.getroottree().getroot()).get(name, ())
            return
    yield ""


@cache
def _by_type(root: _Element) -> dict[str, list[str]]:
    """Return the names of the elements of each named type."""
    found: dict[str, list[str]] = {}
    for element in root.iter(f"{XS}element"):
        type_name = element.get("type", "").rpartition(":")[2]
        found.setdefault(type_name, []).append(element.get("name", ""))
    return found


def _simple_type(file: str, name: str) -> _Element:
    """Return the declaration of a simple type; KeyError if there is none."""
    types = schema_root(file).iterchildren(f"{XS}simpleType")
    return {found.get("name", ""): found for found in types}[name]


def _declaration(fact: _Element) -> _Element | None:
    """Return the declaration that a fact is of: it stands in annotation/appinfo."""
    return next(islice(fact.iterancestors(), 2, None), None)


def _fact(name: str, owner: str, element: _Element | None, type_name: str) -> Fact:
    given: dict[str, str] = {}
    if element is not None:
        given = {str(key): str(value) for key, value in element.attrib.items()}
    return Fact(
        name=name,
        owner=owner,
        required=frozenset(given.get("required", "").split()),
        wanted=frozenset(given.get("wanted", "").split()),
        readonly=given.get("readonly") == "true",
        erases=given.get("erases") == "true",
        also=also_in(given),
        decides=given.get("decides") == "true",
        maximum=int(given.get("max", "0")),
        limit_from=given.get("max-evidence", ""),
        at_most=int(given.get("at-most", "0")),
        values=tuple(filter(None, given.get("values", "").split("|"))),
        value_format=given.get("format", ""),
        evidence=given.get("evidence", ""),
        source=given.get("source", ""),
        placeholder=given.get("placeholder", ""),
        type_name=type_name,
        should=given.get("should", ""),
        repeats=given.get("repeats") == "true",
    )


def also_in(fact: Mapping[str, str]) -> frozenset[str]:
    """Return the names that a fact says others use, as `spelling.bare` has them."""
    return frozenset(map(bare, fact.get("also", "").split()))


def _documentation(element: _Element) -> str:
    """Return what is said of a declaration, on one line."""
    text = element.findtext(f"{XS}annotation/{XS}documentation", "")
    return " ".join(text.split())
