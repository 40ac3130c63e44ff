"""The facts of a user's vocabulary, as its compiled schema has them.

A document has to do with few of its elements. To read the declarations in the files of
a large schema would take longer than all else that is done for a document.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from ctct_lint.schema.components.content import Group
from ctct_lint.schema.components.held import concrete
from ctct_lint.schema.facts.facts import Facts
from ctct_lint.schema.facts.read import fact_from
from ctct_lint.schema.names import XS, local_of
from ctct_lint.text.prose import as_markdown
from ctct_lint.xml.parsing import parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from lxml.etree import _Element
    from typing_extensions import Self

    from ctct_lint.schema.components.components import Components
    from ctct_lint.schema.components.content import Particle
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.facts.fact import Fact
    from ctct_lint.schema.schema import Schema
    from ctct_lint.schema.user_schema import UserSchema

_Made = TypeVar("_Made")
_DECLARING = (f"{XS}element", f"{XS}complexType")


class ModelFacts(Facts):
    """Answers out of the components of a schema; what is documented, out of its file.

    Elements of such a vocabulary are not known by URIs, and no words by what they mean.
    """

    _schema: UserSchema
    _children: dict[str, Mapping[str, Fact]]
    _made: dict[tuple[Callable[[Facts, str], Any], str], Any]

    def __new__(cls, schema: UserSchema) -> Self:
        """Take a schema; it is compiled when something is asked for."""
        made = super().__new__(cls)
        made._schema = schema
        made._children = {}
        made._made = {}
        return made

    def __eq__(self, other: object) -> bool:
        """Is it the same one? By their files all would be the same."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Is it another one? A tuple does not ask `__eq__`."""
        return self is not other

    __hash__ = object.__hash__

    def children_of(self, owner: str) -> Mapping[str, Fact]:
        """Return the facts of a parent's children, in the order of the schema."""
        found = self._children.get(owner)
        if found is None:
            found = self._children[owner] = dict(self._facts_of(owner))
        return found

    def element_names(self) -> frozenset[str]:
        """Return the names of all elements that the schema declares."""
        compiled = self._compiled
        return frozenset(() if compiled is None else compiled.survey.numbers())

    def paths(self) -> Mapping[str, str]:
        """Return nothing: no such element is known by its URI."""
        return {}

    def path_of(self, name: str) -> str:
        """Return "": no such element is known by its URI."""
        del name
        return ""

    def once(self, make: Callable[[Facts, str], _Made], owner: str) -> _Made:
        """Return what is made of a parent's children; it goes with the schema."""
        key = make, owner
        if key not in self._made:
            self._made[key] = make(self, owner)
        made: _Made = self._made[key]
        return made

    def documentation(self, owner: str, name: str, kind: str = "element") -> str:
        """Return what the schema's own file says of an element or an attribute."""
        sources = self._schema.sources
        if "documentation" not in sources.text(sources.url):
            return ""
        types = frozenset(self._types_of(owner))
        for declaration in self._root.iterfind(f".//{XS}{kind}[@name='{name}']"):
            if _stands_in(declaration, owner, types):
                return as_markdown(_said(declaration))
        return ""

    @property
    def _compiled(self) -> Schema | None:
        return self._schema.compiled(self)

    @cached_property
    def _root(self) -> _Element:
        sources = self._schema.sources
        return parsed(sources.text(sources.url))

    def _elements(self, name: str) -> Iterator[tuple[Schema, Element]]:
        """Yield what is declared by a local name, with the schema that has it."""
        compiled = self._compiled
        if compiled is not None:
            for number in compiled.survey.numbers().get(name, ()):
                yield compiled, compiled.components.elements[number]

    def _types_of(self, name: str) -> Iterator[str]:
        """Yield the local names of the types of elements; "" of those without one."""
        for compiled, element in self._elements(name):
            of_type = compiled.complex_type(element)
            if of_type is not None:
                yield local_of(of_type.name)

    def _facts_of(self, owner: str) -> Iterator[tuple[str, Fact]]:
        for compiled, element in self._elements(owner):
            of_type = compiled.complex_type(element)
            if of_type is not None and of_type.content is not None:
                for child, many in _held(
                    of_type.content, compiled.components, many=False
                ):
                    fact = fact_from(dict(child.facts), owner, child.local_name)
                    yield child.local_name, fact._replace(many=many)


def _held(
    particle: Particle, components: Components, *, many: bool
) -> Iterator[tuple[Element, bool]]:
    """Yield the elements of a content, each with whether there may be any number."""
    term, many = particle.term, many or particle.most is None
    if isinstance(term, int):
        for element in concrete(components.elements[term], components):
            yield element, many
    elif isinstance(term, Group):
        for inner in term.particles:
            yield from _held(inner, components, many=many)


def _said(declaration: _Element) -> str:
    """Return the first documentation with more than a word, as a version is one."""
    every = declaration.iterfind(f"{XS}annotation/{XS}documentation")
    said = [" ".join("".join(map(str, one.itertext())).split()) for one in every]
    return next((text for text in said if " " in text), "")


def _stands_in(declaration: _Element, owner: str, types: Collection[str]) -> bool:
    """Is it declared in the element of a name, or in one of its types?"""
    for above in declaration.iterancestors(*_DECLARING):
        name = above.get("name")
        if name is not None:
            is_type = above.tag == f"{XS}complexType"
            return name in types if is_type else name == owner
    return not owner
