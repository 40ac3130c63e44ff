"""Types, of texts and of elements that have attributes or children; XSD's own names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.schema.components.content import OpenContent, Particle, Wildcard

_FACETS = """
length minLength maxLength pattern enumeration
minInclusive minExclusive maxInclusive maxExclusive totalDigits fractionDigits
"""
# Those that a value may break; `whiteSpace` says how it is read.
FACETS = frozenset(_FACETS.split())
_NAMES = """
anySimpleType string normalizedString token language Name NCName ID IDREF IDREFS ENTITY
ENTITIES NMTOKEN NMTOKENS boolean decimal integer nonPositiveInteger negativeInteger
long int short byte nonNegativeInteger positiveInteger unsignedLong unsignedInt
unsignedShort unsignedByte float double duration dateTime date time gYear gYearMonth
gMonth gMonthDay gDay hexBinary base64Binary anyURI QName NOTATION
"""
# Those that every document may name; those of schemas themselves are none.
BUILT_IN = frozenset(_NAMES.split())
# Of XSD 1.1 there are two that nothing can be restricted to.
KNOWN = BUILT_IN | {"anyAtomicType", "error"}
# What a schema may name, of both versions.
TYPES = KNOWN | {*("anyType", "dateTimeStamp", "dayTimeDuration", "yearMonthDuration")}


class Facet(NamedTuple):
    """A constraint of a restriction: `maxLength` of `80`."""

    kind: str
    value: str


class SimpleType(NamedTuple):
    """A type of texts; the varieties of XSD: restriction, union or list.

    name      the local name, "" for an anonymous type
    base      the type that this one restricts; None for one of XSD's own
    members   the types of a union
    item      the type of a list's items
    facets    what the restriction adds to its base
    """

    name: str
    base: int | None = None
    members: tuple[int, ...] = ()
    item: int | None = None
    facets: tuple[Facet, ...] = ()

    @property
    def is_builtin(self) -> bool:
        """Is it one of XSD's own types?"""
        return self.base is None and self.item is None and not self.members

    @property
    def enumerated(self) -> list[str]:
        """The values that it lists itself."""
        return [facet.value for facet in self.facets if facet.kind == "enumeration"]


class AttributeUse(NamedTuple):
    """An attribute's declaration; the name is in Clark notation.

    fixed    the type that has the only value allowed; None if there are more
    default  the value that it has where it is not written; None without one
    """

    name: str
    type: int
    required: bool
    fixed: int | None = None
    default: str | None = None


class ComplexType(NamedTuple):
    """A type of elements that have attributes or children.

    attributes  by their names
    wildcard    what else may stand as an attribute
    mixed       may text stand between the children?
    simple      the type of the text, where the content is simple
    content     the children, where it is not; None for none at all
    name        in Clark notation, "" for an anonymous type
    base        the type that it is derived from, if that is one of these
    method      how it is derived: `extension`, `restriction` or ""
    abstract    may only types derived from it be used?
    block       the ways of derivation that an `xsi:type` must not use
    of_simple   the type of texts that it is an extension of
    open        what may stand beside the content, if anything
    """

    attributes: tuple[AttributeUse, ...]
    wildcard: Wildcard | None
    mixed: bool
    simple: int | None
    content: Particle | None
    name: str = ""
    base: int | None = None
    method: str = ""
    abstract: bool = False
    block: tuple[str, ...] = ()
    of_simple: int | None = None
    open: OpenContent | None = None
