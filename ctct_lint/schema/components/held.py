"""Which elements and wildcards a content may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Group, Wildcard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle
    from ctct_lint.schema.components.element import Element


def concrete(element: Element, components: Components) -> Iterator[Element]:
    """Yield an element, unless it is a placeholder, and those that may stand for it."""
    if not element.is_placeholder:
        yield element
    for number in element.substitutes:
        yield components.elements[number]


def elements_in(particle: Particle, components: Components) -> Iterator[Element]:
    """Yield the elements that may stand in a content."""
    term = particle.term
    if isinstance(term, int):
        yield from concrete(components.elements[term], components)
    elif isinstance(term, Group):
        for inner in term.particles:
            yield from elements_in(inner, components)


def wildcards_in(particle: Particle) -> Iterator[Wildcard]:
    """Yield the wildcards of a content."""
    if isinstance(particle.term, Wildcard):
        yield particle.term
    elif isinstance(particle.term, Group):
        for inner in particle.term.particles:
            yield from wildcards_in(inner)
