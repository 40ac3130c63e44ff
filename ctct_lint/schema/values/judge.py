"""Which values a simple type refuses: libxml2 decides, for each type by itself.

No datatype is written by hand: see `synthetic`.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.bounded import is_accepted
from ctct_lint.schema.values.described import NAMES, Described
from ctct_lint.schema.values.synthetic import compiled, reachable
from ctct_lint.schema.values.tries import BY_LETTERS, MANY, names_list
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.components import Table
    from ctct_lint.schema.components.types import SimpleType

# Those of any text: what stands in one may be markup.
TEXTS = frozenset({"anySimpleType", "anyType", "normalizedString", "string", "token"})
# The types of names of elements, and of references to them.
IDS = frozenset({"ID", "IDREF", "IDREFS"})
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
_FEW, _TOGETHER = 8, 400
_UNKNOWN = "unknown"
# To give up takes libxml2 a third of a second: on so many values of a type it may, and
# on those half as long, which have far fewer ways through the pattern.
_MOST_TRIED = 3


class _Nature(NamedTuple):
    """How a type is judged: it takes anything, does not mind blanks, has names."""

    is_free: bool
    collapses: bool
    has_names: bool


class Judge(Described):
    """Judges the values of a schema's simple types, which are known by number."""

    __slots__ = (
        "_given_up",
        "_known",
        "_lock",
        "_natures",
        "_schema",
        "_schemas",
        "_tried",
    )

    def __init__(self, types: Table[SimpleType]) -> None:
        super().__init__(types)
        self._schema: etree.XMLSchema | None = None
        self._schemas: dict[int, etree.XMLSchema | None] = {}
        self._known: dict[tuple[int, str], str | None] = {}
        # What libxml2 gave up on, and values of these types that were not tried then.
        self._given_up: dict[int, set[str]] = {}
        # How long those were that it was tried on in vain.
        self._tried: dict[int, list[int]] = {}
        self._natures: dict[int, _Nature] = {}
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

    def gave_up_on(self, number: int, value: str) -> bool:
        """Tell of a value that is not refused whether nobody knows if it is right."""
        given_up = self._given_up.get(number)
        if given_up is None:
            return False
        return (collapsed(value) if self.collapses(number) else value) in given_up

    def is_right(
        self, number: int, value: str, element: _Element | None = None
    ) -> bool:
        """Say whether a value is surely right."""
        if self.refusal(number, value, element) is not None:
            return False
        return not (self._given_up and self.gave_up_on(number, value))

    def _nature(self, number: int) -> _Nature:
        has_names = not self.builtins(number).isdisjoint(NAMES)
        found = _Nature(self._takes_all(number), self.collapses(number), has_names)
        self._natures[number] = found
        return found

    def _takes_all(self, number: int) -> bool:
        facets = (facet for one in self._lineage(number) for facet in one.facets)
        if any(facet.kind != "whiteSpace" for facet in facets):
            return False
        last = self._root(number)
        return last.is_builtin and last.name in TEXTS

    def _refusal(self, number: int, value: str, where: _Element | None) -> str | None:
        tried = self._tried.get(number, ())
        if len(tried) >= _MOST_TRIED and 2 * len(value) > min(tried):
            self._give_up(number, value)
            return None
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
            self._tried.setdefault(number, []).append(len(value))
            self._give_up(number, value)
            return None
        facet = _FACET_OF.get(log[0].type, "")
        if facet == "pattern" and self._is_none_of_many(number, value, log[0].message):
            return "enumeration"
        return facet

    def _give_up(self, number: int, value: str) -> None:
        found = self._given_up.setdefault(number, set())
        if len(found) >= _MOST:
            self._known.clear()
            found.clear()
        found.add(value)

    def _is_none_of_many(self, number: int, value: str, message: str) -> bool:
        """Is a value, or an item of a list, none of those that are now patterns?"""
        if names_list(message):
            return True
        if self._root(number).name not in BY_LETTERS:
            return False
        return len(self.choices(number)) >= MANY and not self.lists(number, value)

    def _schema_for(self, number: int) -> etree.XMLSchema | None:
        """Return the schema of one type; of all types once many have been asked for.

        Most documents have few values that are looked at. Where libxml2 refuses the
        schema of all, or there are very many, each is compiled by itself.
        """
        if self._schema is not None:
            return self._schema
        if number not in self._schemas:
            if len(self._schemas) == _FEW and len(self._types) <= _TOGETHER:
                self._schema = compiled(self._types, range(len(self._types)))
                if self._schema is not None:
                    return self._schema
            self._schemas[number] = compiled(
                self._types, reachable(self._types, number)
            )
        return self._schemas[number]
