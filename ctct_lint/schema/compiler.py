"""Reading the components of a schema as xmlschema has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xmlschema.validators import (
    XsdAnyAttribute,
    XsdComplexType,
    XsdElement,
    XsdGroup,
    XsdKeyref,
)

from ctct_lint.schema.components import (
    Alternative,
    Attribute,
    ComplexType,
    Constraint,
    Element,
    Facet,
    Group,
    OpenContent,
    Particle,
    SimpleType,
    Wildcard,
)
from ctct_lint.schema.later_types import LATER, ZONES
from ctct_lint.schema.particles import simplified
from ctct_lint.schema.paths import read_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xmlschema import XMLSchema10
    from xmlschema.validators import XsdAttributeGroup

_XS = "{http://www.w3.org/2001/XMLSchema}"
_FACT_PATH = f"{_XS}annotation/{_XS}appinfo/{{urn:ctct-lint:facts}}fact"
_FACETS = frozenset(
    f"{_XS}{kind}"
    for kind in (
        "length",
        "minLength",
        "maxLength",
        "pattern",
        "enumeration",
        "whiteSpace",
        "minInclusive",
        "minExclusive",
        "maxInclusive",
        "maxExclusive",
        "totalDigits",
        "fractionDigits",
    )
)
_NAMES = frozenset({f"{_XS}QName", f"{_XS}NOTATION"})
_ALL = ("extension", "restriction", "substitution")


class Compiler:
    """Numbers components in the order in which they are met.

    Elements and types may hold each other, so their insides are read later.
    """

    def __init__(self, schema: XMLSchema10) -> None:
        self.elements: dict[XsdElement, Any] = {}
        self.complex_types: dict[XsdComplexType, Any] = {}
        self.simple_types: dict[Any, Any] = {}
        self._maps = schema.maps
        self._numbers: dict[Any, int] = {}
        self._todo: list[tuple[Any, Any]] = []

    def finish(self) -> None:
        """Read the insides of all that was met."""
        while self._todo:
            component, read = self._todo.pop()
            read(component)

    def element(self, found: XsdElement) -> int:
        """Return the number of an element's declaration."""
        # An element without children counts as false.
        declaration = found if found.ref is None else found.ref
        return self._number(declaration, self.elements, self._read_element)

    def type(self, found: Any) -> tuple[bool, int]:
        """Return whether a type is complex, and its number."""
        if isinstance(found, XsdComplexType):
            return True, self._complex(found)
        return False, self._simple(found)

    def attribute(self, name: str, found: Any) -> Attribute:
        """Return an attribute; a fixed value makes a type of its own."""
        simple = self._simple(found.type)
        fixed = self._only(found.type, found)
        required = found.use == "required"
        return Attribute(name, simple, required, fixed, _default(found))

    def _number(self, component: Any, table: dict[Any, Any], read: Any) -> int:
        if component not in table:
            self._numbers[component] = len(table)
            table[component] = None
            self._todo.append((component, read))
        return self._numbers[component]

    def _only(self, found: Any, declared: Any) -> int | None:
        """Return the type that restricts another one to a fixed value."""
        if declared.fixed is None:
            return None
        simple = self._simple(found)
        value = _in_full(declared.fixed, found, declared)
        facet = Facet("enumeration", value)
        key = (declared, "fixed")
        self._numbers[key] = len(self.simple_types)
        self.simple_types[key] = SimpleType("", base=simple, facets=(facet,))
        return self._numbers[key]

    def _read_element(self, found: XsdElement) -> None:
        fact = found.elem.find(_FACT_PATH)
        type_ = self._type_of(found)
        is_complex, number = self.type(type_)
        self.elements[found] = Element(
            number=self._numbers[found],
            name=found.name,
            complex_type=number if is_complex else None,
            simple_type=None if is_complex else number,
            for_elements=_is_for_elements(type_),
            substitutes=tuple(map(self.element, _substitutes(found))),
            facts=() if fact is None else tuple(fact.attrib.items()),
            abstract=found.abstract,
            nillable=found.nillable,
            fixed=self._only(self._content_of(found.type), found),
            default=_default(found),
            block=_block(found),
            constraints=tuple(map(_constraint, found.identities)),
            alternatives=tuple(self._alternatives(found)),
        )

    def _alternatives(self, found: XsdElement) -> Iterator[Alternative]:
        """Yield the types of an element of XSD 1.1, its own as the last one."""
        for one in found.alternatives:
            spaces = {**found.schema.namespaces, "": one.xpath_default_namespace}
            kind = None if one.type.name == f"{_XS}error" else self.type(one.type)
            yield Alternative(one.path or "", tuple(spaces.items()), kind)
        if found.alternatives:
            yield Alternative("", (), self.type(found.type))

    def _type_of(self, found: XsdElement) -> Any:
        """Return the type of which all are that a document can have."""
        return self._maps.types[f"{_XS}anyType"] if found.alternatives else found.type

    def _content_of(self, found: Any) -> Any:
        """Return the type of the text of a type; for mixed content any text will do."""
        if not isinstance(found, XsdComplexType):
            return found
        if isinstance(found.content, XsdGroup):
            return self._maps.types[f"{_XS}string"]
        return found.content

    def _complex(self, found: Any) -> int:
        return self._number(found, self.complex_types, self._read_complex)

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
            simple=None if is_group else self._simple(found.content),
            content=simplified(self._particle(found.content)) if is_group else None,
            name=found.name or "",
            base=number if is_complex and base is not found else None,
            method=found.derivation or "",
            abstract=found.abstract,
            block=_block(found),
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

    def _attributes(self, group: XsdAttributeGroup) -> Iterator[Attribute]:
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
        return _wildcard(found)._replace(names=tuple(sorted(names)))

    def _simple(self, found: Any) -> int:
        return self._number(found, self.simple_types, self._read_simple)

    def _read_simple(self, found: Any) -> None:
        self.simple_types[found] = self._simple_type(found)

    def _simple_type(self, found: Any) -> SimpleType:
        name = found.local_name or ""
        if name in LATER and found.name == f"{_XS}{name}":
            facets = (Facet("pattern", LATER[name]),)
            return SimpleType(name, base=self._simple(found.base_type), facets=facets)
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
        return SimpleType(
            name, base=self._base(found, base), facets=tuple(_facets(found))
        )

    def _base(self, found: Any, base: Any) -> int:
        """Return the number of a base type, with the time zone that a type asks for.

        That is a pattern too, which is not one of several to choose from.
        """
        zone = found.elem.find(f"{_XS}explicitTimezone")
        pattern = None if zone is None else ZONES.get(zone.get("value"))
        number = self._simple(base)
        if pattern is None:
            return number
        key = (found, "zone")
        self._numbers[key] = len(self.simple_types)
        facets = (Facet("pattern", pattern),)
        self.simple_types[key] = SimpleType("", base=number, facets=facets)
        return self._numbers[key]


def _default(found: Any) -> str | None:
    value: str | None = found.fixed if found.default is None else found.default
    return value


def _facets(found: Any) -> Iterator[Facet]:
    for child in found.elem:
        if child.tag in _FACETS:
            kind, value = child.tag.removeprefix(_XS), child.get("value", "")
            if kind == "enumeration":
                value = _in_full(value, found, found)
            yield Facet(kind, value)


def _in_full(value: str, found: Any, written: Any) -> str:
    """Return a value with its namespace in place of a prefix, if it is a name."""
    root = getattr(found, "root_type", None)
    if root is None or root.name not in _NAMES:
        return value
    prefix, _, local = value.strip().rpartition(":")
    uri = written.schema.namespaces.get(prefix, "")
    return f"{{{uri}}}{local}" if uri else local


def _substitutes(head: XsdElement) -> Iterator[XsdElement]:
    if "substitution" not in _block(head):
        # xmlschema has them in no order, another one in each process.
        yield from sorted(set(head.iter_substitutes()), key=lambda e: e.name)


def _block(found: Any) -> tuple[str, ...]:
    words = (found.block or "").split()
    return _ALL if "#all" in words else tuple(words)


def _constraint(found: Any) -> Constraint:
    refer: Any = found.refer if isinstance(found, XsdKeyref) else None
    spaces = found.schema.namespaces
    return Constraint(
        kind=found.elem.tag.removeprefix(_XS),
        name=found.name,
        selector=read_paths(found.selector.path, spaces),
        fields=tuple(read_paths(field.path, spaces) for field in found.fields),
        refer="" if refer is None else refer.name,
    )


def _is_for_elements(found: Any) -> bool:
    return not (found.has_simple_content() or found.has_mixed_content())


def _wildcard(found: Any) -> Wildcard:
    process = found.process_contents
    if found.not_namespace:
        return Wildcard(None, tuple(sorted(found.not_namespace)), process)
    if "##any" in found.namespace:
        return Wildcard(None, (), process)
    if "##other" in found.namespace:
        return Wildcard(None, ("", found.target_namespace), process)
    return Wildcard(tuple(sorted(found.namespace)), (), process)
