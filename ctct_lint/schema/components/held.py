"""Which elements and wildcards a content may have, and how many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Group, Wildcard

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle
    from ctct_lint.schema.components.element import Element


def concrete(element: Element, components: Components) -> Iterator[Element]:
    """Yield an element and those that may stand for it, but no placeholder."""
    for one in (element, *(components.elements[n] for n in element.substitutes)):
        if not one.is_placeholder:
            yield one


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


def most_of(
    names: Container[str] | None, content: Particle, components: Components
) -> int | None:
    """Return how many children of some local names may stand there together.

    None for any number. Without names it is all that the content names.
    """
    once = _in_one(names, content, components)
    if not once:
        return once
    return None if content.most is None else once * content.most


def _in_one(
    names: Container[str] | None, content: Particle, components: Components
) -> int | None:
    """Return how many may stand in a particle that occurs once."""
    term = content.term
    if isinstance(term, int):
        declared = components.elements[term]
        if names is None:
            return 1
        found = concrete(declared, components)
        return int(any(one.local_name in names for one in found))
    if not isinstance(term, Group):
        return 0
    counts = [most_of(names, inner, components) for inner in term.particles]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts):
        return None
    return max(known, default=0) if term.kind == "choice" else sum(known)


def stands_together(
    names: Collection[str], most: int, content: Particle, components: Components
) -> bool:
    """Say whether a group of a content may stand so many times, with one of each name.

    Of `dt` and `dd`, at most thrice, that is. The names are local ones.
    """
    term = content.term
    if not isinstance(term, Group) or content.most is None:
        return False
    if content.most == most and term.kind != "choice":
        once = content._replace(most=1)
        return all(most_of((name,), once, components) == 1 for name in names)
    return any(stands_together(names, most, one, components) for one in term.particles)
