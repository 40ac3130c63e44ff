"""A compiled schema at work: its components, and what is made of them once."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.components import Notes
from ctct_lint.schema.components.held import concrete, elements_in, most_of
from ctct_lint.schema.facts.facts import NO_FACTS
from ctct_lint.schema.survey import mixed_names, survey_of
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
    from ctct_lint.schema.values.judge import Judge

    Model = Automaton | FreeModel


class Attributes(NamedTuple):
    """The attributes that an element may have, by name, and what else it lets in."""

    named: Mapping[str, AttributeUse] = MappingProxyType({})
    wildcard: Wildcard | None = None


_NO_ATTRIBUTES = Attributes()


class Schema:
    """Answers what may stand where; keeps content models and judges of values.

    components     what it was made of
    facts          what is known of the vocabulary
    attributes_in  returns the attributes that an element of a complex type may have
    held_in        ... and what it may hold, by the names
    judge          says which values its simple types refuse
    """

    judge: Judge

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
        # What is made once is made for all copies, of the numbers of complex types.
        self.attributes_in = cache(self._attributes_of)
        self._names = cache(self._attribute_names)
        self._required = cache(self._required_attributes)
        self._listed = cache(self._listed_attributes)
        self._models = cache(self._model_of)
        self._texts = cache(self._text_type)
        self._others = cache(self._others_held_by)
        self._most = cache(self._most_of)
        self.held_in = cache(self._held_in)
        self._elsewhere = cache(self._names_elsewhere)
        self._survey = cache(lambda: survey or survey_of(components))
        self._derived = cache(lambda: self.survey.derived())  # noqa: PLW0108 - made later
        self._homes = cache(lambda: self.survey.homes())  # noqa: PLW0108 - made later
        self._mixed = cache(lambda: mixed_names(components))

    def __getattr__(self, name: str) -> Judge:
        """Make the judge for the first who asks: to repair a document takes none."""
        if name != "judge":
            raise AttributeError(name)
        from ctct_lint.schema.values.judge import Judge

        self.judge = Judge(self.components.simple_types)
        return self.judge

    def for_document(self) -> Schema:
        """Return one that shares all with this, but for what is about one document."""
        made = object.__new__(Schema)
        made.__dict__.update(self.__dict__)
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
        return self._texts(element.number)

    def _text_type(self, number: int) -> int | None:
        element = self.components.elements[number]
        return None if self.required_attributes(element) else self.value_type(element)

    def attributes(self, element: Element) -> Attributes:
        """Return the attributes that an element may have, none with a type of texts."""
        return self.attributes_in(element.complex_type)

    def _attributes_of(self, number: int | None) -> Attributes:
        if number is None:
            return _NO_ATTRIBUTES
        found = self.components.complex_types[number]
        named = {attribute.name: attribute for attribute in found.attributes}
        return Attributes(named, found.wildcard)

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
        return self._names(element.complex_type)

    def _attribute_names(self, number: int | None) -> Candidates:
        named = self.attributes_in(number).named
        return Candidates(name.rpartition("}")[2] for name in named)

    def required_attributes(self, element: Element) -> tuple[str, ...]:
        """Return the names of the attributes that an element must have."""
        return self._required(element.complex_type)

    def _required_attributes(self, number: int | None) -> tuple[str, ...]:
        named = self.attributes_in(number).named
        return tuple(name for name, one in named.items() if one.required)

    def listed_attributes(self, element: Element) -> Mapping[str, Candidates]:
        """Return by their names the values of the attributes that have listed ones."""
        return self._listed(element.complex_type)

    def _listed_attributes(self, number: int | None) -> Mapping[str, Candidates]:
        named = self.attributes_in(number).named
        values = ((name, self._values_of(one)) for name, one in named.items())
        return {name: found for name, found in values if found}

    def _values_of(self, attribute: AttributeUse) -> Candidates:
        fixed = attribute.fixed
        return self.judge.written_choices(attribute.type if fixed is None else fixed)

    @property
    def survey(self) -> Survey:
        """What is known of all components."""
        return self._survey()

    def model(self, element: Element) -> Model | None:
        """Return what children an element may have, None if its content is simple."""
        return self._models(element.complex_type)

    def _model_of(self, number: int | None) -> Model | None:
        content = None
        if number is not None:
            content = self.components.complex_types[number].content
        return None if content is None else self._made(content)

    def _made(self, content: Particle) -> Model:
        from ctct_lint.schema.content.compile_free import compile_free, is_free
        from ctct_lint.schema.content.glushkov import compile_automaton
        from ctct_lint.schema.content.inside import Inside

        make = compile_free if is_free(content) else compile_automaton
        made = make(content, self.components)
        made.facts = self.facts
        made.known = self._elsewhere(frozenset(e.namespace for e in made.elements))
        made.inside = Inside(made.elements, self.held_by, self.variants)
        return made

    def _names_elsewhere(self, namespaces: frozenset[str]) -> frozenset[str]:
        """Return the names of the global elements that are in none of namespaces."""
        names = self.components.roots
        others = (n for n in names if n[1:].rpartition("}")[0] not in namespaces)
        return frozenset(others)

    def variants(self, element: Element) -> Iterator[Element]:
        """Yield an element with each type that only its `xsi:type` can give it."""
        number, types = element.complex_type, self.components.complex_types
        if number is None:
            return
        for other in self._derived().get(number, ()):
            if types[other].method not in {*element.block, *types[number].block}:
                yield element._replace(complex_type=other)

    def held_by(self, element: Element) -> Mapping[str, Element]:
        """Return what an element may hold, by the names in Clark notation."""
        number = element.complex_type
        return {} if number is None else self.held_in(number)

    def _held_in(self, number: int) -> Mapping[str, Element]:
        content = self.components.complex_types[number].content
        elements = () if content is None else elements_in(content, self.components)
        return {child.name: child for child in elements}

    def others_held_by(self, element: Element, namespace: str) -> Mapping[str, str]:
        """Return the local names of what an element may hold that is of another one.

        Each has its namespace.
        """
        # By its type, which an element can say itself.
        return self._others(element.complex_type, namespace)

    def _others_held_by(self, number: int | None, namespace: str) -> Mapping[str, str]:
        held = () if number is None else self.held_in(number).values()
        spaces = {e.local_name: e.namespace for e in held}
        return {name: uri for name, uri in spaces.items() if uri != namespace}

    def most_of(self, element: Element, names: tuple[str, ...]) -> int | None:
        """Return how many children of some local names an element may hold together.

        None for any number, and for one whose type says nothing of children.
        """
        number = element.complex_type
        return None if number is None else self._most(number, names)

    def _most_of(self, number: int, names: tuple[str, ...]) -> int | None:
        content = self.components.complex_types[number].content
        if content is None:
            return None
        return most_of(frozenset(names), content, self.components)

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
