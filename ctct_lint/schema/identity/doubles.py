"""Keys that are there twice, or lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.identity.areas import Around, is_deep
from ctct_lint.schema.identity.key_faults import double_fault, entry_of
from ctct_lint.schema.identity.lacking import LOST_KEY

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Path
    from ctct_lint.schema.identity.areas import Area, Scope
    from ctct_lint.schema.identity.key_faults import Entry, Key
    from ctct_lint.schema.identity.known import Known
    from ctct_lint.schema.identity.select import KeyValue, TypedTree

    Table = dict[Key, Sequence[KeyValue]]


class Doubles:
    """Finds what is wrong with the keys of an area, and fills those that are known."""

    def __init__(
        self, document: TypedTree, area: Area, known: Known | None, lost: Counter[str]
    ) -> None:
        self._document = document
        self._area = area
        self._is_mixed = area.is_mixed
        self._known = known
        self._lost = lost
        # What deep paths lead to is compared in the outermost scope.
        self._told: set[_Element] = set()
        self._ways: dict[Path, Around] = {}

    def faults(self) -> Iterator[Fault]:
        """Yield a fault for each key that lacks, or is there already."""
        for scope in self._area.scopes:
            table: Table = {}
            entries: dict[_Element, Entry] = {}
            for path, element in self._area.reached(self._document, scope):
                is_new = element not in entries
                if is_new:
                    entry = entry_of(self._document, element, self._area.constraint)
                    entries[element] = entry
                    if element not in self._told:
                        yield from self._of_entry(scope, path, entry, table)
                if self._known is not None:
                    around = self._keep(self._known, path, scope, entries[element])
                    if is_new and entries[element].is_lost:
                        self._lost[self._area.constraint.name] += around

    def _keep(self, known: Known, path: Path, scope: Scope, entry: Entry) -> int:
        """Keep a key if it is one; return in how many scopes it is one."""
        if not is_deep(path):
            if entry.is_whole:
                known.add(scope, entry)
            return 1
        self._told.add(entry.element)
        at = self._area.start_of(path, entry.element)
        around = self._ways.setdefault(path, Around(self._area.scopes)).go_to(at)
        if entry.is_whole:
            known.add(around[-1], entry)
            if self._is_mixed:
                known.add_deep(path, at, entry)
        return len(around)

    def _of_entry(
        self, scope: Scope, path: Path, entry: Entry, table: Table
    ) -> Iterator[Fault]:
        constraint = self._area.constraint
        yield from entry.wrong
        if not entry.is_whole:
            if None in entry.key and constraint.kind == "key":
                yield Fault(LOST_KEY, name_of(entry.element))
        elif entry.key in table:
            first = table[entry.key]
            yield double_fault(entry.element, constraint, entry.values, first)
        else:
            table[entry.key] = entry.values
            if self._known is not None and not scope.is_outer:
                yield from self._beside_deep(scope, path, entry, self._known)

    def _beside_deep(
        self, scope: Scope, path: Path, entry: Entry, known: Known
    ) -> Iterator[Fault]:
        """Yield the fault of a key that a deep path leads to as well, in a scope."""
        found = known.deep_in(scope, entry.key)
        if found is not None:
            constraint = self._area.constraint
            of_path, first = found
            if constraint.selector.index(path) < constraint.selector.index(of_path):
                entry, first = first, entry
            yield double_fault(entry.element, constraint, entry.values, first.values)
