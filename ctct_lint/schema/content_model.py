"""What may stand where, as any schema has it, for the repair of broken documents."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.schema.schema import Schema


class SchemaModel:
    """The elements of a schema by their local names.

    Of elements that share a name each may hold what one of them may. Implements
    `ctct_lint.xml.model.ContentModel`.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def knows(self, name: str) -> bool:
        """Is it an element that the schema declares?"""
        return name in self._children

    def root_tag(self, name: str) -> str:
        """Return the start tag of a global element, else ""."""
        uri = self._roots.get(name)
        if uri is None:
            return ""
        return f'<{name} xmlns="{uri}">' if uri else f"<{name}>"

    def holds_text_only(self, name: str) -> bool:
        """Is it a declared element that has no child elements?"""
        return self.knows(name) and not self._children[name]

    def may_contain(self, parent: str, child: str) -> bool:
        """May the child stand directly in the parent?"""
        return child in self._children.get(parent, ())

    def may_omit_end(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        """No: it is XML."""
        return False

    def has_entity(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        """No: XML has its five alone."""
        return False

    def namespace_of(self, prefix: str) -> str:  # noqa: ARG002 - part of the protocol
        """Return "": a schema does not say which prefixes documents have."""
        return ""

    def spelling_of(self, name: str) -> str | None:
        """Return the declared name that is meant, None if none is close."""
        return closest(name, sorted(self._children))

    @cached_property
    def _roots(self) -> Mapping[str, str]:
        """The namespaces of the global elements, by their names."""
        components = self._schema.components
        found = (components.elements[number] for number in components.roots.values())
        return {element.local_name: element.namespace for element in found}

    @cached_property
    def _children(self) -> Mapping[str, set[str]]:
        """The names that may stand in each element."""
        found: dict[str, set[str]] = {}
        for element in self._schema.components.elements:
            children = self._schema.held_by(element).values()
            names = found.setdefault(element.local_name, set())
            names.update(child.local_name for child in children)
        return found
