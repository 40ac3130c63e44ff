"""A schema of types alone, by which libxml2 judges values wherever they stand.

It declares one element for each type, `t0`, `t1` ... by the types' numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.names import XSD
from ctct_lint.schema.values.described import NAMES
from ctct_lint.schema.values.tries import COMPARED, MANY, patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.schema.components.components import Table
    from ctct_lint.schema.components.types import SimpleType

# What a NOTATION is allowed to be stands in its enumeration; of XSD 1.1 libxml2 does
# not know what all values are that are no lists.
_INSTEAD_OF = {"NOTATION": "QName", "anyAtomicType": "anySimpleType"}


def compiled(
    types: Table[SimpleType], numbers: Iterable[int]
) -> etree.XMLSchema | None:
    """Return the schema of some types, None if libxml2 refuses it."""
    try:
        return etree.XMLSchema(_schema(types, numbers))
    except etree.XMLSchemaParseError:
        return None


def reachable(types: Table[SimpleType], number: int) -> list[int]:
    """Return the numbers of a type and of all that it is made of."""
    found = [number]
    for here in found:  # grows while it is walked
        one = types[here]
        # A union may name a type twice.
        parts = dict.fromkeys((one.base, one.item, *one.members))
        found += [part for part in parts if part is not None and part not in found]
    return found


def _schema(types: Table[SimpleType], numbers: Iterable[int]) -> etree._Element:
    numbers = list(numbers)
    prefixes = _prefixes(types, numbers)
    spaces = {prefix: uri for uri, prefix in prefixes.items()}
    schema = etree.Element(f"{{{XSD}}}schema", nsmap={"xs": XSD, **spaces})
    for number in numbers:
        name, one = f"t{number}", types[number]
        if not one.is_builtin:
            declared = etree.SubElement(schema, f"{{{XSD}}}simpleType", name=name)
            _declare(declared, one, types, prefixes)
        kind = _reference(number, types)
        etree.SubElement(schema, f"{{{XSD}}}element", name=name, type=kind)
    return schema


def _prefixes(types: Table[SimpleType], numbers: Iterable[int]) -> dict[str, str]:
    """Return a prefix for each namespace of the names in enumerations."""
    named = (types[n] for n in numbers if _origin(types[n], types).name in NAMES)
    values = (f.value for one in named for f in one.facets if f.kind == _VALUE)
    uris = dict.fromkeys(v[1:].rpartition("}")[0] for v in values if v[:1] == "{")
    return {uri: f"n{number}" for number, uri in enumerate(filter(None, uris))}


def _declare(
    parent: etree._Element,
    one: SimpleType,
    types: Table[SimpleType],
    prefixes: dict[str, str],
) -> None:
    if one.members:
        members = " ".join(_reference(member, types) for member in one.members)
        etree.SubElement(parent, f"{{{XSD}}}union", memberTypes=members)
    elif one.item is not None:
        item = _reference(one.item, types)
        etree.SubElement(parent, f"{{{XSD}}}list", itemType=item)
    else:
        assert one.base is not None  # noqa: S101 - the third of the varieties
        base = _reference(one.base, types).replace("anySimpleType", "string")
        restriction = etree.SubElement(parent, f"{{{XSD}}}restriction")
        patterns = _long_list(one, types)
        facets = one.facets
        if patterns:
            # Its own patterns are for what is on the list.
            own = [value for kind, value in facets if kind == _PATTERN]
            made = etree.SubElement(restriction, f"{{{XSD}}}simpleType")
            step = etree.SubElement(made, f"{{{XSD}}}restriction", base=base)
            _add(step, _PATTERN, own)
            _add(restriction, _PATTERN, patterns)
            facets = tuple(f for f in facets if f.kind not in {_PATTERN, _VALUE})
        else:
            restriction.set("base", base)
        has_names = _origin(one, types).name in NAMES
        for kind, value in facets:
            uri, _, local = value[1:].rpartition("}")
            is_name = has_names and kind == _VALUE and value[:1] == "{"
            written = f"{prefixes[uri]}:{local}" if is_name else value
            _add(restriction, kind, [written])


def _origin(one: SimpleType, types: Table[SimpleType]) -> SimpleType:
    """Return the type that a type restricts in the end."""
    while one.base is not None:
        one = types[one.base]
    return one


def _add(restriction: etree._Element, kind: str, values: Iterable[str]) -> None:
    for value in values:
        etree.SubElement(restriction, f"{{{XSD}}}{kind}", value=value)


def _long_list(one: SimpleType, types: Table[SimpleType]) -> list[str]:
    """Return the patterns of what a type lists, if that are very many texts or numbers.

    Of other values nothing: two that are written otherwise may be the same.
    """
    listed = [value for kind, value in one.facets if kind == _VALUE]
    if len(listed) < MANY:
        return []
    while one.base is not None:
        if any(kind == "whiteSpace" for kind, _ in one.facets):
            return []
        one = types[one.base]
    how = COMPARED.get(one.name) if one.is_builtin else None
    return [] if how is None else patterns_of(listed, how)


def _reference(number: int, types: Table[SimpleType]) -> str:
    found = types[number]
    name = _INSTEAD_OF.get(found.name, found.name)
    return f"xs:{name}" if found.is_builtin else f"t{number}"


_VALUE, _PATTERN = "enumeration", "pattern"
