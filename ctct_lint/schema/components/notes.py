"""What the annotations of a schema say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.schema.components.element import Element


class Notes(NamedTuple):
    """The documentation of elements, and of attributes by their elements' types.

    Of one without its own it is that of its type; "" where there is none.
    """

    elements: tuple[str, ...] = ()
    attributes: Mapping[tuple[int, str], str] = {}

    def of_element(self, element: Element) -> str:
        """Return the documentation of an element."""
        return self.elements[element.number] if self.elements else ""

    def of_attribute(self, element: Element, name: str) -> str:
        """Return the documentation of an attribute, whose name is in Clark notation."""
        return self.attributes.get((element.complex_type or 0, name), "")
