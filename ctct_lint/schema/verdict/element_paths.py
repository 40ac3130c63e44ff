"""The elements that the paths of libxml2's errors lead to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.schema.names import local_name, with_prefix

if TYPE_CHECKING:
    from lxml.etree import _Element


class ElementPaths:
    """The elements of libxml2's paths; the children of each are counted once."""

    __slots__ = ("_children", "_root")

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._children: dict[tuple[_Element, bool], dict[str, list[_Element]]] = {}

    def element_at(self, path: str) -> _Element:
        """Return the element of a path, such as `/*/*[3]/x:ext`.

        Namespaces are not needed: a step has the prefix that is written. Of an
        attribute or a text it is the element that has it; the root if there is none.
        """
        found = self._root
        for step in path.split("/")[2:]:
            name, _, number = step.partition("[")
            children = self._children_of(found, name)
            index = int(number.rstrip("]") or 1) - 1
            if index >= len(children):
                break
            found = children[index]
        return found

    def _children_of(self, parent: _Element, name: str) -> list[_Element]:
        """Return the children of a parent by their written name, all for `*`."""
        is_any = name == "*"
        key = parent, is_any
        if key not in self._children:
            by_name = defaultdict(list)
            for child in parent.iterchildren("*"):
                by_name[
                    "*" if is_any else with_prefix(child, local_name(child))
                ].append(child)
            self._children[key] = by_name
        return self._children[key].get(name, [])
