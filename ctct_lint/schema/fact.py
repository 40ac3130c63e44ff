"""A fact: what a schema says of an element beyond what XSD can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XS
from ctct_lint.text.spelling import bare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

FACT = "{urn:ctct-lint:facts}fact"


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
    path               what the URIs have in them that are its `id`; "" without such
    many               may any number of it stand in its parent?
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
    path: str
    many: bool


def fact_of(declaration: _Element, owner: str) -> Fact:
    """Return the fact of a declaration in a parent."""
    given: dict[str, str] = {}
    element = declaration.find(f"{XS}annotation/{XS}appinfo/{FACT}")
    if element is not None:
        given = {str(key): str(value) for key, value in element.attrib.items()}
    return Fact(
        name=declaration.get("name", ""),
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
        type_name=declaration.get("type", ""),
        should=given.get("should", ""),
        repeats=given.get("repeats") == "true",
        path=given.get("path", ""),
        many=declaration.get("maxOccurs") == "unbounded",
    )


def also_in(fact: Mapping[str, str]) -> frozenset[str]:
    """Return the names that a fact says others use, as `spelling.bare` has them."""
    return frozenset(map(bare, fact.get("also", "").split()))
