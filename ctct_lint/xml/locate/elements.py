"""The tags of a tree's elements, found by one pass over the text."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, Place
from ctct_lint.xml.locate.tags import ElementTags, find_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element


class TagFinder:
    """The tags of the elements that it takes to find some places.

    Elements are matched with start tags by their number in document order.
    """

    def __init__(
        self, text: str, root: _Element | None, places: Iterable[Place]
    ) -> None:
        self._numbers: dict[_Element, int] = {}
        self._tags: dict[int, ElementTags] = {}
        wanted = _wanted(places)
        if root is not None and wanted:
            numbered = enumerate(root.iter("*"))
            found = ((e, number) for number, e in numbered if e in wanted)
            self._numbers = dict(islice(found, len(wanted)))
            self._tags = find_tags(text, frozenset(self._numbers.values()))

    def __getitem__(self, element: _Element) -> ElementTags:
        return self._tags[self._numbers[element]]


def sibling(element: _Element, steps: int) -> _Element:
    """Return the sibling so many steps behind an element."""
    return next(islice(chain((element,), element.itersiblings()), steps, None), element)


def outer_children(element: _Element) -> list[_Element]:
    """Return the first and the last child; `element[-1]` would count them all."""
    both = (element.iterchildren(), element.iterchildren(reversed=True))
    return [child for end in both for child in islice(end, 1)]


def lineage(element: _Element) -> Iterator[_Element]:
    """Yield an element and those around it, the root last."""
    yield element
    yield from element.iterancestors()


def _wanted(places: Iterable[Place]) -> set[_Element]:
    """Return the elements whose tags it takes to find the places."""
    wanted: set[_Element] = set()
    climbed: set[_Element] = set()
    for part, element, _, _, end in places:
        if element is None:
            continue
        wanted.add(element)
        if part is Part.RUN:
            wanted.add(sibling(element, end))
        if part is Part.MARKUP:
            wanted.update(outer_children(element))
        if part is Part.NAMESPACE:
            for above in lineage(element):
                if above in climbed:
                    break
                climbed.add(above)
    return wanted | climbed
