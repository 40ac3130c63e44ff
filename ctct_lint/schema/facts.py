"""The facts that stand in the annotations of schemas, read once a run.

Each element declaration may carry a documentation and one `<f:fact>`; what its
attributes mean is said at the head of campaign.xsd. A schema without facts still says
which elements there are.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

XS = "{http://www.w3.org/2001/XMLSchema}"
_ALSO = "{urn:ctct-lint:facts}also"
# A word of less is close to too many.
_SHORTEST = 5
_TYPES = frozenset({f"{XS}simpleType", f"{XS}complexType"})
FACT = "{urn:ctct-lint:facts}fact"


class Fact(NamedTuple):
    """What is known of one element in one parent.

    required, wanted   the operations for which it must, or should, be there
    maximum            how many characters the value may have, softly; 0: no limit
    limit_from         the evidence for the maximum, "" without one
    at_most            how often it may stand in its parent; 0: any number
    also               what others call the element, as `spelling.bare` has it
    decides            does the value say who consents or receives, and so is no
                       fix of it safe?
    placeholder        what a fix may write where the value is missing; "": nothing
    type_name          the type that the declaration names; "" for one of its own
    repeats            is it known that the server takes it twice?
    path               what the URIs have in them that are its `id`; "" without such
    many               may any number of it stand in its parent?
    should             the simple type that the value ought to have; "" for its own
    """

    name: str
    owner: str
    required: frozenset[str]
    wanted: frozenset[str]
    readonly: bool
    erases: bool
    also: frozenset[str]
    decides: bool
    maximum: int
    limit_from: str
    at_most: int
    values: tuple[str, ...]
    value_format: str
    evidence: str
    source: str
    placeholder: str
    type_name: str
    should: str
    repeats: bool
    path: str
    many: bool


class Facts(NamedTuple):
    """The facts of the schema files of one vocabulary; it can be pickled.

    folder  where the files are
    files   their names; of elements that stand in several, the first one counts
    codes   a further file that has types alone, "" for none
    """

    folder: str = ""
    files: tuple[str, ...] = ()
    codes: str = ""

    def of_file(self, file: str) -> Mapping[tuple[str, str], Fact]:
        """Return the facts of a schema file by (name of the parent, name)."""
        return _facts(self._path(file))

    def of(self, file: str, owner: str) -> Mapping[str, Fact]:
        """Return the facts of one parent's children by their names, as a file says."""
        return _facts_of(self._path(file), owner)

    def children_of(self, owner: str) -> Mapping[str, Fact]:
        """Return the facts of a parent's children, whichever schema it stands in."""
        return _children_of(self, owner)

    def element_names(self) -> frozenset[str]:
        """Return the names of all elements that the schemas declare."""
        return _element_names(self)

    def first_sentence(self, owner: str, name: str) -> str:
        """Return what the schemas say at first of an element of `owner`, or ""."""
        return self.documentation(owner, name).partition(". ")[0].rstrip(".")

    def documentation(self, owner: str, name: str, kind: str = "element") -> str:
        """Return what the schemas say of an element or an attribute of `owner`."""
        return _documentation_of(self, owner, name, kind)

    def code_list(self, name: str) -> frozenset[str]:
        """Return the values of an enumeration of codes; KeyError if there is none."""
        return _code_list(self._path(self.codes), name)

    def enumerated(self, owner: str) -> Mapping[str, frozenset[str]]:
        """Return the values of each child that must have one of a few when sent."""
        return _enumerated(self, owner)

    def pattern_of(self, file: str, name: str) -> re.Pattern[str]:
        """Return the pattern of a simple type; it means the same in XSD and Python."""
        return _pattern_of(self._path(file), name)

    def open_to(self, file: str, namespace: str) -> frozenset[str]:
        """Return the elements in which a wildcard lets that namespace's elements in."""
        return _open_to(self._path(file), namespace)

    def references(self, file: str) -> frozenset[tuple[str, str]]:
        """Return (name of the parent, name) of what is declared once for several."""
        return _references(self._path(file))

    def root(self, file: str) -> _Element:
        """Return the root of a schema file; do not change it."""
        return _root(self._path(file))

    def paths(self) -> Mapping[str, str]:
        """Return what the URIs of elements have in them, by the names of those."""
        return _paths(self)

    def path_of(self, name: str) -> str:
        """Return what the URIs of elements of a name have in them, "" without such."""
        return _paths(self).get(name, "")

    def called(self, word: str, values: frozenset[str]) -> str:
        """Return the value that people call so, "" if that is not known.

        The words stand in the annotations of the types, as `f:also`: for `MA`,
        `Massachusetts`. Case and separators do not count.
        """
        return min(_words(self).get(bare(word), frozenset()) & values, default="")

    def nearly_called(self, word: str, values: frozenset[str]) -> str:
        """Return the value that people call so, or close to it; "" if none is."""
        return _nearly_called(self, word, values)

    def _path(self, file: str) -> str:
        return os.path.join(self.folder, file)


NO_FACTS = Facts()


@cache
def _facts(path: str) -> Mapping[tuple[str, str], Fact]:
    return {
        (owner, element.get("name", "")): _fact(element, owner)
        for owner, element in _declared(path)
    }


@cache
def _facts_of(path: str, owner: str) -> Mapping[str, Fact]:
    # A document has to do with few owners: the facts of others are not made.
    own = (element for name, element in _declared(path) if name == owner)
    return {element.get("name", ""): _fact(element, owner) for element in own}


@cache
def _declared(path: str) -> tuple[tuple[str, _Element], ...]:
    """Return the first declaration of each name in each owner, in the file's order."""
    found: dict[tuple[str, str], _Element] = {}
    for element in _root(path).iter(f"{XS}element"):
        name = element.get("name")
        if name is not None:
            for owner in _owners(element):
                found.setdefault((owner, name), element)
    return tuple((owner, element) for (owner, _), element in found.items())


@cache
def _children_of(facts: Facts, owner: str) -> Mapping[str, Fact]:
    found: dict[str, Fact] = {}
    for file in facts.files:
        for name, fact in facts.of(file, owner).items():
            found.setdefault(name, fact)
    return MappingProxyType(found)


@cache
def _open_to(path: str, namespace: str) -> frozenset[str]:
    wild = _root(path).iter(f"{XS}any")
    named = (any_ for any_ in wild if namespace in any_.get("namespace", "").split())
    return frozenset(owner for any_ in named for owner in _owners(any_))


@cache
def _references(path: str) -> frozenset[tuple[str, str]]:
    refs = (e for e in _root(path).iter(f"{XS}element") if e.get("ref") is not None)
    return frozenset(
        (owner, element.get("ref", "").rpartition(":")[2])
        for element in refs
        for owner in _owners(element)
    )


@cache
def _element_names(facts: Facts) -> frozenset[str]:
    return frozenset(name for file in facts.files for _, name in facts.of_file(file))


@cache
def _paths(facts: Facts) -> Mapping[str, str]:
    every = (fact for file in facts.files for fact in facts.of_file(file).values())
    return {fact.name: fact.path for fact in every if fact.path}


@cache
def _code_list(path: str, name: str) -> frozenset[str]:
    found = _simple_type(path, name)
    return frozenset(e.get("value", "") for e in found.iter(f"{XS}enumeration"))


@cache
def _enumerated(facts: Facts, owner: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for file in facts.files:
        for name, fact in facts.of(file, owner).items():
            if not fact.readonly:
                known = frozenset(fact.values)
                known |= _values(facts, file, fact.type_name)
                found.setdefault(name, known | _values(facts, file, fact.should))
    return {name: values for name, values in found.items() if values}


@cache
def _values(facts: Facts, file: str, type_name: str) -> frozenset[str]:
    """Return the values that a type enumerates, and those of what it is made of."""
    values: set[str] = set()
    files = filter(None, (file, facts.codes))
    for found in (_types(facts, f).get(type_name) for f in files):
        if found is None:
            continue
        for part in found.iter(f"{XS}enumeration", f"{XS}extension", f"{XS}union"):
            values.update(filter(None, (part.get("value"),)))
            for name in (part.get("base", ""), *part.get("memberTypes", "").split()):
                values |= _values(facts, file, name)
    return frozenset(values)


@cache
def _types(facts: Facts, file: str) -> Mapping[str, _Element]:
    """Return the named types of a schema file."""
    return {t.get("name", ""): t for t in facts.root(file) if t.tag in _TYPES}


@cache
def _pattern_of(path: str, name: str) -> re.Pattern[str]:
    found = next(_simple_type(path, name).iter(f"{XS}pattern"))
    return re.compile(found.get("value", ""))


@cache
def _root(path: str) -> _Element:
    with open(path, "rb") as stream:
        return etree.fromstring(stream.read())


@lru_cache(maxsize=256)
def _nearly_called(facts: Facts, word: str, values: frozenset[str]) -> str:
    found, letters = facts.called(word, values), bare(word)
    if found or len(letters) < _SHORTEST:
        return found
    words = _words(facts).items()
    close = closest(letters, [w for w, known in words if known & values])
    return facts.called(close or "", values)


@cache
def _words(facts: Facts) -> Mapping[str, frozenset[str]]:
    """Return the values that each word may stand for."""
    found: dict[str, frozenset[str]] = {}
    for file in filter(None, (*facts.files, facts.codes)):
        for also in facts.root(file).iter(_ALSO):
            value = frozenset({also.get("value", "")})
            for word in map(bare, (also.text or "").split(";")):
                found[word] = found.get(word, frozenset()) | value
    return found


def _owners(element: _Element) -> Iterator[str]:
    """Yield the names of the elements and the type that declare this child."""
    for above in element.iterancestors(f"{XS}element", f"{XS}complexType"):
        name = above.get("name")
        if name is not None:
            yield name
            if above.tag == f"{XS}complexType":
                yield from _by_type(above.getroottree().getroot()).get(name, ())
            return
    yield ""


@cache
def _by_type(root: _Element) -> dict[str, list[str]]:
    """Return the names of the elements of each named type."""
    found: dict[str, list[str]] = {}
    for element in root.iter(f"{XS}element"):
        type_name = element.get("type", "").rpartition(":")[2]
        found.setdefault(type_name, []).append(element.get("name", ""))
    return found


def _simple_type(path: str, name: str) -> _Element:
    """Return the declaration of a simple type; KeyError if there is none."""
    types = _root(path).iterchildren(f"{XS}simpleType")
    return {found.get("name", ""): found for found in types}[name]


def _fact(declaration: _Element, owner: str) -> Fact:
    given: dict[str, str] = {}
    element = declaration.find(f"{XS}annotation/{XS}appinfo/{FACT}")
    if element is not None:
        given = {str(key): str(value) for key, value in element.attrib.items()}
    return Fact(
        name=declaration.get("name", ""),
        owner=owner,
        required=frozenset(given.get("required", "").split()),
        wanted=frozenset(given.get("wanted", "").split()),
        readonly=given.get("readonly") == "true",
        erases=given.get("erases") == "true",
        also=also_in(given),
        decides=given.get("decides") == "true",
        maximum=int(given.get("max", "0")),
        limit_from=given.get("max-evidence", ""),
        at_most=int(given.get("at-most", "0")),
        values=tuple(filter(None, given.get("values", "").split("|"))),
        value_format=given.get("format", ""),
        evidence=given.get("evidence", ""),
        source=given.get("source", ""),
        placeholder=given.get("placeholder", ""),
        type_name=declaration.get("type", ""),
        should=given.get("should", ""),
        repeats=given.get("repeats") == "true",
        path=given.get("path", ""),
        many=declaration.get("maxOccurs") == "unbounded",
    )


def also_in(fact: Mapping[str, str]) -> frozenset[str]:
    """Return the names that a fact says others use, as `spelling.bare` has them."""
    return frozenset(map(bare, fact.get("also", "").split()))


@lru_cache(maxsize=1024)
def _documentation_of(facts: Facts, owner: str, name: str, kind: str) -> str:
    for file in facts.files:
        found = facts.root(file).iterfind(f".//{XS}{kind}[@name='{name}']")
        for declaration in found:
            if owner in _owners(declaration):
                return _documentation(declaration)
    return ""


def _documentation(element: _Element) -> str:
    """Return what is said of a declaration, on one line."""
    text = element.findtext(f"{XS}annotation/{XS}documentation", "")
    return " ".join(text.split())
