"""Facts and words as they are read out of the annotations of a schema file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.facts.annotated import declared, root_of
from ctct_lint.schema.facts.fact import FACT, Fact
from ctct_lint.schema.names import XS
from ctct_lint.text.spelling import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_ALSO = "{urn:ctct-lint:facts}also"


def facts_in(path: str) -> Iterator[Fact]:
    """Yield the facts of a schema file, in its order."""
    return (fact_of(element, owner) for owner, element in declared(path))


def facts_of_owner(path: str, owner: str) -> Iterator[Fact]:
    """Yield the facts of one parent's children, in the file's order.

    A document has to do with few owners: the facts of others are not made.
    """
    own = (element for name, element in declared(path) if name == owner)
    return (fact_of(element, owner) for element in own)


def fact_of(declaration: _Element, owner: str) -> Fact:
    """Return the fact of a declaration in a parent."""
    given: dict[str, str] = {}
    element = declaration.find(f"{XS}annotation/{XS}appinfo/{FACT}")
    if element is not None:
        given = {str(key): str(value) for key, value in element.attrib.items()}
    fact = fact_from(given, owner, declaration.get("name", ""))
    many = declaration.get("maxOccurs") == "unbounded"
    return fact._replace(type_name=declaration.get("type", ""), many=many)


def fact_from(given: Mapping[str, str], owner: str, name: str) -> Fact:
    """Return the fact that the attributes of an annotation give."""
    return Fact(
        owner=owner,
        name=name,
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
        type_name="",
        should=given.get("should", ""),
        repeats=given.get("repeats") == "true",
        path=given.get("path", ""),
        many=False,
    )


def also_in(fact: Mapping[str, str]) -> frozenset[str]:
    """Return the names that a fact says others use, as `spelling.bare` has them."""
    return frozenset(map(bare, fact.get("also", "").split()))


def words_in(path: str) -> Mapping[str, frozenset[str]]:
    """Return the values that each word stands for, as a schema file says it."""
    found: dict[str, frozenset[str]] = {}
    for also in root_of(path).iter(_ALSO):
        value = frozenset({also.get("value", "")})
        for word in map(bare, (also.text or "").split(";")):
            found[word] = found.get(word, frozenset()) | value
    return found
