"""The facts that stand in the annotations of schemas, read once a run.

Each element declaration may carry a documentation and one `<f:fact>`; what its
attributes mean is said at the head of campaign.xsd. A schema without facts still says
which elements there are.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.annotated import (
    code_list,
    declared,
    documentation_in,
    open_to,
    owners,
    pattern_of,
    references,
    root_of,
)
from ctct_lint.schema.fact import Fact, fact_of
from ctct_lint.schema.names import XS
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from lxml.etree import _Element

_ALSO = "{urn:ctct-lint:facts}also"
# A word of less is close to too many.
_SHORTEST = 5
_TYPES = frozenset({f"{XS}simpleType", f"{XS}complexType"})


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
        return code_list(self._path(self.codes), name)

    def enumerated(self, owner: str) -> Mapping[str, frozenset[str]]:
        """Return the values of each child that must have one of a few when sent."""
        return _enumerated(self, owner)

    def pattern_of(self, file: str, name: str) -> re.Pattern[str]:
        """Return the pattern of a simple type; it means the same in XSD and Python."""
        return pattern_of(self._path(file), name)

    def open_to(self, file: str, namespace: str) -> frozenset[str]:
        """Return the elements in which a wildcard lets that namespace's elements in."""
        return open_to(self._path(file), namespace)

    def references(self, file: str) -> frozenset[tuple[str, str]]:
        """Return (name of the parent, name) of what is declared once for several."""
        return references(self._path(file))

    def root(self, file: str) -> _Element:
        """Return the root of a schema file; do not change it."""
        return root_of(self._path(file))

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
        (owner, element.get("name", "")): fact_of(element, owner)
        for owner, element in declared(path)
    }


@cache
def _facts_of(path: str, owner: str) -> Mapping[str, Fact]:
    # A document has to do with few owners: the facts of others are not made.
    own = (element for name, element in declared(path) if name == owner)
    return {element.get("name", ""): fact_of(element, owner) for element in own}


@cache
def _children_of(facts: Facts, owner: str) -> Mapping[str, Fact]:
    found: dict[str, Fact] = {}
    for file in facts.files:
        for name, fact in facts.of(file, owner).items():
            found.setdefault(name, fact)
    return MappingProxyType(found)


@cache
def _element_names(facts: Facts) -> frozenset[str]:
    return frozenset(name for file in facts.files for _, name in facts.of_file(file))


@cache
def _paths(facts: Facts) -> Mapping[str, str]:
    every = (fact for file in facts.files for fact in facts.of_file(file).values())
    return {fact.name: fact.path for fact in every if fact.path}


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


@lru_cache(maxsize=1024)
def _documentation_of(facts: Facts, owner: str, name: str, kind: str) -> str:
    for file in facts.files:
        found = facts.root(file).iterfind(f".//{XS}{kind}[@name='{name}']")
        for declaration in found:
            if owner in owners(declaration):
                return documentation_in(declaration)
    return ""
