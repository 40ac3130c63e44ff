"""Are components that somebody else has written what a compiler would have made?

They refer to each other by number, and are followed without a look back: a number out
of range, or a type that is its own base, must be found before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components import Group, Wildcard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.schema.components import (
        Attribute,
        ComplexType,
        Components,
        Particle,
        SimpleType,
    )


def is_sound(components: Components) -> bool:
    """Do all numbers lead somewhere, and do the simple types end in built-in ones?"""
    elements = range(len(components.elements))
    complex_types = range(len(components.complex_types))
    simple_types = range(len(components.simple_types))
    return (
        all(_is_in(number, elements) for number in components.roots.values())
        and all(
            _is_in(number, complex_types if is_complex else simple_types)
            for is_complex, number in components.named.values()
        )
        and all(
            _is_sound_attribute(a, simple_types) for a in components.attributes.values()
        )
        and all(
            one.number == place
            and _is_in(one.complex_type, complex_types, optional=True)
            and _is_in(one.simple_type, simple_types, optional=True)
            and _is_in(one.fixed, simple_types, optional=True)
            and all(_is_in(number, elements) for number in one.substitutes)
            for place, one in enumerate(components.elements)
        )
        and all(
            _is_sound_type(one, elements, simple_types)
            for one in components.complex_types
        )
        and _are_founded([_made_of(one) for one in components.simple_types])
        and _are_founded([(one.base,) for one in components.complex_types])
    )


def _is_sound_type(one: ComplexType, elements: range, simple_types: range) -> bool:
    attributes = (_is_sound_attribute(a, simple_types) for a in one.attributes)
    numbers = () if one.content is None else _numbers(one.content)
    return (
        _is_in(one.simple, simple_types, optional=True)
        and _is_in(one.of_simple, simple_types, optional=True)
        and all(attributes)
        and all(_is_in(number, elements) for number in numbers)
    )


def _is_sound_attribute(one: Attribute, simple_types: range) -> bool:
    fixed = _is_in(one.fixed, simple_types, optional=True)
    return fixed and _is_in(one.type, simple_types)


def _numbers(particle: Particle) -> Iterator[object]:
    """Yield the numbers of the elements in a particle; anything else as it is."""
    todo = [particle]
    while todo:
        term = todo.pop().term
        if isinstance(term, Group):
            todo += term.particles
        elif not isinstance(term, Wildcard):
            yield term


def _are_founded(types: Sequence[tuple[int | None, ...]]) -> bool:
    """Do the types of which types are made, given by number, all end somewhere?"""
    users: dict[int, list[int]] = {}
    waits = [0] * len(types)
    for user, parts in enumerate(types):
        for part in parts:
            if part is not None:
                users.setdefault(part, []).append(user)
                waits[user] += 1
    ready = [number for number, waiting in enumerate(waits) if not waiting]
    while ready:
        for user in users.pop(ready.pop(), ()):
            waits[user] -= 1
            if not waits[user]:
                ready.append(user)
    return not users


def _made_of(one: SimpleType) -> tuple[int | None, ...]:
    return (one.base, one.item, *one.members)


def _is_in(number: object, numbers: range, *, optional: bool = False) -> bool:
    if number is None:
        return optional
    return type(number) is int and number in numbers
