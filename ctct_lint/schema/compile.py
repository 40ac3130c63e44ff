"""From an XSD to its components, with xmlschema: files only, no network.

This is done once for a schema, when it changes. Nothing else imports xmlschema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xmlschema.validators import XsdComplexType, XsdElement, XsdGroup

from ctct_lint.schema.components import (
    Attribute,
    ComplexType,
    Components,
    Element,
    Facet,
    Group,
    Particle,
    SimpleType,
    Wildcard,
)
from ctct_lint.schema.notes import Notes
from ctct_lint.schema.sources.sources import Sources
from ctct_lint.schema.sources.xsd import read_schema

if TYPE_CHECKING:
    from xmlschema import XMLSchema10
    from xmlschema.validators import XsdAttributeGroup, XsdSimpleType

_XS = "{http://www.w3.org/2001/XMLSchema}"
_FACT_PATH = f"{_XS}annotation/{_XS}appinfo/{{urn:ctct-lint:facts}}fact"
_NO_FACETS = frozenset({f"{_XS}annotation", f"{_XS}simpleType"})


def compile_file(path: str) -> Components:
    """Return the components of a schema; only its own folder is ever read."""
    return compile_schema(read_schema(Sources(path)))


def compile_notes(schema: XMLSchema10) -> Notes:
    """Return the documentation in a schema, by the numbers of its components."""
    compiler, _ = _compiled(schema)
    attributes = {
        (number, name): _documentation(attribute)
        for number, kind in enumerate(compiler.complex_types)
        for name, attribute in kind.attributes.items()
        if name is not None
    }
    return Notes(tuple(map(_documentation, compiler.elements)), attributes)


def compile_schema(schema: XMLSchema10) -> Components:
    """Return the components of a schema that xmlschema has read."""
    compiler, roots = _compiled(schema)
    return Components(
        elements=tuple(compiler.elements.values()),
        complex_types=tuple(compiler.complex_types.values()),
        simple_types=tuple(compiler.simple_types.values()),
        roots=roots,
    )


def _compiled(schema: XMLSchema10) -> tuple[_Compiler, dict[str, int]]:
    """Return a compiler that has met all components, and the numbers of the roots."""
    compiler = _Compiler()
    for element in schema.maps.iter_components(XsdElement):
        if isinstance(element, XsdElement) and _is_own(element):
            compiler.element(element)
    own = (element for element in schema.maps.elements.values() if _is_own(element))
    roots = {element.name: compiler.element(element) for element in own}
    compiler.finish()
    return compiler, roots


def _documentation(found: Any) -> str:
    """Return what the annotation of a component says, or else that of its type."""
    for annotation in (found.annotation, found.type.annotation):
        texts = () if annotation is None else annotation.documentation
        words = [" ".join("".join(text.itertext()).split()) for text in texts]
        if any(words):
            return "\n\n".join(filter(None, words))
    return ""


def _is_own(element: XsdElement) -> bool:
    """Is it none of the schema of schemas?"""
    return element.schema.meta_schema is not None


class _Compiler:
    """Numbers components in the order in which they are met.

    Elements and types may hold each other, so their insides are read later.
    """

    def __init__(self) -> None:
        self.elements: dict[XsdElement, Any] = {}
        self.complex_types: dict[XsdComplexType, Any] = {}
        self.simple_types: dict[XsdSimpleType, Any] = {}
        self._numbers: dict[Any, int] = {}
        self._todo: list[tuple[Any, Any]] = []

    def finish(self) -> None:
        """Read the insides of all that was met."""
        while self._todo:
            component, read = self._todo.pop()
            read(component)

    def element(self, found: XsdElement) -> int:
        # An element without children counts as false.
        declaration = found if found.ref is None else found.ref
        return self._number(declaration, self.elements, self._read_element)

    def _number(self, component: Any, table: dict[Any, Any], read: Any) -> int:
        if component not in table:
            self._numbers[component] = len(table)
            table[component] = None
            self._todo.append((component, read))
        return self._numbers[component]

    def _read_element(self, found: XsdElement) -> None:
        fact = found.elem.find(_FACT_PATH)
        is_complex = isinstance(found.type, XsdComplexType)
        self.elements[found] = Element(
            number=self._numbers[found],
            name=found.name,
            complex_type=self._complex(found.type) if is_complex else None,
            simple_type=None if is_complex else self._simple(found.type),
            for_elements=_is_for_elements(found.type),
            substitutes=tuple(other.name for other in found.iter_substitutes()),
            facts=() if fact is None else tuple(fact.attrib.items()),
        )

    def _complex(self, found: Any) -> int:
        return self._number(found, self.complex_types, self._read_complex)

    def _read_complex(self, found: XsdComplexType) -> None:
        is_group = isinstance(found.content, XsdGroup)
        attributes = found.attributes
        wildcard = attributes.get(None)
        self.complex_types[found] = ComplexType(
            attributes=tuple(self._attributes(attributes)),
            wildcard=None if wildcard is None else _wildcard(wildcard),
            mixed=found.mixed,
            simple=None if is_group else self._simple(found.content),
            content=self._particle(found.content) if is_group else None,
        )

    def _attributes(self, group: XsdAttributeGroup) -> list[Attribute]:
        declared = {name: a for name, a in group.items() if name is not None}
        return [
            Attribute(name, self._simple(a.type), a.use == "required")
            for name, a in declared.items()
        ]

    def _particle(self, found: Any) -> Particle:
        term: int | Wildcard | Group
        if isinstance(found, XsdGroup):
            term = Group(found.model, tuple(map(self._particle, found)))
        elif isinstance(found, XsdElement):
            term = self.element(found)
        else:
            term = _wildcard(found)
        return Particle(term, found.min_occurs, found.max_occurs)

    def _simple(self, found: Any) -> int:
        return self._number(found, self.simple_types, self._read_simple)

    def _read_simple(self, found: Any) -> None:
        self.simple_types[found] = self._simple_type(found)

    def _simple_type(self, found: Any) -> SimpleType:
        name = found.local_name or ""
        if found.name and found.name.startswith(_XS):
            return SimpleType(name)
        if found.elem.tag == f"{_XS}union":
            return SimpleType(
                name, members=tuple(map(self._simple, found.member_types))
            )
        if found.elem.tag == f"{_XS}list":
            return SimpleType(name, item=self._simple(found.item_type))
        base = found.base_type
        if isinstance(base, XsdComplexType):
            base = base.content
        facets = (child for child in found.elem if child.tag not in _NO_FACETS)
        values = tuple(
            Facet(child.tag.removeprefix(_XS), child.get("value", ""))
            for child in facets
            if isinstance(child.tag, str)
        )
        return SimpleType(name, base=self._simple(base), facets=values)


def _is_for_elements(found: Any) -> bool:
    return not (found.has_simple_content() or found.has_mixed_content())


def _wildcard(found: Any) -> Wildcard:
    process = found.process_contents
    if "##any" in found.namespace:
        return Wildcard(None, (), process)
    if "##other" in found.namespace:
        return Wildcard(None, ("", found.target_namespace), process)
    return Wildcard(tuple(found.namespace), (), process)
