"""Elements as a schema declares them, global or local, and what is said with them."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.content import Wildcard

Path = tuple[str, ...]


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
    substitutes   the numbers of the elements that may stand for it, placeholders last
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
