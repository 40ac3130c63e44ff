"""Attributes of a text that has lost its tags: they stand on its parent.

`<Amt Ccy="EUR">10.00</Amt>` for an `Amt` that holds an `InstdAmt` with a `Ccy` is one
fault: the tags are missing, and nothing is wrong with the attribute but its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.model.place import Part, attribute_name
from ctct_lint.schema.typed.xsi import ATTRIBUTES
from ctct_lint.text.escapes import with_references

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Schema


def taken_along(
    element: _Element, declaration: Element, meant: Element, schema: Schema
) -> list[str]:
    """Return the attributes of an element that only the child has which a text is."""
    attributes: Any = element.attrib
    own, named = schema.attributes(declaration), schema.attributes(meant).named
    return [
        name
        for name in attributes
        if name in named
        and name not in ATTRIBUTES
        and not name.startswith("{")
        and name not in own.named
        and (own.wildcard is None or not own.wildcard.matches(name))
    ]


def moved_along(
    element: _Element, names: Iterable[str]
) -> tuple[str, tuple[tuple[Place, str], ...]]:
    """Return attributes as the start tag of a child has them, and what removes them."""
    values = {name: with_references(element.get(name, ""), '&<"') for name in names}
    written = "".join(f' {name}="{value}"' for name, value in values.items())
    return written, tuple((attribute_name(element, name), "") for name in values)


def without_taken(faults: Sequence[Fault]) -> Sequence[Fault]:
    """Return faults without the attributes that a text takes along."""
    taken = {
        at
        for fault in faults
        if fault.kind == "unexpected-text"
        for at, _ in fault.edits
        if at.part is Part.ATTRIBUTE_NAME
    }
    return [fault for fault in faults if fault.at not in taken] if taken else faults
