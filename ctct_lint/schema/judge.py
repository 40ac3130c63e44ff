"""Which values a simple type refuses: libxml2 decides, for each type by itself.

A schema of its own declares one element for each type, so that a value can be
judged wherever it stands, and no datatype is written by hand.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.schema.components import SimpleType

_XS = "http://www.w3.org/2001/XMLSchema"
_TEXTS = frozenset({"anySimpleType", "anyType", "normalizedString", "string", "token"})
_KEEPS_BLANKS = frozenset({"anySimpleType", "anyType", "normalizedString", "string"})
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


class Judge:
    """Judges the values of a schema's simple types, which are known by number."""

    __slots__ = ("_collapsing", "_free", "_known", "_lock", "_schema", "_types")

    def __init__(self, types: Sequence[SimpleType]) -> None:
        self._types = types
        self._schema: etree.XMLSchema | None = None
        self._known: dict[tuple[int, str], str | None] = {}
        self._free: dict[int, bool] = {}
        self._collapsing: dict[int, bool] = {}
        # The log of a schema is that of its last document, whoever asked.
        self._lock = Lock()

    def refusal(self, number: int, value: str) -> str | None:
        """Return the facet that a value does not meet, "" if it is not of the type.

        None if nothing is wrong with it.
        """
        free = self._free.get(number)
        if free is None:
            free = self._free[number] = self._takes_all(number)
            self._collapsing[number] = self._collapses(number)
        if free:
            return None
        if self._collapsing[number]:
            value = collapsed(value)
        key = (number, value)
        if key in self._known:
            return self._known[key]
        with self._lock:
            found = self._refusal(number, value)
        if len(value) <= _LONGEST:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = found
        return found

    def choices(self, number: int) -> tuple[str, ...]:
        """Return the values that a type enumerates, each once; none if it does not."""
        return tuple(dict.fromkeys(self._choices(number)))

    def facet(self, number: int, kind: str) -> tuple[str, ...]:
        """Return the values of the nearest facets of a kind; patterns can be many."""
        for one in self._lineage(number):
            found = tuple(facet.value for facet in one.facets if facet.kind == kind)
            if found:
                return found
        return ()

    def builtin_name(self, number: int) -> str:
        """Return the built-in type that a value has to be, such as `dateTime`.

        Of a union it is that of the first member; a list has its own name.
        """
        *_, last = self._lineage(number)
        if last.members:
            return self.builtin_name(last.members[0])
        return last.name or "value"

    def _choices(self, number: int) -> Iterator[str]:
        for one in self._lineage(number):
            own = [facet.value for facet in one.facets if facet.kind == "enumeration"]
            if own:
                yield from own
                return
            for member in one.members:
                yield from self._choices(member)

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
        *_, last = self._lineage(number)
        return last.is_builtin and last.name in _TEXTS

    def _collapses(self, number: int) -> bool:
        """Say whether white space around a value does not count.

        libxml2 does not know this of the white space before a date.
        """
        white_space = self.facet(number, "whiteSpace")
        if white_space:
            return white_space[0] == "collapse"
        *_, last = self._lineage(number)
        if last.members:
            return all(map(self._collapses, last.members))
        return not (last.is_builtin and last.name in _KEEPS_BLANKS)

    def _refusal(self, number: int, value: str) -> str | None:
        if self._schema is None:
            self._schema = etree.XMLSchema(etree.fromstring(_written(self._types)))
        element = etree.Element(f"t{number}")
        element.text = value
        if self._schema.validate(element):
            return None
        log: etree._ListErrorLog = self._schema.error_log
        return _FACET_OF.get(log[0].type, "")


def _written(types: Sequence[SimpleType]) -> str:
    """Return a schema with an element `t0`, `t1` ... for each type."""
    schema = etree.Element(f"{{{_XS}}}schema", nsmap={"xs": _XS})
    for number, one in enumerate(types):
        name = f"t{number}"
        if not one.is_builtin:
            _declare(
                etree.SubElement(schema, f"{{{_XS}}}simpleType", name=name), one, types
            )
        kind = _reference(number, types)
        etree.SubElement(schema, f"{{{_XS}}}element", name=name, type=kind)
    return etree.tostring(schema, encoding="unicode")


def _declare(
    parent: etree._Element, one: SimpleType, types: Sequence[SimpleType]
) -> None:
    if one.members:
        members = " ".join(_reference(member, types) for member in one.members)
        etree.SubElement(parent, f"{{{_XS}}}union", memberTypes=members)
    elif one.item is not None:
        item = _reference(one.item, types)
        etree.SubElement(parent, f"{{{_XS}}}list", itemType=item)
    else:
        assert one.base is not None  # noqa: S101 - the third of the varieties
        base = _reference(one.base, types)
        restriction = etree.SubElement(parent, f"{{{_XS}}}restriction", base=base)
        for kind, value in one.facets:
            etree.SubElement(restriction, f"{{{_XS}}}{kind}", value=value)


def _reference(number: int, types: Sequence[SimpleType]) -> str:
    found = types[number]
    return f"xs:{found.name}" if found.is_builtin else f"t{number}"
