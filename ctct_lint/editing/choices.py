"""The values that a text or an attribute may be chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import AttributeUse
    from ctct_lint.schema.schema import Schema

# What a service puts a value in the place of, such as `$ACCOUNT.CITY`.
_INSERTED = "$"
_BOOLEANS = ("true", "false")


def text_choices(schema: Schema, element: Element, owner: str) -> tuple[str, ...]:
    """Return the values that an element's text can have, if they can be listed.

    `owner` is the name of its parent. What its schema enforces comes first, then what
    is known of it besides.
    """
    number = schema.simple_type(element)
    if number is None:
        return ()
    if element.fixed is not None:
        return tuple(_choices(schema, element.fixed))
    found = [*_choices(schema, number)]
    if element.facts:
        facts = dict(element.facts)
        known = schema.facts.enumerated(owner).get(element.local_name, ())
        found += [*facts.get("values", "").split("|"), *sorted(known)]
        if facts.get("placeholder", "").startswith(_INSERTED):
            found.insert(0, facts["placeholder"])
    return tuple(dict.fromkeys(filter(None, found)))


def attribute_choices(schema: Schema, attribute: AttributeUse) -> tuple[str, ...]:
    """Return the values that an attribute can have, if they can be listed."""
    number = attribute.type if attribute.fixed is None else attribute.fixed
    return tuple(dict.fromkeys(filter(None, _choices(schema, number))))


def _choices(schema: Schema, number: int) -> Iterator[str]:
    """Yield the values that a type enumerates; of a union, those of its members."""
    here: int | None = number
    while here is not None:
        kind = schema.components.simple_types[here]
        if kind.enumerated:
            yield from kind.enumerated
            return
        for member in kind.members:
            yield from _choices(schema, member)
        if kind.is_builtin and kind.name == "boolean":
            yield from _BOOLEANS
        here = kind.base
