"""Which children are missing nearby: `Subject` stands beside a `Campaign` without one.

A payload declares its namespace, so what has slipped out of it is in another one: the
local names are compared.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema

# So many elements near by are looked at, and children of each.
_MOST = 8


class Near:
    """Finds what is missing in the global elements near a parent.

    There is one for each walk, as all children of a wide element ask the same.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        # By the names of elements, the names of what they may hold.
        self._held: dict[str, tuple[str, ...]] = {}
        self._lacking: dict[_Element, tuple[str, ...]] = {}
        # One parent is asked for twice.
        self._last: tuple[_Element | None, dict[str, _Element]] = (None, {})

    def lacking(self, parent: _Element) -> Mapping[str, _Element]:
        """Return what is missing nearby, by local names, each with where it is missing.

        Nearby are the elements above the parent, its children, and their children. An
        element that may hold elements of its own name does not need one.
        """
        if self._last[0] is not parent:
            self._last = parent, self._found(parent)
        return self._last[1]

    def _found(self, parent: _Element) -> dict[str, _Element]:
        found: dict[str, _Element] = {}
        for element in _near(parent):
            held = self._held_by(element.tag)
            for name in self._lacked_by(element, held) if held else ():
                found.setdefault(name, element)
        return found

    def _held_by(self, tag: str) -> tuple[str, ...]:
        if tag not in self._held:
            declaration = self._schema.root(tag)
            held = () if declaration is None else self._schema.held_by(declaration)
            self._held[tag] = tuple(held)
        return self._held[tag]

    def _lacked_by(self, element: _Element, held: tuple[str, ...]) -> tuple[str, ...]:
        if element in self._lacking:
            return self._lacking[element]
        there = {element.tag, *(child.tag for child in element)}
        lacked = tuple(n.rpartition("}")[2] for n in held if n not in there)
        if len(element) > _MOST:
            self._lacking[element] = lacked
        return lacked


def _near(parent: _Element) -> Iterator[_Element]:
    yield from islice(parent.iterancestors(), _MOST)
    for child in islice(parent, _MOST):
        yield child
        yield from islice(child, _MOST)
