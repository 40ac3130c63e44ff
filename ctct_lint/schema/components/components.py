"""The components of a schema, as XSD calls them: plain values that refer by number.

Elements and types stand in the lists of `Components`; whatever refers to one has
its index. So they hold no circles, and can be written as JSON and read again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import AttributeUse, ComplexType, SimpleType

_Component_co = TypeVar("_Component_co", covariant=True)


class Table(Protocol[_Component_co]):
    """Components by their numbers: a tuple of them, or what reads them when asked."""

    def __getitem__(self, number: int, /) -> _Component_co:
        """Return a component; IndexError if there is none of a number."""
        ...

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __iter__(self) -> Iterator[_Component_co]:
        """Yield all of them."""
        ...


class Components(NamedTuple):
    """All components of a schema.

    roots       the global elements by their names
    named       the types that have a name, by that: is it complex, and its number
    attributes  the global attributes by their names
    """

    elements: Table[Element]
    complex_types: Table[ComplexType]
    simple_types: Table[SimpleType]
    roots: dict[str, int]
    named: Mapping[str, tuple[bool, int]]
    attributes: dict[str, AttributeUse]


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
