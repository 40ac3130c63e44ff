"""Content models whose order is free, made ready for matching.

That is an `xs:all`, or a repeated `xs:choice` of elements whose facts say how
often each may stand (XSD 1.0 cannot say both).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.content.inside import Inside
from ctct_lint.schema.content.match import Missing
from ctct_lint.schema.facts.facts import NO_FACTS, Facts
from ctct_lint.slotted import field, slotted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ctct_lint.schema.components.content import Wildcard
    from ctct_lint.schema.components.element import Element

# So many sets of children of a model are remembered with what lacks beside them.
_MOST_REMEMBERED = 1_000
# Stands for every operation.
ALWAYS = "*"


class Slot(NamedTuple):
    """One element of the model: for which operations must it stand, and how often?

    `place` is the number of its particle, which its substitutes share; `most` is None
    for any number.
    """

    declaration: Element
    required: frozenset[str]
    least: int = 1
    most: int | None = 1
    place: int = 0

    @property
    def repeats(self) -> bool:
        """May it stand more than once?"""
        return self.most != 1

    def is_required(self, operation: str) -> bool:
        """Must it stand in a document for this operation?"""
        return operation in self.required or ALWAYS in self.required


@slotted
class FreeModel:
    """A content model of any order.

    slots       its elements by their names
    wildcards   what else may stand there
    needs       may it not be empty, whatever stands in it?
    optional    may it be empty, whatever it requires?
    inside      what the elements would hold
    costs       what children of these names cost to match, of those asked for before
    meanings    what strange names mean for an operation, of those asked for before
    known       the names of the schema's global elements in other namespaces
    facts       what is known of the vocabulary
    several     the places of what must stand more than once: how often
    """

    slots: dict[str, Slot]
    wildcards: tuple[Wildcard, ...]
    needs: bool = False
    optional: bool = False
    inside: Inside = field(default_factory=Inside)
    known: frozenset[str] = frozenset()
    facts: Facts = NO_FACTS
    several: dict[int, int] = field(default_factory=dict)
    costs: dict[tuple[str, ...], int] = field(default_factory=dict)
    meanings: dict[tuple[str, str], object] = field(default_factory=dict)
    _declared: dict[str, Element] = field(default_factory=dict)
    _names: list[str] = field(default_factory=list)
    _required: dict[str, tuple[Slot, ...]] = field(default_factory=dict)
    _lacking: dict[tuple[str, frozenset[int]], tuple[Missing, ...]] = field(
        default_factory=dict
    )

    def required(self, operation: str) -> tuple[Slot, ...]:
        """Return what must stand in a document for an operation."""
        if operation not in self._required:
            slots = self.slots.values()
            needed = tuple(slot for slot in slots if slot.is_required(operation))
            self._required[operation] = needed
        return self._required[operation]

    def lacking(self, operation: str, taken: frozenset[int]) -> tuple[Missing, ...]:
        """Return what must stand there and does not, if these places are taken."""
        key = operation, taken
        if key not in self._lacking:
            if len(self._lacking) >= _MOST_REMEMBERED:
                self._lacking.clear()
            places: dict[int, list[Slot]] = {}
            for slot in self.required(operation):
                if slot.place not in taken:
                    places.setdefault(slot.place, []).append(slot)
            self._lacking[key] = tuple(map(_one_of, places.values()))
        return self._lacking[key]

    def lacking_any(self) -> Missing:
        """Return what is missing where there is nothing: any one of its elements."""
        names = tuple(dict.fromkeys(_names(self.slots.values()))) or ("*",)
        return Missing(names[0], names)

    @property
    def is_never(self) -> bool:
        """Is no content right: one of no elements must be there?"""
        return self.needs and not (self.slots or self.wildcards or self.optional)

    @property
    def has_wildcards(self) -> bool:
        """Does it let in what it does not name?"""
        return bool(self.wildcards)

    @property
    def names(self) -> list[str]:
        """The local names of its elements."""
        if not self._names:
            slots = self.slots.values()
            self._names = [slot.declaration.local_name for slot in slots]
        return self._names

    @property
    def declared(self) -> Mapping[str, Element]:
        """The elements that the model names, by their names."""
        if not self._declared:
            self._declared = {n: slot.declaration for n, slot in self.slots.items()}
        return self._declared

    @property
    def elements(self) -> Collection[Element]:
        """The same elements, without their names."""
        return self.declared.values()


def _one_of(slots: Iterable[Slot]) -> Missing:
    names = tuple(_names(slots))
    return Missing(names[0], names if len(names) > 1 else ())


def _names(slots: Iterable[Slot]) -> list[str]:
    """Return the names of elements that may be there: not of abstract ones."""
    declared = (slot.declaration for slot in slots)
    return [d.local_name for d in declared if not d.is_placeholder]
