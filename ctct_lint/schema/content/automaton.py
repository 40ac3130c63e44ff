"""The Glushkov automaton of a content model: which particle may follow which."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.gaps import START, Gap, gaps_from, longest_ways
from ctct_lint.schema.content.inside import Inside
from ctct_lint.schema.content.match import ANY, Missing
from ctct_lint.schema.facts.facts import NO_FACTS, Facts
from ctct_lint.slotted import field, slotted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ctct_lint.schema.components.element import Term

    # Positions, each with how much is put in before it.
    Targets = list[tuple[int, int]]

# So many ways between positions are remembered, and so many places of children.
_MOST_WAYS, _MOST_TARGETS, _MOST_BETWEEN = 1_000_000, 5_000, 1_000


@slotted
class Automaton:
    """Positions are elements and wildcards; START stands before the first of them.

    terms         what stands at each position
    follow        the positions that may come after a position
    final         the positions (or START) after which the content may end; none if no
                  content is right
    alternatives  for a position: the names that its choice offers in its place
    ambiguous     may a child be at one of two positions, so that only what follows
                  tells which: `a{2,3}` in a group that repeats?
    inside        what the elements would hold
    costs         what children of these names cost to match, of those asked for before
    known         the names of the schema's global elements in other namespaces
    facts         what is known of the vocabulary
    """

    terms: list[Term] = field(default_factory=list)
    follow: dict[int, dict[int, None]] = field(default_factory=dict)
    final: frozenset[int] = frozenset()
    alternatives: dict[int, tuple[str, ...]] = field(default_factory=dict)
    ambiguous: bool = False
    inside: Inside = field(default_factory=Inside)
    known: frozenset[str] = frozenset()
    facts: Facts = NO_FACTS
    costs: dict[tuple[str, ...], int] = field(default_factory=dict)
    _elements: dict[Element, None] = field(default_factory=dict)
    _declared: dict[str, Element] = field(default_factory=dict)
    _named: dict[str, list[int]] = field(default_factory=dict)
    _wild: list[int] = field(default_factory=list)
    _next: dict[int, dict[str, int]] = field(default_factory=dict)
    _gaps: dict[int, Mapping[int, Gap]] = field(default_factory=dict)
    _missing: dict[int, Missing] = field(default_factory=dict)
    _missing_before: dict[tuple[int, int, int], Missing] = field(default_factory=dict)
    _offered: dict[tuple[int, int], tuple[Element, ...]] = field(default_factory=dict)
    _targets: dict[tuple[int, str, int], Targets] = field(default_factory=dict)
    _longest: dict[int, float] = field(default_factory=dict)

    @property
    def declared(self) -> Mapping[str, Element]:
        """The elements that the model names, by their names."""
        if not self._declared:
            self._declared = {element.name: element for element in self.elements}
        return self._declared

    @property
    def elements(self) -> Collection[Element]:
        """All elements that the model names, each once: two may have one name."""
        if not self._elements:
            elements = (term for term in self.terms if isinstance(term, Element))
            self._elements = dict.fromkeys(elements)
        return self._elements

    @property
    def has_wildcards(self) -> bool:
        """Does it let in what it does not name?"""
        return bool(self._wild)

    @property
    def wildcards(self) -> Iterator[Wildcard]:
        """What else it lets in, as often as that may stand."""
        terms = (self.terms[position] for position in self._wild)
        return (term for term in terms if isinstance(term, Wildcard))

    def next(self, position: int, name: str) -> int | None:
        """Return the position of a child with this name after another position."""
        known = self._next.get(position)
        if known is None:
            known = self._next[position] = {}
            for target in reversed(self.follow.get(position, ())):
                term = self.terms[target]
                if isinstance(term, Element):
                    known[term.name] = target
        found = known.get(name)
        if found is None and self._wild:
            follow = self.follow.get(position, {})
            wild = (p for p in self._wild if p in follow)
            found = next((p for p in wild if self.terms[p].matches(name)), None)
        return found

    def places(self, name: str) -> list[int]:
        """Return the positions at which a child of a name may stand."""
        found = self._named.get(name, [])
        return found + [p for p in self._wild if self.terms[p].matches(name)]

    def names(self, name: str) -> bool:
        """Say whether the model has an element of a name."""
        return name in self._named

    def gaps(self, position: int) -> Mapping[int, Gap]:
        """Return the shortest ways from a position to all others, and to END."""
        if position not in self._gaps:
            if len(self._gaps) * len(self.terms) > _MOST_WAYS:
                self._gaps.clear()
            self._gaps[position] = dict(
                gaps_from(position, self.follow, self.final, self.terms)
            )
        return self._gaps[position]

    def targets(self, position: int, name: str, most: int) -> Targets:
        """Return where a child of a name may stand behind a position.

        Each has the number of what has to be put in before it. Of more than `most` the
        nearest ones are returned, from the nearest on.
        """
        key = position, name, most
        found = self._targets.get(key)
        if found is None:
            gaps = self.gaps(position)
            found = [(p, gaps[p].put_in) for p in self.places(name) if p in gaps]
            if len(found) > most:
                found = sorted(found, key=itemgetter(1))[:most]
            if len(self._targets) >= _MOST_TARGETS:
                self._targets.clear()
            self._targets[key] = found
        return found

    @property
    def longest(self) -> Mapping[int, float]:
        """How many children may follow a position at most, `inf` for any number."""
        if not self._longest:
            self._longest = longest_ways(self.follow, range(START, len(self.terms)))
        return self._longest

    def missing(self, position: int) -> Missing:
        """Return what is missing where a position is put in."""
        if position not in self._missing:
            name = self.terms[position].local_name or ANY
            names = self.alternatives.get(position, ())
            self._missing[position] = Missing(name, names)
        return self._missing[position]

    def missing_before(self, position: int, before: int, behind: int) -> Missing:
        """Return what is missing where a position is put in between two others.

        What a choice offers in its place would do only if that may follow it, too.
        """
        key = position, before, behind
        found = self._missing_before.get(key)
        if found is None:
            if len(self._missing_before) >= _MOST_BETWEEN:
                self._missing_before.clear()
            found = self._missing_before[key] = self._fitting(*key)
        return found

    def _fitting(self, position: int, before: int, behind: int) -> Missing:
        found, follow = self.missing(position), self.follow
        if not found.alternatives:
            return found
        after = follow.get(before, ())
        fitting = (p for p in after if behind in follow.get(p, ()))
        names = {self.terms[place].local_name for place in fitting}
        left = tuple(name for name in found.alternatives if name in names)
        return found._replace(alternatives=left if left[1:] else ())

    def offered(self, position: int, before: int) -> tuple[Element, ...]:
        """Return the elements that would do where a position is put in after one."""
        key = position, before
        if key not in self._offered:
            names = frozenset(self.alternatives.get(position, ()))
            terms = (
                (p, self.terms[p]) for p in (position, *self.follow.get(before, ()))
            )
            self._offered[key] = tuple(
                term
                for p, term in terms
                if (p == position or term.local_name in names)
                and isinstance(term, Element)
                and not term.abstract
            )
        return self._offered[key]

    def put_in(self, position: int, target: int, most: int) -> list[int]:
        """Return the positions that lack between a position and another one.

        Of more than `most` the last ones are returned.
        """
        gaps, found = self.gaps(position), []
        gap = gaps[target]
        for _ in range(min(gap.put_in, most)):
            found.append(gap.before)
            gap = gaps[gap.before]
        return found[::-1]

    def index(self) -> None:
        """Note what there is for each name, once all positions are known."""
        self.ambiguous = any(map(self._is_ambiguous, self.follow.values()))
        for position, term in enumerate(self.terms):
            if isinstance(term, Element):
                self._named.setdefault(term.name, []).append(position)
            else:
                self._wild.append(position)

    def _is_ambiguous(self, targets: Iterable[int]) -> bool:
        terms = [self.terms[target] for target in targets]
        return len(set(terms)) < len(terms)
