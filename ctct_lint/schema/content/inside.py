"""What stands in the elements of a content model: looked up once somebody asks.

A schema can offer thousands of elements in one place, each with its own content, of
which a document without a stranger needs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.names import Held, Holders

    HeldBy = Callable[[Element], Mapping[str, Element]]


class _Found(NamedTuple):
    held: Held
    holders: Holders
    wrappers: tuple[Element, ...]


class Inside:
    """Knows what each element of a model may hold, and what that may hold."""

    __slots__ = ("_elements", "_found", "_held_by")

    def __init__(self, elements: Collection[Element] = (), held_by: Any = None) -> None:
        """Note the elements; `held_by` returns what one may hold, by the names."""
        self._elements = elements
        # Of no elements nobody asks it.
        self._held_by: HeldBy = held_by
        self._found: _Found | None = None

    @property
    def held(self) -> Held:
        """The names of what the elements would hold, and of what that would hold."""
        return self._all.held

    @property
    def holders(self) -> Holders:
        """The elements that would hold what has such a name."""
        return self._all.holders

    @property
    def wrappers(self) -> tuple[Element, ...]:
        """Those of the elements that would hold any."""
        return self._all.wrappers

    @property
    def _all(self) -> _Found:
        if self._found is None:
            self._found = self._look()
        return self._found

    def _look(self) -> _Found:
        held_by = self._held_by
        wrappers = tuple(one for one in self._elements if held_by(one))
        held: dict[str, Mapping[str, Element]] = {}
        holders: dict[str, list[Element]] = {}
        for element in wrappers:
            for name, child in held_by(element).items():
                held[name] = held_by(child)
                holders.setdefault(name, []).append(element)
        return _Found(held, holders, wrappers)
