"""What the content of complex types is made of, as their files have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XS, XSD, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.sources.declared import File

    # The namespace and the local name of what a schema declares.
    Name = tuple[object, str]

GROUPS = frozenset({"sequence", "choice", "all"})
# What leads to the content of a type.
_WAYS = frozenset({"complexContent", "extension", "restriction"})
_ANY_TYPE = (XSD, "anyType")
_REDEFINED = (f"{XS}redefine", f"{XS}override")


class Particle(NamedTuple):
    """An element in the content of a type: its name, its declaration, where it is.

    type  its name, or its own definition; None where that is not known
    """

    name: Name
    type: object
    at: _Element


class Globals:
    """What the files of a schema declare at their top, by kinds and names.

    is_plain         has each file a namespace of its own, and redefines nothing?
    has_substitutes  may other elements stand where one is named?
    """

    def __init__(self, files: Sequence[File]) -> None:
        self._found: dict[tuple[str, Name], tuple[_Element, File]] = {}
        self.is_plain = True
        self.has_substitutes = False
        for file in files:
            self._note(file)

    def _note(self, file: File) -> None:
        (space, *_) = file.spaces
        is_own = file.spaces == {file.tree.get("targetNamespace", "")}
        if not is_own or next(file.tree.iter(*_REDEFINED), None) is not None:
            self.is_plain = False
        for one in file.tree:
            name = one.get("name")
            if name and isinstance(one.tag, str):
                self._found[local_name(one), (space, name)] = one, file
                self.has_substitutes |= "substitutionGroup" in one.attrib

    def find(self, kind: str, name: Name) -> tuple[_Element, File] | None:
        """Return what is declared, with its file; None if nothing is."""
        return self._found.get((kind, name))

    def named(
        self, element: _Element, attribute: str, kind: str
    ) -> tuple[_Element, File] | None:
        """Return what an attribute names; None if it names nothing of the schema."""
        written = element.get(attribute)
        return None if written is None else self.find(kind, name_in(element, written))


def name_in(element: _Element, written: str) -> Name:
    """Return a name in a value by the prefixes of its element."""
    prefix, _, local = written.strip().rpartition(":")
    return element.nsmap.get(prefix or None) or "", local


def name_of(element: _Element, file: File) -> Name:
    """Return the name of an element that is declared in a type."""
    default = file.tree.get("elementFormDefault", "unqualified")
    (space, *_) = file.spaces
    is_qualified = element.get("form", default) == "qualified"
    return space if is_qualified else "", element.get("name", "")


def type_of(element: _Element) -> object:
    """Return the name of the type of an element, or its own definition."""
    if element.get("type") is not None:
        return name_in(element, element.get("type", ""))
    own = next(element.iterchildren(f"{XS}simpleType", f"{XS}complexType"), None)
    if own is not None:
        return own
    return None if "substitutionGroup" in element.attrib else _ANY_TYPE


def content_of(definition: _Element) -> _Element | None:
    """Return what a type, or a group, says of its content; None if that is nothing."""
    for child in definition:
        kind = local_name(child) if isinstance(child.tag, str) else ""
        if kind in GROUPS or kind == "group":
            return child
        if kind in _WAYS:
            return content_of(child)
    return None


def particles_in(content: _Element, file: File, known: Globals) -> Iterator[Particle]:
    """Yield the elements that content names itself, without those of groups."""
    for child in content.iter(f"{XS}element"):
        if _is_in(child, content):
            written = child.get("ref")
            if written is None:
                yield Particle(name_of(child, file), type_of(child), child)
            else:
                found = known.named(child, "ref", "element")
                kind = None if found is None else type_of(found[0])
                yield Particle(name_in(child, written), kind, child)


def _is_in(element: _Element, content: _Element) -> bool:
    """Is an element a part of content, and not of what an element of it holds?"""
    parent = element.getparent()
    while parent is not None and parent is not content:
        if local_name(parent) not in GROUPS:
            return False
        parent = parent.getparent()
    return True
