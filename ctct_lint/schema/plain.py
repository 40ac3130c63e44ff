"""Components as plain data: lists, numbers, strings and None, for JSON."""

from __future__ import annotations

from typing import Any

from ctct_lint.schema.components import (
    Attribute,
    ComplexType,
    Components,
    Element,
    Facet,
    Group,
    Particle,
    SimpleType,
    Wildcard,
)

Plain = list[Any]


def to_plain(components: Components) -> Plain:
    """Return components as what JSON can hold; named tuples are lists there."""
    return list(components)


def from_plain(plain: Plain) -> Components:
    """Return the components of what `to_plain` gave, once it has been JSON."""
    elements, complex_types, simple_types, roots = plain
    return Components(
        tuple(map(_element, elements)),
        tuple(map(_complex_type, complex_types)),
        tuple(map(_simple_type, simple_types)),
        dict(roots),
    )


def _element(plain: Plain) -> Element:
    *others, names, facts = plain
    pairs = tuple((key, value) for key, value in facts)
    return Element(*others)._replace(substitutes=tuple(names), facts=pairs)


def _complex_type(plain: Plain) -> ComplexType:
    attributes, wildcard, mixed, simple, content = plain
    return ComplexType(
        tuple(Attribute(*attribute) for attribute in attributes),
        None if wildcard is None else _wildcard(wildcard),
        mixed,
        simple,
        None if content is None else _particle(content),
    )


def _simple_type(plain: Plain) -> SimpleType:
    name, base, members, item, facets = plain
    own = tuple(Facet(*facet) for facet in facets)
    return SimpleType(name, base, tuple(members), item, own)


def _particle(plain: Plain) -> Particle:
    term, least, most = plain
    return Particle(_term(term), least, most)


def _term(plain: int | Plain) -> int | Wildcard | Group:
    """Return an element's number as it is; a group begins with its kind."""
    if isinstance(plain, int):
        return plain
    if isinstance(plain[0], str):
        kind, particles = plain
        return Group(kind, tuple(map(_particle, particles)))
    return _wildcard(plain)


def _wildcard(plain: Plain) -> Wildcard:
    allowed, refused, process = plain
    return Wildcard(
        None if allowed is None else tuple(allowed), tuple(refused), process
    )
