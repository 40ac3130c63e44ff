"""Which types an `xsi:type` may name: those derived from the declared one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.schema.names import XS, local_of
from ctct_lint.schema.typed.xsi import type_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema

    # Is it complex, and its number.
    Type = tuple[bool, int]

# The built-in types, each after the one that it is derived from.
_CHAINS = (
    "string normalizedString token language",
    "token Name NCName ID",
    "token NMTOKEN",
    "NCName IDREF",
    "NCName ENTITY",
    "decimal integer nonPositiveInteger negativeInteger",
    "integer long int short byte",
    "integer nonNegativeInteger positiveInteger",
    "nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte",
)
_BASES = {
    name: base for chain in map(str.split, _CHAINS) for base, name in pairwise(chain)
}


def derived_types(declaration: Element, schema: Schema) -> Iterator[str]:
    """Yield the local names of the types that an element may be given."""
    for name, found in schema.components.named.items():
        if not name.startswith(XS):
            is_abstract = found[0] and (
                schema.components.complex_types[found[1]].abstract
            )
            if not is_abstract and is_derived(found, declaration, schema):
                yield local_of(name)


def built_in_types(declaration: Element, schema: Schema) -> Iterator[str]:
    """Yield the local names of the types of XSD that an element may be given."""
    for name, found in schema.components.named.items():
        if name.startswith(XS) and is_derived(found, declaration, schema):
            yield local_of(name)


def as_named(element: _Element, declaration: Element, schema: Schema) -> Element:
    """Return a declaration with the type that an element says it has, if any."""
    name = type_name(element) if element.keys() else None
    found = schema.components.named.get(name or "")
    return declaration if found is None else with_type(declaration, found)


def with_type(declaration: Element, found: Type) -> Element:
    """Return a declaration with another type."""
    is_complex, number = found
    if is_complex:
        return declaration._replace(complex_type=number, simple_type=None)
    return declaration._replace(complex_type=None, simple_type=number)


def is_derived(found: Type, declaration: Element, schema: Schema) -> bool:
    """Is a type, or one that it is derived from, the declared one, and none barred?"""
    number = declaration.complex_type
    if number is None:
        declared: Type = (False, declaration.simple_type or 0)
        blocked = set(declaration.block)
    else:
        declared = (True, number)
        blocked = {*declaration.block, *schema.components.complex_types[number].block}
    for here, methods in _lineage(found, schema):
        if here == declared or _is_any(declared, schema):
            return blocked.isdisjoint(methods)
    return _is_member(found, declared, schema)


def _lineage(found: Type, schema: Schema) -> Iterator[tuple[Type, set[str]]]:
    """Yield a type and its bases, with the ways of derivation down to it."""
    here: Type | None = found
    methods: set[str] = set()
    while here is not None:
        yield here, set(methods)
        is_complex, number = here
        if is_complex:
            complex_type = schema.components.complex_types[number]
            methods.add(complex_type.method)
            base = (True, complex_type.base)
            if complex_type.base is None:
                base = (False, complex_type.of_simple)
        else:
            methods.add("restriction")
            base = (False, _base_of_simple(number, schema))
        here = None if base[1] is None else (base[0], base[1])


def _base_of_simple(number: int, schema: Schema) -> int | None:
    one = schema.components.simple_types[number]
    base = _BASES.get(one.name) if one.is_builtin else None
    return schema.components.named[XS + base][1] if base else one.base


def _is_any(declared: Type, schema: Schema) -> bool:
    """Is it the type from which all are derived?"""
    is_complex, number = declared
    if is_complex:
        return schema.components.complex_types[number].name == f"{XS}anyType"
    simple = schema.components.simple_types[number]
    return simple.is_builtin and simple.name == "anySimpleType"


def _is_member(found: Type, declared: Type, schema: Schema) -> bool:
    """Is a simple type one of those of which the declared one is a union?

    libxml2 takes what a union in the union is made of, but not that itself.
    """
    if found[0] or declared[0]:
        return False
    leaves = set(schema.judge.leaves(declared[1]))
    return any(number in leaves for (_, number), _ in _lineage(found, schema))
