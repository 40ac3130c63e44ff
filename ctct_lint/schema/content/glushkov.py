"""From a content model to its automaton, as Glushkov has described it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.content import Group, Particle
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.automaton import Automaton
from ctct_lint.schema.content.gaps import START

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.element import Term

# Counts above this are taken for "any number": libxml2 has the last word anyway.
MOST_COPIES = 512
# Of a group that holds others there are fewer copies: each has all of its positions.
MOST_POSITIONS = 4096


class ModelPart(NamedTuple):
    """A piece of the model: where it can begin and end, and be left out."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    optional: bool

    @property
    def is_never(self) -> bool:
        """Can nothing be right there, as in a choice of nothing?"""
        return not (self.first or self.optional)


NEVER = ModelPart((), (), optional=False)


def compile_automaton(content: Particle, components: Components) -> Automaton:
    """Return the automaton of a content model."""
    automaton = Automaton()
    whole = _Builder(automaton, components).particle(content)
    _link(automaton, [START], whole.first)
    automaton.final = frozenset((*whole.last, START) if whole.optional else whole.last)
    automaton.index()
    return automaton


class _Builder:
    def __init__(self, automaton: Automaton, components: Components) -> None:
        self._automaton = automaton
        self._elements = components.elements

    def particle(self, particle: Particle) -> ModelPart:
        """Add a particle as often as it may occur."""
        before = len(self._automaton.terms)
        part = self._once(particle.term)
        size = max(len(self._automaton.terms) - before, 1)
        copies = min(MOST_COPIES, max(MOST_POSITIONS // size, 1))
        least, most = min(particle.least, copies), particle.most
        unbounded = most is None or most > copies
        count = max(least, 1) if unbounded or most is None else most
        parts = [part, *(self._once(particle.term) for _ in range(count - 1))]
        if unbounded:
            _link(self._automaton, parts[-1].last, parts[-1].first)
        # An optional copy holds the next one: then each has one way to go.
        rest = ModelPart((), (), optional=True)
        for copy in reversed(parts[least:]):
            rest = self._sequence([copy, rest])._replace(optional=True)
        return self._sequence([*parts[:least], rest])

    def _once(self, term: Term | int | Group) -> ModelPart:
        if isinstance(term, Group):
            parts = [self.particle(p) for p in term.particles]
            return (
                self._choice(parts) if term.kind == "choice" else self._sequence(parts)
            )
        if not isinstance(term, int):
            return self._position(term)
        element = self._elements[term]
        if not element.substitutes:
            return self._position(element)
        others = [self._elements[n] for n in element.substitutes]
        # What is abstract is taken for what it is called, but never asked for.
        every = [*others, element] if element.abstract else [element, *others]
        return self._choice(list(map(self._position, every)))

    def _position(self, term: Term) -> ModelPart:
        position = len(self._automaton.terms)
        self._automaton.terms.append(term)
        return ModelPart((position,), (position,), optional=False)

    def _choice(self, parts: list[ModelPart]) -> ModelPart:
        first = tuple(p for part in parts for p in part.first)
        names = tuple(dict.fromkeys(self._names(first)))
        for position in first:
            self._automaton.alternatives.setdefault(position, names)
        last = tuple(p for part in parts for p in part.last)
        return ModelPart(first, last, any(part.optional for part in parts))

    def _sequence(self, parts: list[ModelPart]) -> ModelPart:
        first: tuple[int, ...] = ()
        last: tuple[int, ...] = ()
        optional = True
        if any(part.is_never for part in parts):
            return NEVER
        for part in parts:
            _link(self._automaton, last, part.first)
            first = first + part.first if optional else first
            last = last + part.last if part.optional else part.last
            optional = optional and part.optional
        return ModelPart(first, last, optional)

    def _names(self, positions: Iterable[int]) -> Iterator[str]:
        for term in (self._automaton.terms[p] for p in positions):
            if isinstance(term, Element) and not term.abstract:
                yield term.local_name


def _link(automaton: Automaton, ends: Iterable[int], starts: Iterable[int]) -> None:
    starts = dict.fromkeys(starts)
    for end in ends:
        automaton.follow.setdefault(end, {}).update(starts)
