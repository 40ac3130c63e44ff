"""The components of a schema, as XSD calls them: plain values that refer by number.

Elements and types stand in the lists of `Components`; whatever refers to one has
its index. So they hold no circles, and can be written as JSON and read again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str, ...]
_Component_co = TypeVar("_Component_co", covariant=True)


class Table(Protocol[_Component_co]):
    """Components by their numbers: a tuple of them, or what reads them when asked."""

    def __getitem__(self, number: int, /) -> _Component_co:
        """Return a component; IndexError if there is none of a number."""
        ...

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __iter__(self) -> Iterator[_Component_co]:
        """Yield all of them."""
        ...


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


class Attribute(NamedTuple):
    """An attribute's declaration; the name is in Clark notation.

    fixed    the type that has the only value allowed; None if there are more
    default  the value that it has where it is not written; None without one
    """

    name: str
    type: int
    required: bool
    fixed: int | None = None
    default: str | None = None


class Wildcard(NamedTuple):
    """What `xs:any` or `xs:anyAttribute` lets in.

    allowed   the namespaces, "" for none; None for all but those `refused`
    process   how it is checked: `strict`, `lax` or `skip`
    names     what it does not let in, in Clark notation, as XSD 1.1 can say
    """

    allowed: tuple[str, ...] | None
    refused: tuple[str, ...]
    process: str
    names: tuple[str, ...] = ()

    @property
    def local_name(self) -> str:
        """No name: a wildcard stands for many."""
        return ""

    def matches(self, name: str) -> bool:
        """Say whether it lets in a name in Clark notation."""
        if name in self.names:
            return False
        namespace = name[1:].rpartition("}")[0]
        if self.allowed is None:
            return namespace not in self.refused
        return namespace in self.allowed


class Constraint(NamedTuple):
    """An identity constraint: what must be unique, or known, inside an element.

    kind      `unique`, `key` or `keyref`
    name      in Clark notation, as is `refer`, the key that a keyref is about
    selector  the paths to the elements that must have the values
    fields    for each value the paths to it from there

    A path has steps: a name in Clark notation, `*` or `{uri}*`, the last one of a
    field with `@` before it if it is an attribute; `//` first: at any depth.
    """

    kind: str
    name: str
    selector: tuple[Path, ...]
    fields: tuple[tuple[Path, ...], ...]
    refer: str = ""


class Alternative(NamedTuple):
    """A type that an element of XSD 1.1 has if a test of its attributes is true.

    test        in XPath, "" for what is true always
    namespaces  the prefixes in it, each with its URI
    type        is it complex, and its number; None if no element may be so
    """

    test: str
    namespaces: tuple[tuple[str, str], ...]
    type: tuple[bool, int] | None


class Element(NamedTuple):
    """An element's declaration, global or local.

    number        its place among the elements of the schema
    name          in Clark notation
    complex_type  its type, if that has attributes or children
    simple_type   its type, if it is one of texts
    for_elements  may only elements stand in it, and no text?
    substitutes   the numbers of the elements that may stand for it
    facts         what a foreign annotation says of it, as (name, value)
    abstract      may only its substitutes stand?
    nillable      may it say that it has no value?
    fixed         the type that has the only value allowed; None if there are more
    default       the value that it has where nothing is written; None without one
    block         the ways of derivation that an `xsi:type` must not use
    constraints   what must be unique in it
    alternatives  the types that it may have, the first one with a true test counts;
                  its own type is any then
    """

    number: int
    name: str
    complex_type: int | None = None
    simple_type: int | None = None
    for_elements: bool = False
    substitutes: tuple[int, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    abstract: bool = False
    nillable: bool = False
    fixed: int | None = None
    default: str | None = None
    block: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    alternatives: tuple[Alternative, ...] = ()

    @property
    def may_be_empty(self) -> bool:
        """Has it a value where nothing is written?"""
        return self.default is not None

    @property
    def local_name(self) -> str:
        """The name without its namespace."""
        return self.name.rpartition("}")[2]

    @property
    def namespace(self) -> str:
        """The namespace of the name, "" for none."""
        return self.name[1:].rpartition("}")[0]

    @property
    def is_placeholder(self) -> bool:
        """Does it only stand for others?"""
        return self.abstract and bool(self.substitutes)

    def matches(self, name: str) -> bool:
        """Say whether an element of this name may stand here."""
        return name == self.name


Term = Element | Wildcard


class Particle(NamedTuple):
    """An element (its number), a wildcard or a group, and how often it may occur.

    `most` is None for any number of times.
    """

    term: int | Wildcard | Group
    least: int = 1
    most: int | None = 1


class Group(NamedTuple):
    """A model group; `kind` is `sequence`, `choice` or `all`."""

    kind: str
    particles: tuple[Particle, ...]


class OpenContent(NamedTuple):
    """What may stand beside the content of a type of XSD 1.1.

    at_end  may it stand only after all that the type names?
    """

    wildcard: Wildcard
    at_end: bool


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

    attributes: tuple[Attribute, ...]
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


class Components(NamedTuple):
    """All components of a schema.

    roots       the global elements by their names
    named       the types that have a name, by that: is it complex, and its number
    attributes  the global attributes by their names
    """

    elements: Table[Element]
    complex_types: Table[ComplexType]
    simple_types: Table[SimpleType]
    roots: dict[str, int]
    named: dict[str, tuple[bool, int]]
    attributes: dict[str, Attribute]
