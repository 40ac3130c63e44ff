"""Where in an element of a schema the smallest wrong thing is that a message is about.

libxml2 and xmlschema name the definition, or the declaration, that breaks a rule.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.model.place import (
    attribute_name,
    attribute_value,
    name_of,
    part_of_value,
)
from ctct_lint.schema.names import XS, local_name
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place

_FACETS = frozenset(
    {
        *("length", "minLength", "maxLength", "pattern", "enumeration", "whiteSpace"),
        *("minInclusive", "maxInclusive", "minExclusive", "maxExclusive"),
        *("totalDigits", "fractionDigits", "explicitTimezone"),
    }
)
_TYPE = f"{XS}complexType"
_WORD = lazy(r"\w+")
# It is the facet that may not stand there, whatever its value.
_OF_FACET = lazy(r"for both|multiple|not allowed")
_USE = lazy(r"attribute use '(?:\{[^{}]*\})?([^']*)'")
_QUOTED = lazy(r"'(?:\{[^{}]*\})?([^']*)'")
_EXCLUDING = lazy(r".*attributes '\w+' and '(\w+)' are mutually exclusive")
# Attributes that have values or names, in the order in which messages mean them.
_VALUES = (
    *("test", "value", "default", "fixed", "type", "itemType", "memberTypes"),
    *("base", "ref", "refer", "substitutionGroup"),
)
# What a definition is made by.
_WAYS = frozenset(
    {"restriction", "extension", "list", "union", "simpleContent", "complexContent"}
)


def spot_of(element: _Element, message: str) -> Place:
    """Return what a message of libxml2 or xmlschema means in an element."""
    ways = list(_ways_in(element))
    found = chain(
        _excluding(element, message),
        _of_ambiguity(element, message),
        _of_facets(ways, message),
        _of_uses(element, message),
        _of_tests(element),
        _of_values(ways, message),
        _of_bases(ways, message),
    )
    return next(found, name_of(element))


def _ways_in(element: _Element) -> Iterator[_Element]:
    """Yield an element and by what it derives from another, nearest first."""
    yield element
    for child in element:
        if local_name(child) in _WAYS:
            yield from _ways_in(child)


def _excluding(element: _Element, message: str) -> Iterator[Place]:
    found = _EXCLUDING.match(message)
    if found is not None and found[1] in element.attrib:
        yield attribute_name(element, found[1])


def _of_ambiguity(element: _Element, message: str) -> Iterator[Place]:
    """Yield the first element of a type whose name was there before, else a wildcard.

    Types in it are left out.
    """
    if "not determinist" not in message:
        return
    inner = {one for child in element.iterdescendants(_TYPE) for one in child.iter()}
    own = (one for one in element.iter(f"{XS}element") if one not in inner)
    seen: set[str] = set()
    for one in own:
        attribute, name = _name_in(one)
        if name in seen:
            yield attribute_value(one, attribute)
        seen.add(name)
    yield from map(name_of, list(element.iter(f"{XS}any"))[-1:])


def _of_facets(ways: Iterable[_Element], message: str) -> Iterator[Place]:
    """Yield the last one of the facets that are named, or a facet itself."""
    named = _FACETS.intersection(_WORD.findall(message))
    for way in ways:
        facets = [way] if local_name(way) in _FACETS else _named(way, named)
        for facet in reversed(facets):
            is_of_value = "value" in facet.attrib and not _OF_FACET.search(message)
            yield attribute_value(facet, "value") if is_of_value else name_of(facet)


def _named(way: _Element, names: Collection[str]) -> list[_Element]:
    return [child for child in way if local_name(child) in names]


def _of_uses(element: _Element, message: str) -> Iterator[Place]:
    """Yield what of an attribute's declaration is meant, the last one of its name."""
    names = _USE.findall(message)
    there = reversed(list(element.iter(f"{XS}attribute")) if names else ())
    for one in (one for one in there if _name_in(one)[1] == names[-1]):
        asked = "type" if "simple type" in message else "use"
        is_there = asked in one.attrib and not message.startswith("Duplicate")
        yield attribute_value(one, asked if is_there else _name_in(one)[0])


def _name_in(declaration: _Element) -> tuple[str, str]:
    """Return the attribute that names what is declared, and the local name in it."""
    attribute = "ref" if "ref" in declaration.attrib else "name"
    return attribute, declaration.get(attribute, "").rpartition(":")[2]


def _of_tests(element: _Element) -> Iterator[Place]:
    if element.get("test"):
        yield attribute_value(element, "test")


def _of_values(ways: Iterable[_Element], message: str) -> Iterator[Place]:
    """Yield the values that a message quotes."""
    quoted = [name for name in _QUOTED.findall(message) if name]
    for way in ways:
        for attribute in _VALUES:
            value = way.get(attribute, "")
            for name in quoted:
                if name in {value, value.rpartition(":")[2]}:
                    yield attribute_value(way, attribute)
                elif name in {one.rpartition(":")[2] for one in value.split()}:
                    at = value.find(name)
                    place = attribute_value(way, attribute)
                    yield part_of_value(place, at, at + len(name))


def _of_bases(ways: Iterable[_Element], message: str) -> Iterator[Place]:
    named = ways if "base type" in message else ()
    yield from (attribute_value(way, "base") for way in named if way.get("base"))
