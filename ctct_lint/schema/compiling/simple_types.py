"""Simple types as xmlschema has them, and what numbers all components.

XSD 1.1, part 2, sections 3.4.26 to 3.4.28, defines the types that libxml2 does not
know: they are compiled to patterns.
"""

from __future__ import annotations

from typing import Any

from xmlschema.validators import XsdComplexType

from ctct_lint.schema.compiling.compiler_parts import facets_of
from ctct_lint.schema.components.types import KNOWN, Facet, SimpleType
from ctct_lint.schema.names import XS

_ZONE = r"(Z|[+\-][0-9]{2}:[0-9]{2})"
# For each type the pattern by which it restricts its base.
_LATER = {
    "dateTimeStamp": f".*{_ZONE}",
    "dayTimeDuration": "[^YM]*(T.*)?",
    "yearMonthDuration": "[^DT]*",
}
# For each value of `explicitTimezone` the pattern that says the same.
_ZONES = {
    "required": f".*{_ZONE}",
    "prohibited": r"[^Z+:]*|([^:]*T)?[0-9]{2}:[0-9]{2}:[0-9.]+",
}


class SimpleTypes:
    """Numbers components in the order in which they are met.

    Elements and types may hold each other, so their insides are read later.
    """

    def __init__(self) -> None:
        self.simple_types: dict[Any, Any] = {}
        self.numbers: dict[Any, int] = {}
        self._todo: list[tuple[Any, Any]] = []

    def finish(self) -> None:
        """Read the insides of all that was met."""
        while self._todo:
            component, read = self._todo.pop()
            read(component)

    def number(self, component: Any, table: dict[Any, Any], read: Any) -> int:
        """Return the number of a component; `read` is called with it in the end."""
        if component not in table:
            self.numbers[component] = len(table)
            table[component] = None
            self._todo.append((component, read))
        return self.numbers[component]

    def restricted(self, key: object, base: int, facet: Facet) -> int:
        """Return the type that another one is with one more facet."""
        self.numbers[key] = len(self.simple_types)
        self.simple_types[key] = SimpleType("", base=base, facets=(facet,))
        return self.numbers[key]

    def simple(self, found: Any) -> int:
        """Return the number of a simple type."""
        return self.number(found, self.simple_types, self._read_simple)

    def _read_simple(self, found: Any) -> None:
        self.simple_types[found] = self._simple_type(found)

    def _simple_type(self, found: Any) -> SimpleType:
        name = found.local_name or ""
        if name in _LATER and found.name == f"{XS}{name}":
            facets = (Facet("pattern", _LATER[name]),)
            return SimpleType(name, base=self.simple(found.base_type), facets=facets)
        if name in KNOWN and found.name == f"{XS}{name}":
            return SimpleType(name)
        if found.elem.tag == f"{XS}union":
            return SimpleType(name, members=tuple(map(self.simple, found.member_types)))
        if found.elem.tag == f"{XS}list":
            return SimpleType(name, item=self.simple(found.item_type))
        base = found.base_type
        if isinstance(base, XsdComplexType):
            base = base.content
        return SimpleType(
            name, base=self._base(found, base), facets=tuple(facets_of(found))
        )

    def _base(self, found: Any, base: Any) -> int:
        """Return the number of a base type, with the time zone that a type asks for.

        That is a pattern too, which is not one of several to choose from.
        """
        zone = found.elem.find(f"{XS}explicitTimezone")
        pattern = None if zone is None else _ZONES.get(zone.get("value"))
        number = self.simple(base)
        if pattern is None:
            return number
        return self.restricted((found, "zone"), number, Facet("pattern", pattern))
