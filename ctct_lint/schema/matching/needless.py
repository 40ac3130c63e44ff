"""Needless elements around children of their own parent: `Campaign` in `Campaign`.

The needless element is one fault; what it holds is looked at as if it stood where it
belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.matching.misfits import has_place_for
from ctct_lint.schema.matching.stand_ins import is_strange
from ctct_lint.schema.names import children, has_text, local_name, local_of
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.schema import Model, Schema


def find_needless(
    parent: _Element,
    strangers: list[_Element],
    model: Model,
    schema: Schema,
    near: Near,
) -> list[_Element]:
    """Return those of the strangers in a parent that only wrap children of it."""
    # Most of them hold nothing at all.
    strangers = [s for s in strangers if len(s) and s.tag not in model.declared]
    if not strangers:
        return []
    beside = {child.tag for child in parent}
    lacking = near.lacking(parent)
    return [
        stranger
        for stranger in strangers
        # What lacks near by was moved with all that it holds.
        if local_name(stranger) not in lacking
        and (
            # In its like nothing else can be meant.
            stranger.tag == parent.tag or _is_no_holder(stranger, model, schema)
        )
        and _is_needless(
            stranger,
            beside if stranger.tag != parent.tag else frozenset(),
            model,
            schema,
        )
    ]


def find_strange(
    strangers: list[_Element], model: Model, schema: Schema
) -> list[_Element]:
    """Return the strangers of no known name that may only wrap children."""
    return [
        stranger
        for stranger in strangers
        if len(stranger)
        and is_strange(stranger, schema)
        and all(child.tag in model.declared for child in stranger)
        and not _has_texts(stranger)
    ]


def find_doubled(parent: _Element, model: Model, schema: Schema) -> list[_Element]:
    """Return the children that hold their like alone, and say nothing themselves."""
    return [
        child
        for child in children(parent)
        if len(child) and _is_doubled(child, model, schema)
    ]


def _is_doubled(child: _Element, model: Model, schema: Schema) -> bool:
    if child[0].tag != child.tag or child.attrib:
        return False
    if any(inner.tag != child.tag for inner in child) or _has_texts(child):
        return False
    declared = model.declared.get(child.tag)
    if declared is not None and any(_is_other(one, declared, schema) for one in child):
        return False
    content = None if declared is None else schema.model(declared)
    if declared is None or content is None or not has_place_for(content, child.tag):
        return declared is not None
    # The choice of a `date` and a `time` may be called `date` as well.
    inside = content.declared.get(child.tag)
    return inside is not None and any(
        _holds_more(one, declared, inside, schema) for one in child
    )


def _is_other(inner: _Element, declared: Element, schema: Schema) -> bool:
    """Say whether one called as what is round it is meant for what that holds.

    It is nothing but attributes, which it has not as what it is called.
    """
    named = schema.attributes(declared).named
    return not len(inner) and any(name not in named for name in inner.keys())  # noqa: SIM118 - lxml


def _holds_more(
    inner: _Element, outer: Element, inside: Element, schema: Schema
) -> bool:
    """Say whether one holds what only the outer one of its name may hold."""
    may, known = schema.held_by(outer), schema.held_by(inside)
    return any(one.tag in may and one.tag not in known for one in inner)


def _has_texts(element: _Element) -> bool:
    return has_text(element.text) or any(has_text(child.tail) for child in element)


def flattened(parent: _Element, needless: list[_Element]) -> Iterator[_Element]:
    """Yield a parent's children, in the place of needless ones what these hold."""
    tags_only = frozenset(needless)
    for child in parent:
        if child in tags_only:
            yield from child
        else:
            yield child


def _is_needless(
    element: _Element, beside: AbstractSet[str], model: Model, schema: Schema
) -> bool:
    """Say whether it holds nothing but elements that the parent has a place for."""
    declared, held = model.declared, {child.tag for child in element}
    if not held <= declared.keys() or _has_texts(element):
        return False
    return held.isdisjoint(beside) and all(
        _fits(child, declared[child.tag], schema) for child in element
    )


def _is_no_holder(element: _Element, model: Model, schema: Schema) -> bool:
    """Say whether its name is hardly meant for one of what may hold such elements."""
    held = {child.tag for child in element}
    holders = model.inside.holders.get(next(iter(held)), ())
    fitting = [one for one in holders if held <= schema.held_by(one).keys()]
    if any(_is_meant_as(element, one, schema) for one in fitting):
        return False
    return not fitting or _is_named_after(element, held)


def _is_meant_as(element: _Element, holder: Element, schema: Schema) -> bool:
    """Is it one that may hold its like: by its name, or by its attributes as well?"""
    name, right = local_name(element), holder.local_name
    if name.lower() == right.lower():
        return True
    named, own = schema.attributes(holder).named, element.keys()
    says_all = bool(own) and all(one in named for one in own)
    return says_all and closest(name, (right,)) is not None


def _fits(child: _Element, declared: Element, schema: Schema) -> bool:
    """Has what it is declared as a place for anything that it holds, if it does?

    What has none is only of the same name: the `Id` of an account and of a person.
    """
    if not len(child):
        return not (declared.for_elements and has_text(child.text))
    known = schema.held_by(declared)
    return any(inner.tag in known for inner in child)


def _is_named_after(element: _Element, held: set[str]) -> bool:
    """Is it called as what it holds, in the plural or so: `Folders` round `Folder`?"""
    name = local_name(element).lower()
    return any(name.startswith(local_of(tag).lower()) for tag in held)
