"""Simple types by their numbers: what they are made of, and what they list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.values.tries import BY_LETTERS
from ctct_lint.text.candidates import Candidates
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ctct_lint.schema.components.components import Table
    from ctct_lint.schema.components.types import SimpleType

# The types of names with a prefix.
NAMES = frozenset({"QName", "NOTATION"})
_KEEPS_BLANKS = frozenset({"anySimpleType", "anyType", "normalizedString", "string"})
# Those that are compared letter by letter, but for blanks.
_BY_LETTERS = frozenset({"anySimpleType", *BY_LETTERS})
_URI = lazy(r"\{[^}]*\}")


class Described:
    """Answers what a schema says of its simple types; remembers what takes long."""

    __slots__ = (
        "_builtins",
        "_by_name",
        "_choices",
        "_facets",
        "_letters",
        "_limits",
        "_listed",
        "_roots",
        "_telling",
        "_types",
        "_written",
    )

    def __init__(self, types: Table[SimpleType]) -> None:
        self._types = types
        self._builtins: dict[int, frozenset[str]] = {}
        self._choices: dict[int, Candidates] = {}
        self._facets: dict[tuple[int, str], tuple[str, ...]] = {}
        self._limits: dict[tuple[int, str], str] = {}
        self._listed: dict[int, frozenset[str]] = {}
        self._roots: dict[int, int] = {}
        self._by_name: dict[int, dict[str, int]] = {}
        self._telling: dict[int, tuple[int, ...]] = {}
        self._letters: dict[int, str] = {}
        self._written: dict[int, Candidates] = {}

    def choices(self, number: int) -> Candidates:
        """Return the values that a type enumerates, each once; none if it does not."""
        found = self._choices.get(number)
        if found is None:
            found = Candidates(dict.fromkeys(self._values(number)))
            self._choices[number] = found
        return found

    def written_choices(self, number: int) -> Candidates:
        """Return the same as they are written: without URIs of their namespaces."""
        found = self._written.get(number)
        if found is None:
            choices: Iterable[str] = filter(None, self.choices(number))
            if self._root(number).name in NAMES:
                choices = (_URI.sub("", choice) for choice in choices)
            found = self._written[number] = Candidates(choices)
        return found

    def lists(self, number: int, value: str) -> bool:
        """Say whether a type enumerates a value, which is as it is compared."""
        found = self._listed.get(number)
        if found is None:
            choices: Iterable[str] = self.choices(number)
            if self.collapses(number):
                choices = map(collapsed, choices)
            found = self._listed[number] = frozenset(choices)
        return value in found

    def facet(self, number: int, kind: str) -> tuple[str, ...]:
        """Return the values of the nearest facets of a kind; patterns can be many."""
        key = number, kind
        if key not in self._facets:
            self._facets[key] = self._facet(number, kind)
        return self._facets[key]

    def limit(self, number: int, kind: str) -> str:
        """Return the values of the nearest facets of a kind, a line each."""
        key = number, kind
        if key not in self._limits:
            self._limits[key] = "\n".join(self.facet(number, kind))
        return self._limits[key]

    def _facet(self, number: int, kind: str) -> tuple[str, ...]:
        for one in self._lineage(number):
            found = tuple(facet.value for facet in one.facets if facet.kind == kind)
            if found:
                return found
        return ()

    def builtins(self, number: int) -> frozenset[str]:
        """Return the names of the built-in types that a type is made of."""
        found = self._builtins.get(number)
        if found is None:
            last = self._root(number)
            parts = last.members if last.item is None else (last.item,)
            every = (self.builtins(part) for part in parts)
            own = frozenset({last.name} if last.is_builtin else ())
            found = self._builtins[number] = own.union(*every)
        return found

    def item(self, number: int) -> int | None:
        """Return the type of a list's items, None for what is no list."""
        return self._root(number).item

    def members(self, number: int) -> tuple[int, ...]:
        """Return the types of which a union is made; none for what is no union."""
        return self._root(number).members

    def members_by_name(self, number: int) -> Mapping[str, int]:
        """Return by their built-in types the members of a union, the first of each."""
        found = self._by_name.get(number)
        if found is None:
            found = self._by_name[number] = {}
            for member in self.members(number):
                found.setdefault(self.builtin_name(member), member)
        return found

    def telling_members(self, number: int) -> tuple[int, ...]:
        """Return the members of a union that do not only list some values of a type."""
        found = self._telling.get(number)
        if found is None:
            members = self.members(number)
            found = tuple(m for m in members if not self._only_lists(m))
            self._telling[number] = found
        return found

    def _only_lists(self, number: int) -> bool:
        kinds = {facet.kind for one in self._lineage(number) for facet in one.facets}
        return "enumeration" in kinds and kinds <= {"enumeration", "whiteSpace"}

    def has_other_letters(self, number: int, value: str) -> bool:
        """Is a value another one than the only text of a type, whatever the blanks?

        To say so of a long one takes libxml2 a millisecond.
        """
        if self.root_name(number) not in _BY_LETTERS:
            return False
        found = self._letters.get(number)
        if found is None:
            found = self._letters[number] = "".join(self.choices(number)[0].split())
        return "".join(value.split()) != found

    def builtin_name(self, number: int) -> str:
        """Return the built-in type that a value has to be, such as `dateTime`.

        Of a union it is that of the first member; a list has its own name.
        """
        last = self._root(number)
        if last.members:
            return self.builtin_name(last.members[0])
        return last.name or "value"

    def collapses(self, number: int) -> bool:
        """Say whether white space around a value does not count.

        libxml2 does not know this of the white space before a date.
        """
        white_space = self.facet(number, "whiteSpace")
        if white_space:
            return white_space[0] == "collapse"
        last = self._root(number)
        if last.members:
            return all(map(self.collapses, last.members))
        return not (last.is_builtin and last.name in _KEEPS_BLANKS)

    def root(self, number: int) -> int:
        """Return the number of the type that a type restricts in the end."""
        found = self._roots.get(number)
        if found is None:
            found = number
            while (base := self._types[found].base) is not None:
                found = base
            self._roots[number] = found
        return found

    def root_name(self, number: int) -> str:
        """Return the name of the type that a type restricts in the end, "" for none."""
        return self._root(number).name

    def _root(self, number: int) -> SimpleType:
        return self._types[self.root(number)]

    def _values(self, number: int) -> Iterator[str]:
        for one in self._lineage(number):
            own = [facet.value for facet in one.facets if facet.kind == "enumeration"]
            if own:
                yield from own
                return
            for member in one.members:
                yield from self._values(member)

    def _lineage(self, number: int) -> Iterator[SimpleType]:
        """Yield a type and those that it restricts, step by step."""
        here: int | None = number
        while here is not None:
            yield self._types[here]
            here = self._types[here].base
