"""The Glushkov automaton of a content model: which particle may follow which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.schema.components import Element, Group
from ctct_lint.schema.facts import NO_FACTS, Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.schema.components import Components, Particle, Term

# Counts above this are taken for "any number": libxml2 has the last word anyway.
MOST_COPIES = 32
START = -1


class Part(NamedTuple):
    """A piece of the model: where it can begin and end, and be left out."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    optional: bool


@dataclass(slots=True)
class Automaton:
    """Positions are elements and wildcards; START stands before the first of them.

    terms         what stands at each position
    follow        the positions that may come after a position
    final         the positions (or START) after which the content may end
    alternatives  for a position: the names that its choice offers in its place
    held          the names of what one of the elements would hold
    facts         what is known of the vocabulary
    """

    terms: list[Term] = field(default_factory=list)
    follow: dict[int, list[int]] = field(default_factory=dict)
    final: frozenset[int] = frozenset()
    alternatives: dict[int, tuple[str, ...]] = field(default_factory=dict)
    held: frozenset[str] = frozenset()
    facts: Facts = NO_FACTS

    @property
    def elements(self) -> list[Element]:
        """The elements that the model names, each once."""
        return list(dict.fromkeys(t for t in self.terms if isinstance(t, Element)))


def compile_automaton(content: Particle, components: Components) -> Automaton:
    """Return the automaton of a content model."""
    automaton = Automaton()
    whole = _particle(automaton, content, components.elements)
    _link(automaton, [START], whole.first)
    automaton.final = frozenset((*whole.last, START) if whole.optional else whole.last)
    return automaton


def _particle(
    automaton: Automaton, particle: Particle, elements: Sequence[Element]
) -> Part:
    """Add a particle as often as it may occur."""
    least, most = min(particle.least, MOST_COPIES), particle.most
    unbounded = most is None or most > MOST_COPIES
    copies = max(least, 1) if unbounded else most
    parts = [_once(automaton, particle, elements) for _ in range(copies or 0)]
    if unbounded:
        _link(automaton, parts[-1].last, parts[-1].first)
    parts = [
        part if i < least else part._replace(optional=True)
        for i, part in enumerate(parts)
    ]
    return _sequence(automaton, parts)


def _once(
    automaton: Automaton, particle: Particle, elements: Sequence[Element]
) -> Part:
    term = particle.term
    if not isinstance(term, Group):
        position = len(automaton.terms)
        automaton.terms.append(elements[term] if isinstance(term, int) else term)
        return Part((position,), (position,), optional=False)
    parts = [_particle(automaton, p, elements) for p in term.particles]
    if term.kind == "choice":
        return _choice(automaton, parts)
    return _sequence(automaton, parts)


def _choice(automaton: Automaton, parts: list[Part]) -> Part:
    first = tuple(p for part in parts for p in part.first)
    names = tuple(dict.fromkeys(_names(automaton, first)))
    for position in first:
        automaton.alternatives.setdefault(position, names)
    last = tuple(p for part in parts for p in part.last)
    return Part(first, last, not parts or any(part.optional for part in parts))


def _sequence(automaton: Automaton, parts: list[Part]) -> Part:
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    optional = True
    for part in parts:
        _link(automaton, last, part.first)
        first = first + part.first if optional else first
        last = last + part.last if part.optional else part.last
        optional = optional and part.optional
    return Part(first, last, optional)


def _link(automaton: Automaton, ends: Iterable[int], starts: Iterable[int]) -> None:
    for end in ends:
        known = automaton.follow.setdefault(end, [])
        known.extend(s for s in starts if s not in known)


def _names(automaton: Automaton, positions: Iterable[int]) -> list[str]:
    terms = (automaton.terms[p] for p in positions)
    return [term.local_name for term in terms if isinstance(term, Element)]
