"""Reading the components of a schema as xmlschema has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xmlschema.validators import XsdAnyAttribute, XsdComplexType, XsdElement, XsdGroup

from ctct_lint.schema.compiling.compiler_parts import (
    block_of,
    constraint_of,
    default_of,
    in_full,
    substitutes_of,
    wildcard_of,
)
from ctct_lint.schema.compiling.particles import simplified
from ctct_lint.schema.compiling.simple_types import SimpleTypes
from ctct_lint.schema.components.content import Group, OpenContent, Particle, Wildcard
from ctct_lint.schema.components.element import Alternative, Element
from ctct_lint.schema.components.types import AttributeUse, ComplexType, Facet
from ctct_lint.schema.names import XS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xmlschema import XMLSchema10
    from xmlschema.validators import XsdAttributeGroup


_FACT_PATH = f"{XS}annotation/{XS}appinfo/{{urn:ctct-lint:facts}}fact"


class Compiler(SimpleTypes):
    """Numbers the elements and types of a schema."""

    def __init__(self, schema: XMLSchema10) -> None:
        super().__init__()
        self.elements: dict[XsdElement, Any] = {}
        self.complex_types: dict[XsdComplexType, Any] = {}
        self._maps = schema.maps

    def element(self, found: XsdElement) -> int:
        """Return the number of an element's declaration."""
        # An element without children counts as false.
        declaration = found if found.ref is None else found.ref
        return self.number(declaration, self.elements, self._read_element)

    def type(self, found: Any) -> tuple[bool, int]:
        """Return whether a type is complex, and its number."""
        if isinstance(found, XsdComplexType):
            return True, self.number(found, self.complex_types, self._read_complex)
        return False, self.simple(found)

    def attribute(self, name: str, found: Any) -> AttributeUse:
        """Return an attribute; a fixed value makes a type of its own."""
        simple = self.simple(found.type)
        fixed = self._only(found.type, found)
        required = found.use == "required"
        return AttributeUse(name, simple, required, fixed, default_of(found))

    def _only(self, found: Any, declared: Any) -> int | None:
        """Return the type that restricts another one to a fixed value."""
        if declared.fixed is None:
            return None
        value = in_full(declared.fixed, found, declared)
        facet = Facet("enumeration", value)
        return self.restricted((declared, "fixed"), self.simple(found), facet)

    def _read_element(self, found: XsdElement) -> None:
        fact = found.elem.find(_FACT_PATH)
        type_ = self._type_of(found)
        is_complex, number = self.type(type_)
        self.elements[found] = Element(
            number=self.numbers[found],
            name=found.name,
            complex_type=number if is_complex else None,
            simple_type=None if is_complex else number,
            for_elements=not (type_.has_simple_content() or type_.has_mixed_content()),
            substitutes=tuple(map(self.element, substitutes_of(found))),
            facts=() if fact is None else tuple(fact.attrib.items()),
            abstract=found.abstract,
            nillable=found.nillable,
            fixed=self._only(self._content_of(found.type), found),
            default=default_of(found),
            block=block_of(found),
            constraints=tuple(map(constraint_of, found.identities)),
            alternatives=tuple(self._alternatives(found)),
        )

    def _alternatives(self, found: XsdElement) -> Iterator[Alternative]:
        """Yield the types of an element of XSD 1.1, its own as the last one."""
        for one in found.alternatives:
            spaces = {**found.schema.namespaces, "": one.xpath_default_namespace}
            kind = None if one.type.name == f"{XS}error" else self.type(one.type)
            yield Alternative(one.path or "", tuple(spaces.items()), kind)
        if found.alternatives:
            yield Alternative("", (), self.type(found.type))

    def _type_of(self, found: XsdElement) -> Any:
        """Return the type of which all are that a document can have."""
        return self._maps.types[f"{XS}anyType"] if found.alternatives else found.type

    def _content_of(self, found: Any) -> Any:
        """Return the type of the text of a type; for mixed content any text will do."""
        if not isinstance(found, XsdComplexType):
            return found
        if isinstance(found.content, XsdGroup):
            return self._maps.types[f"{XS}string"]
        return found.content

    def _read_complex(self, found: XsdComplexType) -> None:
        is_group = isinstance(found.content, XsdGroup)
        attributes = found.attributes
        wildcard = attributes.get(None)
        base: Any = found.base_type
        is_complex, number = (False, None) if base is None else self.type(base)
        self.complex_types[found] = ComplexType(
            attributes=tuple(self._attributes(attributes)),
            wildcard=None if wildcard is None else self._wildcard(wildcard),
            mixed=found.mixed,
            simple=None if is_group else self.simple(found.content),
            content=simplified(self._particle(found.content)) if is_group else None,
            name=found.name or "",
            base=number if is_complex and base is not found else None,
            method=found.derivation or "",
            abstract=found.abstract,
            block=block_of(found),
            of_simple=None if is_complex else number,
            open=self._open(found),
        )

    def _open(self, found: XsdComplexType) -> OpenContent | None:
        content = found.open_content
        if content is None or content.any_element is None:
            return None
        return OpenContent(
            self._wildcard(content.any_element), content.mode == "suffix"
        )

    def _attributes(self, group: XsdAttributeGroup) -> Iterator[AttributeUse]:
        for name, found in group.items():
            if name is not None and found.use != "prohibited":
                yield self.attribute(name, found)

    def _particle(self, found: Any) -> Particle:
        term: int | Wildcard | Group
        if isinstance(found, XsdGroup):
            term = Group(found.model, tuple(map(self._particle, found)))
        elif isinstance(found, XsdElement):
            term = self.element(found)
        else:
            term = self._wildcard(found)
        return Particle(term, found.min_occurs, found.max_occurs)

    def _wildcard(self, found: Any) -> Wildcard:
        """Return a wildcard; the names of siblings are those of the group it is in."""
        names = {name for name in found.not_qname if not name.startswith("##")}
        if "##defined" in found.not_qname:
            is_attribute = isinstance(found, XsdAnyAttribute)
            names |= {*(self._maps.attributes if is_attribute else self._maps.elements)}
        if "##definedSibling" in found.not_qname:
            names |= {one.name for one in found.parent if isinstance(one, XsdElement)}
        return wildcard_of(found)._replace(names=tuple(sorted(names)))
