"""A compiled schema at work: its components, and what is made of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.automaton import Automaton, compile_automaton
from ctct_lint.schema.components import Group
from ctct_lint.schema.facts import NO_FACTS
from ctct_lint.schema.interleave import FreeModel, compile_free, is_free
from ctct_lint.schema.judge import IDS, Judge
from ctct_lint.schema.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ctct_lint.schema.components import ComplexType, Components, Element, Particle
    from ctct_lint.schema.facts import Facts

    Model = Automaton | FreeModel


class Schema:
    """Answers what may stand where; keeps content models and judges of values.

    Attributes:
        components  what it was made of
        facts       what is known of the vocabulary
        judge       says which values its simple types refuse
        texts       by the elements' numbers: the type of an element that holds
                    text and needs no attribute, None for others

    """

    __slots__ = (
        "_held",
        "_homes",
        "_models",
        "_namespaces",
        "_others",
        "_read_notes",
        "_refers",
        "components",
        "facts",
        "judge",
        "texts",
    )

    def __init__(
        self,
        components: Components,
        facts: Facts = NO_FACTS,
        read_notes: Callable[[], Notes] = Notes,
    ) -> None:
        """Take what a schema was compiled to, and how its annotations are read."""
        self._read_notes = read_notes
        self.components = components
        self.facts = facts
        self.judge = Judge(components.simple_types)
        self.texts = tuple(map(self._text, components.elements))
        self._models: dict[int, Model] = {}
        self._held: dict[int, Mapping[str, Element]] = {}
        self._others: dict[tuple[int, str], Mapping[str, str]] = {}
        self._refers: bool | None = None
        self._namespaces: frozenset[str] | None = None
        self._homes: Mapping[str, tuple[str, ...]] | None = None

    @property
    def notes(self) -> Notes:
        """What the annotations say; it takes a moment when it is first asked for."""
        return self._read_notes()

    def root(self, name: str) -> Element | None:
        """Return the global element of a name in Clark notation."""
        number = self.components.roots.get(name)
        return None if number is None else self.components.elements[number]

    def complex_type(self, element: Element) -> ComplexType | None:
        """Return an element's type, None if it has one of texts."""
        number = element.complex_type
        return None if number is None else self.components.complex_types[number]

    def simple_type(self, element: Element) -> int | None:
        """Return the type of an element's text, None if it has none."""
        found = self.complex_type(element)
        return element.simple_type if found is None else found.simple

    @property
    def namespaces(self) -> frozenset[str]:
        """The namespaces of its elements, "" for none among them."""
        if self._namespaces is None:
            self._namespaces = frozenset(e.namespace for e in self.components.elements)
        return self._namespaces

    @property
    def refers(self) -> bool:
        """Are there keys, IDs, or references to them?"""
        if self._refers is None:
            self._refers = any(e.constraints for e in self.components.elements) or any(
                not self.judge.builtins(number).isdisjoint(IDS)
                for number in self._used_types()
            )
        return self._refers

    def _used_types(self) -> Iterator[int]:
        for one in self.components.complex_types:
            yield from (attribute.type for attribute in one.attributes)
            if one.simple is not None:
                yield one.simple
        for element in self.components.elements:
            if element.simple_type is not None:
                yield element.simple_type

    def model(self, element: Element) -> Model | None:
        """Return what children an element may have, None if its content is simple."""
        number = element.complex_type
        if number is None:
            return None
        content = self.components.complex_types[number].content
        if content is None:
            return None
        if number not in self._models:
            make = compile_free if is_free(content) else compile_automaton
            made = self._models[number] = make(content, self.components)
            made.facts = self.facts
            made.held = {
                name: self.held_by(child)
                for element in made.elements
                for name, child in self.held_by(element).items()
            }
        return self._models[number]

    def held_by(self, element: Element) -> Mapping[str, Element]:
        """Return what an element may hold, by the names in Clark notation."""
        number = element.complex_type
        return {} if number is None else self.held_in(number)

    def held_in(self, number: int) -> Mapping[str, Element]:
        """Return what an element of a complex type may hold, by the names."""
        if number not in self._held:
            content = self.components.complex_types[number].content
            elements = () if content is None else self._elements_in(content)
            self._held[number] = {child.name: child for child in elements}
        return self._held[number]

    def others_held_by(self, element: Element, namespace: str) -> Mapping[str, str]:
        """Return the local names of what an element may hold that is of another one.

        Each has its namespace.
        """
        key = element.number, namespace
        if key not in self._others:
            held = self.held_by(element).values()
            spaces = {e.local_name: e.namespace for e in held}
            others = {n: uri for n, uri in spaces.items() if uri != namespace}
            self._others[key] = others
        return self._others[key]

    @property
    def homes(self) -> Mapping[str, tuple[str, ...]]:
        """For each element's name the local names of the parents that it may have."""
        if self._homes is None:
            found: dict[str, dict[str, None]] = {}
            for parent in self.components.elements:
                for name in self.held_by(parent):
                    found.setdefault(name, {})[parent.local_name] = None
            self._homes = {name: tuple(parents) for name, parents in found.items()}
        return self._homes

    def concrete(self, element: Element) -> Iterator[Element]:
        """Yield an element, unless it is abstract, and those that may stand for it."""
        if not element.is_placeholder:
            yield element
        for number in element.substitutes:
            yield self.components.elements[number]

    def _text(self, element: Element) -> int | None:
        if element.abstract or element.may_be_empty:
            return None
        found = self.complex_type(element)
        if found is None:
            return element.simple_type
        if found.abstract:
            return None
        return None if any(a.required for a in found.attributes) else found.simple

    def _elements_in(self, particle: Particle) -> Iterator[Element]:
        term = particle.term
        if isinstance(term, int):
            yield from self.concrete(self.components.elements[term])
        elif isinstance(term, Group):
            for inner in term.particles:
                yield from self._elements_in(inner)
