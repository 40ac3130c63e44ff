"""Attributes that the start tag at the cursor does not have yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.editing.about import About
from ctct_lint.editing.completion.item import Item, ItemKind, Rank
from ctct_lint.editing.names import prefix_for
from ctct_lint.editing.skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.surroundings import Surroundings
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import AttributeUse


def attributes(here: Surroundings) -> Iterator[Item]:
    """Yield the attributes, required ones first, and a namespace that lacks."""
    element = here.element
    if element is None or here.schema is None:
        return
    present = {a.name for a in here.cursor.attributes if a.at != here.cursor.typed}
    yield from _namespace(here, element, present)
    declared = here.schema.attributes(element).named.values()
    for attribute in sorted(declared, key=lambda a: not a.required):
        name = _written(here, attribute)
        if name is not None and name not in present:
            yield _item(here, element, attribute, name)


def _namespace(
    here: Surroundings, element: Element, present: set[str]
) -> Iterator[Item]:
    """Yield the declaration of the namespace that the element lacks."""
    prefix = here.cursor.name.rpartition(":")[0]
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    if element.name != here.tag and element.namespace and name not in present:
        parts = [name, f'="{element.namespace}"']
        span = here.cursor.typed
        kept = tuple(parts[: 1 if _has_value(here) else 2])
        yield Item(name, ItemKind.ATTRIBUTE, span, kept, name, Rank.REQUIRED)


def _item(
    here: Surroundings, element: Element, attribute: AttributeUse, name: str
) -> Item:
    assert here.schema is not None  # noqa: S101 - the caller has asked
    skeleton = Skeleton(here.schema, here.profile, here.operation)
    _, *value = skeleton.attribute(element, attribute, name)
    is_required = attribute.required
    return Item(
        name,
        ItemKind.ATTRIBUTE,
        here.cursor.typed,
        (name,) if _has_value(here) else (name, *value),
        name,
        Rank.REQUIRED if is_required else Rank.OPTIONAL,
        "required" if is_required else "",
        About(here.schema, element, attribute=attribute),
    )


def _written(here: Surroundings, attribute: AttributeUse) -> str | None:
    """Return the name with its prefix; None if nothing stands for its namespace."""
    uri, _, local = attribute.name.rpartition("}")
    if not uri:
        return local
    prefix = prefix_for(uri[1:], here.spaces)
    return f"{prefix}:{local}" if prefix else None


def _has_value(here: Surroundings) -> bool:
    """Is it only the name that is asked for?"""
    return any(
        a.at == here.cursor.typed and a.has_equals for a in here.cursor.attributes
    )
