"""What libxml2 says of values of a schema's simple types, each by itself.

No datatype is written by hand: see `synthetic`.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from lxml import etree

from ctct_lint.schema.bounded import is_accepted
from ctct_lint.schema.components.types import FACETS
from ctct_lint.schema.values.synthetic import compiled, reachable
from ctct_lint.schema.values.tries import BY_LETTERS, MANY, names_list

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.components import Table
    from ctct_lint.schema.components.types import SimpleType
    from ctct_lint.schema.values.described import Described

# Said of a value with whose pattern it gave up: nobody knows.
GAVE_UP = "gave up"
UNKNOWN = "unknown"
_NAME = "SCHEMAV_CVC_{}_VALID"
_FACET_OF = {
    getattr(etree.ErrorTypes, _NAME.format(facet.upper())): facet for facet in FACETS
}
# What is remembered of values: the same ones stand in many documents.
_MOST, _LONGEST = 4096, 100
# To give up takes a third of a second, so that is remembered of long ones, too.
_MOST_GIVEN_UP = 100
# So many types are compiled one by one, and up to so many together.
_FEW, _TOGETHER = 8, 400


class Verdicts:
    """Asks libxml2; what it remembers only saves time, whatever was asked before."""

    def __init__(self, types: Table[SimpleType]) -> None:
        self._types = types
        self._schema: etree.XMLSchema | None = None
        self._schemas: dict[int, etree.XMLSchema | None] = {}
        self._known: dict[tuple[int, str], str | None] = {}
        self._given_up: set[tuple[int, str]] = set()
        # The log of a schema is that of its last document, whoever asked.
        self._lock = Lock()

    def of(self, number: int, value: str) -> str | None:
        """Return what was said of a value as it is written, `UNKNOWN` if nothing."""
        return self._known.get((number, value), UNKNOWN)

    def keep(self, number: int, value: str, said: str | None) -> None:
        """Remember what was said of a value as it is written, if it is short."""
        if len(value) <= _LONGEST:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[number, value] = said

    def said(
        self, number: int, value: str, where: _Element | None, described: Described
    ) -> str | None:
        """Return the facet that a value does not meet, "" if it is not of the type.

        None if it is right, `GAVE_UP` if libxml2 cannot say.

        where      the element whose prefixes count, for a type of names
        described  what is known of the types
        """
        key = number, value
        if key in self._given_up:
            return GAVE_UP
        with self._lock:
            found = self._said(number, value, where, described)
        if found is GAVE_UP:
            if len(self._given_up) >= _MOST_GIVEN_UP:
                self._given_up.clear()
            self._given_up.add(key)
        return found

    def _said(
        self, number: int, value: str, where: _Element | None, described: Described
    ) -> str | None:
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
            return GAVE_UP
        facet = _FACET_OF.get(log[0].type, "")
        if facet == "pattern" and _is_none_of_many(
            number, value, log[0].message, described
        ):
            return "enumeration"
        return facet

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


def _is_none_of_many(
    number: int, value: str, message: str, described: Described
) -> bool:
    """Is a value, or an item of a list, none of those that are now patterns?"""
    if names_list(message):
        return True
    if described.root_name(number) not in BY_LETTERS:
        return False
    return len(described.choices(number)) >= MANY and not described.lists(number, value)
