"""From the content of a type to a `FreeModel`, where the order is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Group, Wildcard
from ctct_lint.schema.content.free_model import ALWAYS, FreeModel, Slot

if TYPE_CHECKING:
    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle
    from ctct_lint.schema.components.element import Element


# Of a choice of more elements each copy would take too many ways.
_MOST_COPIED = 64


def is_free(content: Particle) -> bool:
    """Is the order of the children free, and need there be no number of them?"""
    group = content.term
    assert isinstance(group, Group)  # noqa: S101 - as the content of a type always is
    if group.kind == "all":
        return True
    repeated = group.kind == "choice" and content.most is None
    is_counted = content.least > 1 and len(group.particles) <= _MOST_COPIED
    return (
        repeated
        and not is_counted
        and all(
            not isinstance(p.term, Group) and p.most != 0 and p.least <= 1
            for p in group.particles
        )
    )


def compile_free(content: Particle, components: Components) -> FreeModel:
    """Return the model of a group that `is_free`."""
    group = content.term
    assert isinstance(group, Group)  # noqa: S101 - the caller has asked
    is_choice = group.kind == "choice"
    slots = [
        # In an `all` of XSD 1.1 an element may have its own number.
        _slot(declaration, place, p._replace(least=0, most=None) if is_choice else p)
        for place, p in enumerate(group.particles)
        if isinstance(p.term, int)
        for declaration in _concrete(components.elements[p.term], components)
    ]
    needs = bool(is_choice and content.least and all(p.least for p in group.particles))
    return FreeModel(
        {slot.declaration.name: slot for slot in slots},
        tuple(p.term for p in group.particles if isinstance(p.term, Wildcard)),
        needs=needs,
        # Of a choice only facts can say that one of its elements must be there.
        optional=content.least == 0
        and not (is_choice and any(slot.required for slot in slots)),
        several={slot.place: slot.least for slot in slots if slot.least > 1},
    )


def _concrete(element: Element, components: Components) -> list[Element]:
    """Return an element and those that may stand for it; the abstract one last."""
    others = [components.elements[number] for number in element.substitutes]
    return [*others, element] if element.abstract else [element, *others]


def _slot(declaration: Element, place: int, particle: Particle) -> Slot:
    """Read the facts of a declaration; without them the schema's own numbers count."""
    facts = dict(declaration.facts)
    told = facts.get("required")
    if told is None:
        told = ALWAYS if particle.least else ""
    most = 1 if facts.get("at-most") == "1" else particle.most
    least = max(particle.least, 1)
    return Slot(declaration, frozenset(told.split()), least, most, place)
