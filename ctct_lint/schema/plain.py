"""Components as plain data: lists, numbers, strings and None, for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.schema.components import (
    Attribute,
    ComplexType,
    Components,
    Constraint,
    Element,
    Facet,
    Group,
    Particle,
    SimpleType,
    Wildcard,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Plain = list[Any]


def to_plain(components: Components) -> Plain:
    """Return components as what JSON can hold; named tuples are lists there."""
    return list(components)


def from_plain(plain: Plain) -> Components:
    """Return the components of what `to_plain` gave, once it has been JSON."""
    elements, complex_types, simple_types, roots, named, attributes = plain
    return Components(
        tuple(map(_element, elements)),
        tuple(map(_complex_type, complex_types)),
        tuple(map(_simple_type, simple_types)),
        dict(roots),
        {name: (is_complex, number) for name, (is_complex, number) in named.items()},
        {name: Attribute(*attribute) for name, attribute in attributes.items()},
    )


def _element(plain: Plain) -> Element:
    found = Element(*plain)
    return found._replace(
        substitutes=tuple(found.substitutes),
        facts=tuple((key, value) for key, value in found.facts),
        block=tuple(found.block),
        constraints=tuple(map(_constraint, found.constraints)),
    )


def _constraint(plain: Sequence[Any]) -> Constraint:
    kind, name, selector, fields, refer = plain
    values = tuple(tuple(map(tuple, paths)) for paths in fields)
    return Constraint(kind, name, tuple(map(tuple, selector)), values, refer)


def _complex_type(plain: Plain) -> ComplexType:
    found = ComplexType(*plain)
    wildcard: Any = found.wildcard
    content: Any = found.content
    return found._replace(
        attributes=tuple(Attribute(*attribute) for attribute in found.attributes),
        wildcard=None if wildcard is None else _wildcard(wildcard),
        content=None if content is None else _particle(content),
        block=tuple(found.block),
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
