"""Elements that a default namespace has caught: they belong in none.

In a schema whose local elements are not qualified, `<order xmlns="urn:s"><id/>` has the
`id` in a namespace as well. A prefix for the `order` alone keeps it out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.schema.names import local_name, namespace, qualified
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.schema import Schema


class Unprefixed:
    """The elements without a prefix for which the default namespace at one counts.

    top     the element; `uri` is the namespace that is right for it
    own     those of `uri`: they need a prefix where others are caught
    caught  those that belong in no namespace
    """

    def __init__(
        self, top: _Element, uri: str, schema: Schema, known: Container[_Element] = ()
    ) -> None:
        """Tell one from the other; those that are `known` belong in none."""
        self.top, self.uri = top, uri
        self.found = top.nsmap.get(None) or ""
        self._schema = schema
        # The namespaces in which there are elements of a local name.
        self._spaces: dict[str, set[str]] = {}
        for declared in schema.components.elements:
            self._spaces.setdefault(declared.local_name, set()).add(declared.namespace)
        self._belongs = cache(self._found_in)
        self.own: list[_Element] = []
        self.caught: list[_Element] = []
        for element in self._without_prefix():
            is_own = self._is_own(element) if element not in known else False
            # What is unknown stays in the namespace in which it is.
            if is_own or (is_own is None and self.found == uri):
                self.own.append(element)
            elif is_own is not None:
                self.caught.append(element)

    def _without_prefix(self) -> Iterator[_Element]:
        for element in self.top.iter("*"):
            if not element.prefix and namespace(element) == self.found:
                yield element

    def _is_own(self, element: _Element) -> bool | None:
        parent = element.getparent()
        if parent is None or element is self.top:
            return True
        return self._belongs(local_name(element), local_name(parent))

    def _found_in(self, name: str, owner: str) -> bool | None:
        """Is one of a name in the namespace, where it stands in an owner, or in none?

        None if it is unknown; one that is close to a known name is meant so.
        """
        homes = self._schema.homes
        in_space = owner in homes.get(qualified(self.uri, name), ())
        if in_space != (owner in homes.get(name, ())):
            return in_space
        spaces = self._spaces.get(name, ())
        if self.uri in spaces or "" in spaces:
            return self.uri in spaces
        inside = (one for one, owners in homes.items() if owner in owners)
        by_local = {one.rpartition("}")[2]: one for one in inside}
        meant = by_local.get(closest(name, by_local) or "")
        return None if meant is None else meant.startswith("{")

    def outermost(self) -> list[_Element]:
        """Return the outermost elements in which all without a prefix are caught.

        None at all if what is caught holds others.
        """
        above: set[_Element] = set()
        for own in self.own:
            here: _Element | None = own
            while here is not None and here not in above:
                above.add(here)
                here = here.getparent()
        outer: dict[_Element, _Element] = {}
        for element in self.top.iter("*"):
            parent = element.getparent()
            if element not in above:
                outer[element] = (
                    element if parent is None else outer.get(parent, element)
                )
        found = dict.fromkeys(map(outer.get, self.caught))
        return [] if None in found else [one for one in found if one is not None]
