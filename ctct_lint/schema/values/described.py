"""Simple types by their numbers: what they are made of, and what they list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.readings.reading import LIST
from ctct_lint.schema.values.tries import BY_LETTERS
from ctct_lint.text.candidates import Candidates
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ctct_lint.schema.components.components import Table
    from ctct_lint.schema.components.types import SimpleType

# The types of names with a prefix.
NAMES = frozenset({"QName", "NOTATION"})
# XSD's own lists whose items can be told, each with their type: which entities there
# are the document says.
ITEM_NAMES = {"IDREFS": "IDREF", "NMTOKENS": "NMTOKEN"}
_KEEPS_BLANKS = frozenset({"anySimpleType", "anyType", "normalizedString", "string"})
# Those that are compared letter by letter, but for blanks.
_BY_LETTERS = frozenset({"anySimpleType", *BY_LETTERS})
_COLLAPSED = frozenset(name for name, how in BY_LETTERS.items() if how == "collapse")
# Of fewer members libxml2 is as fast.
_MANY_MEMBERS = 8
_URI = lazy(r"\{[^}]*\}")


class Described:
    """Answers what a schema says of its simple types; what takes long is made once.

    root             returns the number of the type that a type restricts in the end
    builtins         returns the names of the built-in types that a type is made of
    choices          returns the values that a type enumerates, each once
    written_choices  returns the same as they are written: without URIs of namespaces
    facet            returns the values of the nearest facets of a kind
    limit            returns the same, a line each: patterns can be many
    members_by_name  returns by their built-in types the members of a union, the
                     first of each
    telling_members  returns those that do not only list some values of a type; of a
                     union in the union they are those of that one
    union_names      returns the built-in types that a union is of, with commas, but
                     where it only lists values
    """

    def __init__(self, types: Table[SimpleType]) -> None:
        self._types = types
        self.root: Callable[[int], int] = cache(self._root_number)
        self.builtins: Callable[[int], frozenset[str]] = cache(self._builtins)
        self.choices: Callable[[int], Candidates] = cache(self._choices)
        self.written_choices: Callable[[int], Candidates] = cache(self._written)
        self.facet: Callable[[int, str], tuple[str, ...]] = cache(self._facet)
        self.limit: Callable[[int, str], str] = cache(self._limit)
        self.members_by_name: Callable[[int], Mapping[str, int]] = cache(self._by_name)
        self.telling_members: Callable[[int], tuple[int, ...]] = cache(self._telling)
        self.union_names: Callable[[int], str] = cache(self._union_names)
        self._letters = cache(self._only_letters)
        self._listed = cache(self._compared_choices)

    def _choices(self, number: int) -> Candidates:
        return Candidates(dict.fromkeys(self._values(number)))

    def _written(self, number: int) -> Candidates:
        choices: Iterable[str] = filter(None, self.choices(number))
        if self._root(number).name in NAMES:
            choices = (_URI.sub("", choice) for choice in choices)
        return Candidates(choices)

    def lists(self, number: int, value: str) -> bool:
        """Say whether a type enumerates a value, which is as it is compared."""
        return value in self._listed(number)

    def _compared_choices(self, number: int) -> frozenset[str]:
        choices = self.choices(number)
        return frozenset(map(collapsed, choices) if self.collapses(number) else choices)

    def _limit(self, number: int, kind: str) -> str:
        return "\n".join(self.facet(number, kind))

    def _facet(self, number: int, kind: str) -> tuple[str, ...]:
        for one in self._lineage(number):
            found = tuple(facet.value for facet in one.facets if facet.kind == kind)
            if found:
                return found
        return ()

    def _builtins(self, number: int) -> frozenset[str]:
        last = self._root(number)
        parts = last.members if last.item is None else (last.item,)
        own = frozenset({last.name} if last.is_builtin else ())
        return own.union(*map(self.builtins, parts))

    def base(self, number: int) -> int | None:
        """Return the type that a type restricts, None for one that restricts none."""
        return self._types[number].base

    def item(self, number: int) -> int | None:
        """Return the type of the items of a schema's own list, None for others."""
        return self._root(number).item

    def is_own_list(self, number: int) -> bool:
        """Is it one of XSD's own lists, or a restriction of one?"""
        last = self._root(number)
        return last.is_builtin and last.name in ITEM_NAMES

    def is_list(self, number: int) -> bool:
        """Is it a list, whoever has declared it?"""
        return self.item(number) is not None or self.is_own_list(number)

    def members(self, number: int) -> tuple[int, ...]:
        """Return the types of which a union is made; none for what is no union."""
        return self._root(number).members

    def _by_name(self, number: int) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for member in self.members(number):
            found.setdefault(self.builtin_name(member), member)
        return found

    def _telling(self, number: int) -> tuple[int, ...]:
        return tuple(self._telling_of(self.members(number)))

    def _telling_of(self, members: Iterable[int]) -> Iterator[int]:
        for member in members:
            if self._types[member].members:
                yield from self.telling_members(member)
            elif not self._only_lists(member):
                yield member

    def _union_names(self, union: int) -> str:
        members = self.telling_members(union) or self.members(union)
        names = (LIST if self.is_list(m) else self.builtin_name(m) for m in members)
        return ", ".join(dict.fromkeys(names))

    def names_beside(self, number: int) -> Iterator[str]:
        """Yield the built-in types of a union's values that it does not list."""
        roots = map(self._root, self.telling_members(number))
        names = dict.fromkeys(root.name for root in roots if root.is_builtin)
        yield from (name for name in names if name not in _BY_LETTERS)

    def _only_lists(self, number: int) -> bool:
        kinds = {facet.kind for one in self._lineage(number) for facet in one.facets}
        return "enumeration" in kinds and kinds <= {"enumeration", "whiteSpace"}

    def _lists_all(self, number: int) -> bool:
        """Is it a union of nothing but listed texts, with blanks that all take alike?

        To look for a value among the members takes libxml2 a tenth of a millisecond.
        """
        members = tuple(self.leaves(number))
        if number != self.root(number) or len(members) < _MANY_MEMBERS:
            return False
        names = self.builtins(number)
        return (names <= _COLLAPSED or names == {"string"}) and all(
            self._only_lists(one)
            and self.item(one) is None
            and not self.facet(one, "whiteSpace")
            for one in members
        )

    def leaves(self, number: int) -> Iterator[int]:
        """Yield the types of which a union is made, and unions in it are."""
        for member in self.members(number):
            if self.members(member):
                yield from self.leaves(member)
            else:
                yield member

    def has_other_letters(self, number: int, value: str) -> bool:
        """Is a value another one than the only text of a type, whatever the blanks?

        To say so of a long one takes libxml2 a millisecond.
        """
        if self.root_name(number) not in _BY_LETTERS:
            return False
        return "".join(value.split()) != self._letters(number)

    def _only_letters(self, number: int) -> str:
        return "".join(self.choices(number)[0].split())

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

    def _root_number(self, number: int) -> int:
        while (base := self._types[number].base) is not None:
            number = base
        return number

    def root_name(self, number: int) -> str:
        """Return the name of the type that a type restricts in the end, "" for none."""
        return self._root(number).name

    def _root(self, number: int) -> SimpleType:
        return self._types[self.root(number)]

    def _values(self, number: int) -> Iterator[str]:
        for one in self._lineage(number):
            if one.enumerated:
                yield from one.enumerated
                return
            for member in one.members:
                yield from self._values(member)

    def _lineage(self, number: int) -> Iterator[SimpleType]:
        """Yield a type and those that it restricts, step by step."""
        here: int | None = number
        while here is not None:
            yield self._types[here]
            here = self._types[here].base
