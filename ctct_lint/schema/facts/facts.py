"""The facts that stand in the annotations of schemas, read once a run.

Each element declaration may carry a documentation and one `<f:fact>`; what its
attributes mean is said at the head of campaign.xsd. A schema without facts still says
which elements there are. A clean document needs no more than what is kept of them: the
rest is imported when it is asked for.
"""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.facts.kept import kept_facts, kept_type, kept_wildcards

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctct_lint.schema.facts.fact import Fact, TextType

_Made = TypeVar("_Made")

# Parents are remembered by the names that documents give them, too.
_MOST = 1024


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
        from ctct_lint.schema.facts.annotated import documentation_of

        found = (documentation_of(p, owner, name, kind) for p in self._files)
        return next(filter(None, found), "")

    def code_list(self, name: str) -> frozenset[str]:
        """Return the values of an enumeration of codes; KeyError if there is none."""
        return frozenset(_type_of(self._path(self.codes), name).values)

    def enumerated(self, owner: str) -> Mapping[str, frozenset[str]]:
        """Return the values of each child that must have one of a few when sent."""
        from ctct_lint.schema.facts.enumerated import enumerated

        return enumerated(self._files, self._path(self.codes), owner)

    def pattern_of(self, file: str, name: str) -> re.Pattern[str]:
        """Return the pattern of a simple type; it means the same in XSD and Python."""
        return re.compile(_type_of(self._path(file), name).pattern)

    def open_to(self, file: str, namespace: str) -> frozenset[str]:
        """Return the elements in which a wildcard lets that namespace's elements in."""
        return _open_to(self._path(file), namespace)

    def paths(self) -> Mapping[str, str]:
        """Return what the URIs of elements have in them, by the names of those."""
        return _paths(self)

    def path_of(self, name: str) -> str:
        """Return what the URIs of elements of a name have in them, "" without such."""
        return _paths(self).get(name, "")

    def once(self, make: Callable[[Facts, str], _Made], owner: str) -> _Made:
        """Return what is made of the facts of a parent's children, made but once."""
        made: _Made = _made(self, make, owner)
        return made

    def called(self, word: str, values: frozenset[str]) -> str:
        """Return the value that people call so, "" if that is not known.

        The words stand in the annotations of the types, as `f:also`: for `MA`,
        `Massachusetts`. Case and separators do not count.
        """
        from ctct_lint.schema.facts.words import called

        return called(self._with_codes, word, values)

    def nearly_called(self, word: str, values: frozenset[str]) -> str:
        """Return the value that people call so, or close to it; "" if none is."""
        from ctct_lint.schema.facts.words import nearly_called

        return nearly_called(self._with_codes, word, values)

    @property
    def _files(self) -> tuple[str, ...]:
        return _joined(self.folder, self.files)

    @property
    def _with_codes(self) -> tuple[str, ...]:
        return _joined(self.folder, (*self.files, *filter(None, (self.codes,))))

    def _path(self, file: str) -> str:
        return os.path.join(self.folder, file) if file else ""


NO_FACTS = Facts()


@cache
def _joined(folder: str, files: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(os.path.join(folder, file) for file in files)


@cache
def _facts(path: str) -> Mapping[tuple[str, str], Fact]:
    found = kept_facts(path)
    if found is None:
        from ctct_lint.schema.facts.read import facts_in

        found = list(facts_in(path))
    return {(fact.owner, fact.name): fact for fact in found}


@lru_cache(maxsize=_MOST)
def _facts_of(path: str, owner: str) -> Mapping[str, Fact]:
    found = kept_facts(path, owner)
    if found is None:
        from ctct_lint.schema.facts.read import facts_of_owner

        found = list(facts_of_owner(path, owner))
    return {fact.name: fact for fact in found}


@cache
def _type_of(path: str, name: str) -> TextType:
    found = kept_type(path, name)
    if found is None:
        from ctct_lint.schema.facts.annotated import simple_types

        found = simple_types(path)[name]
    return found


@cache
def _open_to(path: str, namespace: str) -> frozenset[str]:
    found = kept_wildcards(path, namespace)
    if found is None:
        from ctct_lint.schema.facts.annotated import wildcards

        found = frozenset(owner for uri, owner in wildcards(path) if uri == namespace)
    return found


@lru_cache(maxsize=_MOST)
def _children_of(facts: Facts, owner: str) -> Mapping[str, Fact]:
    found: dict[str, Fact] = {}
    for file in facts.files:
        for name, fact in facts.of(file, owner).items():
            found.setdefault(name, fact)
    return MappingProxyType(found)


@lru_cache(maxsize=_MOST)
def _made(facts: Facts, make: Callable[[Facts, str], Any], owner: str) -> Any:
    return make(facts, owner)


@cache
def _element_names(facts: Facts) -> frozenset[str]:
    return frozenset(name for file in facts.files for _, name in facts.of_file(file))


@cache
def _paths(facts: Facts) -> Mapping[str, str]:
    every = (fact for file in facts.files for fact in facts.of_file(file).values())
    return {fact.name: fact.path for fact in every if fact.path}
