"""What stands in the elements of a content model: looked up once somebody asks.

A schema can offer thousands of elements in one place, each with its own content, of
which a document without a stranger needs nothing.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.element import Element

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Term

    Holders = Mapping[str, Sequence[Element]]
    Variants = Callable[[Element], Iterable[Element]]
    HeldBy = Callable[[Element], Mapping[str, Element]]


class _Found(NamedTuple):
    held: Mapping[str, Mapping[str, Element]]
    holders: Holders
    wrappers: tuple[Element, ...]


class Inside:
    """Knows what each element of a model may hold, and what that may hold."""

    def __init__(
        self,
        elements: Collection[Element] = (),
        held_by: Any = None,
        variants: Any = None,
    ) -> None:
        """Note the elements; `held_by` returns what one may hold, by the names.

        variants  returns an element with the types that `xsi:type` can give it
        """
        self._elements = elements
        # Of no elements nobody asks it.
        self._held_by: HeldBy = held_by
        self._variants: Variants = variants
        self._found: _Found | None = None

    def is_clear(self, child: _Element) -> bool:
        """Say whether a child is what its name says, as it holds nothing strange.

        It is none of the elements then, but what one of them would hold.
        """
        held = self._all.held
        inside = held.get(child.tag)
        if inside is None:
            return False
        return not any(c.tag in held and c.tag not in inside for c in child)

    def holds_others(self, child: _Element, meant: Term) -> bool:
        """Say whether a child holds what others beside it would, but not `meant`."""
        holders = self.holders if len(child) else {}
        known = [holders[str(one.tag)] for one in child if one.tag in holders]
        numbers = {one.number for around in known for one in around}
        is_among = isinstance(meant, Element) and meant.number in numbers
        return bool(known) and not is_among

    @property
    def holders(self) -> Holders:
        """The elements that would hold what has such a name.

        Those with a type of their own are behind those that are declared so.
        """
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
        variants = chain.from_iterable(map(self._variants, self._elements))
        elements = (*self._elements, *variants)
        wrappers = tuple(one for one in elements if held_by(one))
        held: dict[str, Mapping[str, Element]] = {}
        holders: dict[str, list[Element]] = {}
        for element in wrappers:
            for name, child in held_by(element).items():
                held[name] = held_by(child)
                holders.setdefault(name, []).append(element)
        return _Found(held, holders, wrappers)
