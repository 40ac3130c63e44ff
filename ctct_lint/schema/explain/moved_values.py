"""Values in another place: a text that is an attribute, and the other way round.

`<item>a</item>` is `<item ref="a"/>`, if no element needs the text; `<name value="a"/>`
is `<name>a</name>`. What has lost its tags has its attributes on its parent: in
`<Amt Ccy="EUR">10.00</Amt>`, where `Amt` holds an `InstdAmt` with a `Ccy`, nothing but
its place is wrong with the attribute.
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
    from ctct_lint.schema.components.types import AttributeUse
    from ctct_lint.schema.schema import Schema

# How an attribute is called that says all that its element does.
_VALUE = "value"


def attribute_for(
    element: _Element, text: str, declaration: Element, schema: Schema
) -> str:
    """Return the attribute that a text of an element was meant for, "" for none.

    That is the only one that lacks. If none does it is one of those that are not there
    for which the text is right, if its name or the text tells that.
    """
    named = schema.attributes(declaration).named
    absent = [n for n in named if n not in element.attrib and "{" not in n]
    lacking = [n for n in absent if named[n].required]
    right = [n for n in absent if is_right(element, text, named[n], schema)]
    if lacking:
        return lacking[0] if len(lacking) == 1 and lacking[0] in right else ""
    telling = [n for n in right if n == _VALUE or tells(element, named[n], schema)]
    return telling[0] if len(telling) == 1 else ""


def text_for(element: _Element, declaration: Element, schema: Schema) -> str:
    """Return the strange attribute that has the text that an element lacks, or ""."""
    simple = schema.simple_type(declaration)
    if simple is None or len(element) or (element.text or "").strip():
        return ""
    named, wildcard = schema.attributes(declaration)
    strange = [
        name
        for name in map(str, element.attrib)
        if name not in named and not (wildcard and wildcard.matches(name))
    ]
    if len(strange) != 1 or "{" in strange[0]:
        return ""
    value = element.get(strange[0], "")
    is_it = value.strip() and schema.judge.is_right(simple, value, element)
    return strange[0] if is_it else ""


def is_right(
    element: _Element, value: str, meant: AttributeUse, schema: Schema
) -> bool:
    """Say whether an attribute may have a value, which says something."""
    return bool(value.strip()) and schema.judge.is_right(_type(meant), value, element)


def tells(element: _Element, meant: AttributeUse, schema: Schema) -> bool:
    """Say whether not just any word or number may be the value of an attribute."""
    return schema.judge.tells(_type(meant), element)


def _type(meant: AttributeUse) -> int:
    return meant.type if meant.fixed is None else meant.fixed


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
