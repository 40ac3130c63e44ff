"""The Glushkov automaton of a content model: which particle may follow which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from xmlschema.validators import XsdElement, XsdGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.schema.matching import Particle

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
    """Positions are particles; START stands before the first of them.

    follow        the positions that may come after a position
    final         the positions (or START) after which the content may end
    alternatives  for a position: the names that its choice offers in its place
    """

    particles: list[Particle] = field(default_factory=list)
    follow: dict[int, list[int]] = field(default_factory=dict)
    final: frozenset[int] = frozenset()
    alternatives: dict[int, tuple[str, ...]] = field(default_factory=dict)


def compile_model(group: XsdGroup) -> Automaton:
    """Return the automaton of a group of sequences, choices and particles."""
    automaton = Automaton()
    whole = _particle(automaton, group)
    _link(automaton, [START], whole.first)
    automaton.final = frozenset((*whole.last, START) if whole.optional else whole.last)
    return automaton


def _particle(automaton: Automaton, particle: Particle | XsdGroup) -> Part:
    """Add a particle as often as it may occur."""
    least = min(particle.min_occurs, MOST_COPIES)
    most = particle.max_occurs
    unbounded = most is None or most > MOST_COPIES
    copies = max(least, 1) if unbounded else most
    parts = [_once(automaton, particle) for _ in range(copies or 0)]
    if unbounded:
        _link(automaton, parts[-1].last, parts[-1].first)
    parts = [
        part if i < least else part._replace(optional=True)
        for i, part in enumerate(parts)
    ]
    return _sequence(automaton, parts)


def _once(automaton: Automaton, particle: Particle | XsdGroup) -> Part:
    if not isinstance(particle, XsdGroup):
        position = len(automaton.particles)
        automaton.particles.append(particle)
        return Part((position,), (position,), optional=False)
    parts = [_particle(automaton, p) for p in particle]
    if particle.model == "choice":
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
    particles = (automaton.particles[p] for p in positions)
    return [p.local_name for p in particles if isinstance(p, XsdElement)]
