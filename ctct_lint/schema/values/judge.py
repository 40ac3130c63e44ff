"""Which values a simple type refuses: libxml2 decides, for each type by itself.

No datatype is written by hand: see `synthetic`.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.bounded import is_accepted
from ctct_lint.schema.values.synthetic import compiled, reachable
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.components import Table
    from ctct_lint.schema.components.types import SimpleType

# Those of any text: what stands in one may be markup.
TEXTS = frozenset({"anySimpleType", "anyType", "normalizedString", "string", "token"})
_KEEPS_BLANKS = frozenset({"anySimpleType", "anyType", "normalizedString", "string"})
# The types of names of elements, and of references to them.
IDS = frozenset({"ID", "IDREF", "IDREFS"})
# The types of names with a prefix.
NAMES = frozenset({"QName", "NOTATION"})
_NAME = "SCHEMAV_CVC_{}_VALID"
_FACETS = (
    "length",
    "minLength",
    "maxLength",
    "pattern",
    "enumeration",
    "minInclusive",
    "minExclusive",
    "maxInclusive",
    "maxExclusive",
    "totalDigits",
    "fractionDigits",
)
_FACET_OF = {
    getattr(etree.ErrorTypes, _NAME.format(facet.upper())): facet for facet in _FACETS
}
# What is remembered of values: the same ones stand in many documents.
_MOST, _LONGEST = 4096, 100
# So many types are compiled one by one, and up to so many together.
_FEW, _MANY = 8, 400
_UNKNOWN = "unknown"


class _Nature(NamedTuple):
    """How a type is judged: it takes anything, does not mind blanks, has names."""

    is_free: bool
    collapses: bool
    has_names: bool


class Judge:
    """Judges the values of a schema's simple types, which are known by number."""

    __slots__ = (
        "_choices",
        "_known",
        "_last",
        "_lock",
        "_natures",
        "_schema",
        "_schemas",
        "_types",
    )

    def __init__(self, types: Table[SimpleType]) -> None:
        self._types = types
        self._schema: etree.XMLSchema | None = None
        self._schemas: dict[int, etree.XMLSchema | None] = {}
        self._known: dict[tuple[int, str], str | None] = {}
        self._natures: dict[int, _Nature] = {}
        self._choices: dict[int, tuple[str, ...]] = {}
        self._last: dict[int, SimpleType] = {}
        # The log of a schema is that of its last document, whoever asked.
        self._lock = Lock()

    def refusal(
        self, number: int, value: str, element: _Element | None = None
    ) -> str | None:
        """Return the facet that a value does not meet, "" if it is not of the type.

        None if nothing is wrong with it. `element` is where it stands: of a value that
        is a name the prefixes count that are declared there.
        """
        nature = self._natures.get(number) or self._nature(number)
        if nature.is_free:
            return None
        key = (number, value)
        found = self._known.get(key, _UNKNOWN)
        if found is not _UNKNOWN:
            return found
        written = collapsed(value) if nature.collapses else value
        where = element if nature.has_names else None
        with self._lock:
            found = self._refusal(number, written, where)
        if len(value) <= _LONGEST and not nature.has_names:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = found
        return found

    def _nature(self, number: int) -> _Nature:
        has_names = not self.builtins(number).isdisjoint(NAMES)
        found = _Nature(self._takes_all(number), self.collapses(number), has_names)
        self._natures[number] = found
        return found

    def choices(self, number: int) -> tuple[str, ...]:
        """Return the values that a type enumerates, each once; none if it does not."""
        found = self._choices.get(number)
        if found is None:
            found = self._choices[number] = tuple(dict.fromkeys(self._listed(number)))
        return found

    def facet(self, number: int, kind: str) -> tuple[str, ...]:
        """Return the values of the nearest facets of a kind; patterns can be many."""
        for one in self._lineage(number):
            found = tuple(facet.value for facet in one.facets if facet.kind == kind)
            if found:
                return found
        return ()

    def builtins(self, number: int) -> frozenset[str]:
        """Return the names of the built-in types that a type is made of."""
        last = self._root(number)
        parts = last.members if last.item is None else (last.item,)
        found = (self.builtins(part) for part in parts)
        return frozenset({last.name}) if last.is_builtin else frozenset().union(*found)

    def item(self, number: int) -> int | None:
        """Return the type of a list's items, None for what is no list."""
        last = self._root(number)
        return last.item

    def members(self, number: int) -> tuple[int, ...]:
        """Return the types of which a union is made; none for what is no union."""
        last = self._root(number)
        return last.members

    def builtin_name(self, number: int) -> str:
        """Return the built-in type that a value has to be, such as `dateTime`.

        Of a union it is that of the first member; a list has its own name.
        """
        last = self._root(number)
        if last.members:
            return self.builtin_name(last.members[0])
        return last.name or "value"

    def _listed(self, number: int) -> Iterator[str]:
        for one in self._lineage(number):
            own = [facet.value for facet in one.facets if facet.kind == "enumeration"]
            if own:
                yield from own
                return
            for member in one.members:
                yield from self._listed(member)

    def _root(self, number: int) -> SimpleType:
        """Return the type that a type restricts in the end."""
        if number not in self._last:
            *_, self._last[number] = self._lineage(number)
        return self._last[number]

    def _lineage(self, number: int) -> Iterator[SimpleType]:
        """Yield a type and those that it restricts, step by step."""
        here: int | None = number
        while here is not None:
            yield self._types[here]
            here = self._types[here].base

    def _takes_all(self, number: int) -> bool:
        facets = (facet for one in self._lineage(number) for facet in one.facets)
        if any(facet.kind != "whiteSpace" for facet in facets):
            return False
        last = self._root(number)
        return last.is_builtin and last.name in TEXTS

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

    def _refusal(self, number: int, value: str, where: _Element | None) -> str | None:
        schema = self._schema_for(number)
        if schema is None:
            return None
        nsmap: Any = None if where is None else where.nsmap
        element = etree.Element(f"t{number}", nsmap=nsmap)
        element.text = value
        if is_accepted(schema, element):
            return None
        log: etree._ListErrorLog = schema.error_log
        if log[0].type == etree.ErrorTypes.SCHEMAV_INTERNAL:
            # It gave up with a pattern: nobody knows.
            return None
        return _FACET_OF.get(log[0].type, "")

    def _schema_for(self, number: int) -> etree.XMLSchema | None:
        """Return the schema of one type; of all types once many have been asked for.

        Most documents have few values that are looked at. Where libxml2 refuses the
        schema of all, or there are very many, each is compiled by itself.
        """
        if self._schema is not None:
            return self._schema
        if number not in self._schemas:
            if len(self._schemas) == _FEW and len(self._types) <= _MANY:
                self._schema = compiled(self._types, range(len(self._types)))
                if self._schema is not None:
                    return self._schema
            self._schemas[number] = compiled(
                self._types, reachable(self._types, number)
            )
        return self._schemas[number]
