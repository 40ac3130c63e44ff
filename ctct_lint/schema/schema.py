"""A compiled schema at work: its components, and what is made of them once."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.components import Notes
from ctct_lint.schema.components.held import concrete, elements_in, most_of
from ctct_lint.schema.content.compile_free import compile_free, is_free
from ctct_lint.schema.content.glushkov import compile_automaton
from ctct_lint.schema.content.inside import Inside
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.survey import mixed_names, survey_of
from ctct_lint.schema.values.judge import Judge
from ctct_lint.text.candidates import Candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle, Wildcard
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import AttributeUse, ComplexType
    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.content.free_model import FreeModel
    from ctct_lint.schema.facts.facts import Facts
    from ctct_lint.schema.survey import Homes, Survey

    Model = Automaton | FreeModel


class Attributes(NamedTuple):
    """The attributes that an element may have, by name, and what else it lets in."""

    named: Mapping[str, AttributeUse] = MappingProxyType({})
    wildcard: Wildcard | None = None


_NO_ATTRIBUTES = Attributes()


class Schema:
    """Answers what may stand where; keeps content models and judges of values.

    Attributes:
        components  what it was made of
        facts       what is known of the vocabulary
        judge       says which values its simple types refuse

    """

    __slots__ = (
        "_attributes",
        "_held",
        "_homes",
        "_known",
        "_listed",
        "_mixed",
        "_models",
        "_most",
        "_names",
        "_others",
        "_read_notes",
        "_required",
        "_survey",
        "_texts",
        "components",
        "facts",
        "judge",
    )

    def __init__(
        self,
        components: Components,
        facts: Facts = NO_FACTS,
        read_notes: Callable[[], Notes] = Notes,
        survey: Survey | None = None,
    ) -> None:
        """Take what a schema was compiled to, and how its annotations are read.

        survey  what is known of all components, None to look at them when needed
        """
        self._read_notes = read_notes
        self.components = components
        self.facts = facts
        self.judge = Judge(components.simple_types)
        self._attributes: dict[int, Attributes] = {}
        self._names: dict[int | None, Candidates] = {}
        self._required: dict[int | None, tuple[str, ...]] = {}
        self._listed: dict[int | None, Mapping[str, Candidates]] = {}
        self._models: dict[int, Model | None] = {}
        self._held: dict[int, Mapping[str, Element]] = {}
        self._others: dict[tuple[int | None, str], Mapping[str, str]] = {}
        self._texts: dict[int, int | None] = {}
        self._most: dict[tuple[int | None, tuple[str, ...]], int | None] = {}
        # What is made once is made for all copies.
        self._survey = cache(lambda: survey or survey_of(components))
        self._homes = cache(lambda: self.survey.homes())  # noqa: PLW0108 - made later
        self._mixed = cache(lambda: mixed_names(components))
        self._known: dict[frozenset[str], frozenset[str]] = {}

    def for_document(self) -> Schema:
        """Return one that shares all with this, but for what is about one document."""
        made = object.__new__(Schema)
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        made.judge = self.judge.for_document()
        return made

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

    def text_type(self, element: Element) -> int | None:
        """Return the type of an element that holds text and needs no attribute.

        None for others.
        """
        number = element.number
        if number not in self._texts:
            needs = self.required_attributes(element)
            self._texts[number] = None if needs else self.value_type(element)
        return self._texts[number]

    def attributes(self, element: Element) -> Attributes:
        """Return the attributes that an element may have, none with a type of texts."""
        number = element.complex_type
        if number is None:
            return _NO_ATTRIBUTES
        if number not in self._attributes:
            found = self.components.complex_types[number]
            named = {attribute.name: attribute for attribute in found.attributes}
            self._attributes[number] = Attributes(named, found.wildcard)
        return self._attributes[number]

    def attribute(self, element: Element, name: str) -> AttributeUse | None:
        """Return what declares an attribute: its own use, or a global one let in."""
        named, wildcard = self.attributes(element)
        if name in named:
            return named[name]
        if wildcard is None or wildcard.process == "skip" or not wildcard.matches(name):
            return None
        return self.components.attributes.get(name)

    def attribute_names(self, element: Element) -> Candidates:
        """Return the local names of the attributes that an element may have."""
        number = element.complex_type
        if number not in self._names:
            named = self.attributes(element).named
            locals_ = (name.rpartition("}")[2] for name in named)
            self._names[number] = Candidates(locals_)
        return self._names[number]

    def required_attributes(self, element: Element) -> tuple[str, ...]:
        """Return the names of the attributes that an element must have."""
        number = element.complex_type
        if number not in self._required:
            named = self.attributes(element).named.items()
            self._required[number] = tuple(n for n, one in named if one.required)
        return self._required[number]

    def listed_attributes(self, element: Element) -> Mapping[str, Candidates]:
        """Return by their names the values of the attributes that have listed ones."""
        number = element.complex_type
        if number not in self._listed:
            named = self.attributes(element).named.items()
            values = ((name, self._values_of(one)) for name, one in named)
            self._listed[number] = {name: found for name, found in values if found}
        return self._listed[number]

    def _values_of(self, attribute: AttributeUse) -> Candidates:
        fixed = attribute.fixed
        return self.judge.written_choices(attribute.type if fixed is None else fixed)

    @property
    def survey(self) -> Survey:
        """What is known of all components."""
        return self._survey()

    def model(self, element: Element) -> Model | None:
        """Return what children an element may have, None if its content is simple."""
        number = element.complex_type
        if number is None:
            return None
        if number not in self._models:
            content = self.components.complex_types[number].content
            self._models[number] = None if content is None else self._made(content)
        return self._models[number]

    def _made(self, content: Particle) -> Model:
        make = compile_free if is_free(content) else compile_automaton
        made = make(content, self.components)
        made.facts = self.facts
        made.known = self._elsewhere(frozenset(e.namespace for e in made.elements))
        made.inside = Inside(made.elements, self.held_by)
        return made

    def _elsewhere(self, namespaces: frozenset[str]) -> frozenset[str]:
        """Return the names of the global elements that are in none of namespaces."""
        if namespaces not in self._known:
            names = self.components.roots
            others = (n for n in names if n[1:].rpartition("}")[0] not in namespaces)
            self._known[namespaces] = frozenset(others)
        return self._known[namespaces]

    def held_by(self, element: Element) -> Mapping[str, Element]:
        """Return what an element may hold, by the names in Clark notation."""
        number = element.complex_type
        return {} if number is None else self.held_in(number)

    def held_in(self, number: int) -> Mapping[str, Element]:
        """Return what an element of a complex type may hold, by the names."""
        if number not in self._held:
            content = self.components.complex_types[number].content
            elements = () if content is None else elements_in(content, self.components)
            self._held[number] = {child.name: child for child in elements}
        return self._held[number]

    def others_held_by(self, element: Element, namespace: str) -> Mapping[str, str]:
        """Return the local names of what an element may hold that is of another one.

        Each has its namespace.
        """
        # By its type, which an element can say itself.
        key = element.complex_type, namespace
        if key not in self._others:
            held = self.held_by(element).values()
            spaces = {e.local_name: e.namespace for e in held}
            others = {n: uri for n, uri in spaces.items() if uri != namespace}
            self._others[key] = others
        return self._others[key]

    def most_of(self, element: Element, names: tuple[str, ...]) -> int | None:
        """Return how many children of some local names an element may hold together.

        None for any number, and for one whose type says nothing of children.
        """
        of_type = self.complex_type(element)
        if of_type is None or of_type.content is None:
            return None
        key = element.complex_type, names
        if key not in self._most:
            counted = most_of(frozenset(names), of_type.content, self.components)
            self._most[key] = counted
        return self._most[key]

    @property
    def homes(self) -> Homes:
        """For each element's name the local names of the parents that it may have."""
        return self._homes()

    def is_markup(self, name: str) -> bool:
        """Say whether an element stands nowhere but among text."""
        return self._mixed().issuperset(self.homes.get(name, ()))

    def concrete(self, element: Element) -> Iterator[Element]:
        """Return an element, unless it is abstract, and those that may stand for it."""
        return concrete(element, self.components)

    def value_type(self, element: Element) -> int | None:
        """Return the type of the text of an element that holds one, None for others."""
        if element.abstract or element.may_be_empty:
            return None
        found = self.complex_type(element)
        if found is None:
            return element.simple_type
        return None if found.abstract else found.simple
