"""Texts between the elements of what holds elements alone, or nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import EMPTY, NEEDED, PERHAPS, Fault
from ctct_lint.model.place import (
    after_name,
    after_text,
    before_text,
    tail_of,
    text_span,
    value_of,
)
from ctct_lint.schema.components.held import wildcards_in
from ctct_lint.schema.explain.keeping import Lost, is_of_words
from ctct_lint.schema.explain.moved_values import (
    attribute_for,
    moved_along,
    taken_along,
)
from ctct_lint.schema.explain.once import first_of_each_name
from ctct_lint.schema.names import children, written_name
from ctct_lint.text.escapes import with_references
from ctct_lint.text.white_space import WHITE_SPACE, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import ComplexType
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Schema


def stray_texts(
    element: _Element,
    declaration: Element,
    found: ComplexType,
    match: Match,
    schema: Schema,
) -> Iterator[Fault]:
    """Yield the faults of the texts of an element that holds none.

    What has lost its wrapper, by the match of its children, has lost nothing more.
    """
    texts = list(_texts(element, declaration.local_name))
    if not texts:
        return
    is_empty = _is_always_empty(declaration, found, schema)
    if is_empty or _lacks_only_attribute(element, declaration, match, schema):
        yield _in_empty(texts[0], element, declaration, schema)
    else:
        yield from _between(texts, element, declaration, match, schema)


def _texts(element: _Element, owner: str) -> Iterator[Fault]:
    text = trimmed(element.text)
    if text:
        yield Fault("unexpected-text", value_of(element), text, owner)
    inside = children(element)
    stray = [child for child in inside if (child.tail or "").strip(WHITE_SPACE)]
    for child, more in first_of_each_name(stray):
        text = trimmed(child.tail)
        yield Fault("unexpected-text", tail_of(child), text, owner, left_out=more)


def _is_always_empty(declaration: Element, found: ComplexType, schema: Schema) -> bool:
    """May no element stand in it?"""
    if schema.held_by(declaration) or found.open is not None:
        return False
    return found.content is None or not any(wildcards_in(found.content))


def _lacks_only_attribute(
    element: _Element, declaration: Element, match: Match, schema: Schema
) -> bool:
    """Is it right without its children, and the text right for what it lacks?"""
    if len(element) or match.missing or not schema.held_by(declaration):
        return False
    if not set(schema.required_attributes(declaration)) - set(element.attrib):
        return False
    return bool(attribute_for(element, trimmed(element.text), declaration, schema))


def _in_empty(
    fault: Fault, element: _Element, declaration: Element, schema: Schema
) -> Fault:
    """Return the fault of a text where nothing may stand; it may be an attribute's."""
    name = ""
    if not len(element):
        name = attribute_for(element, fault.subject, declaration, schema)
    if not name:
        return fault._replace(detail=EMPTY)
    value = with_references(fault.subject, '&<"')
    new = f' {name}="{value}"'
    # No blanks may stay.
    all_of_it = text_span(element, 0, len(element.text or ""))
    edits = ((after_name(element), new), (all_of_it, ""))
    return fault._replace(expected=(name,), edits=edits, detail=EMPTY)


def _between(
    faults: list[Fault],
    element: _Element,
    declaration: Element,
    match: Match,
    schema: Schema,
) -> Iterator[Fault]:
    """Yield the faults of texts, and which child each is that has lost its tags."""
    wrapped = {place for one in match.wrapped for place in one.texts}
    bare = {one.at: one.meant for one in match.bare}
    only = _only_child(declaration, schema)
    lost = Lost(match, schema.model(declaration), schema)
    # A text that is all there is was meant for one of the children.
    is_alone = not len(element) and is_of_words(element.text or "")
    held = schema.held_by(declaration).values() if is_alone else ()
    names = tuple(dict.fromkeys(one.local_name for one in held))
    for fault in faults:
        if fault.at in bare:
            meant = bare[fault.at]
            along = taken_along(element, declaration, meant, schema)
            taken = along if len(bare) == 1 else []
            without = _without_tags(fault, meant, element, schema, taken)
            yield without._replace(detail=NEEDED)
        elif fault.at in wrapped:
            continue
        elif only is not None and _takes(only, fault.subject, element, schema):
            without = _without_tags(fault, only, element, schema)
            yield without._replace(perhaps=names)
        else:
            lacking = () if names else lost.bare(fault.subject)
            detail = PERHAPS if lacking else fault.detail
            yield fault._replace(perhaps=names or lacking, detail=detail)


def _only_child(declaration: Element, schema: Schema) -> Element | None:
    """Return the child of a list, which all that stands in that must be."""
    model = schema.model(declaration)
    held = () if model is None else model.elements
    return next(iter(held)) if len(held) == 1 else None


def _takes(child: Element, text: str, parent: _Element, schema: Schema) -> bool:
    """Say whether a child may hold a text and nothing else, and needs no attribute."""
    simple = schema.text_type(child)
    if simple is not None:
        return schema.judge.is_right(simple, text, parent)
    found = schema.complex_type(child)
    is_mixed = found is not None and found.mixed
    return is_mixed and not schema.required_attributes(child)


def _without_tags(
    fault: Fault,
    meant: Element,
    parent: _Element,
    schema: Schema,
    along: Sequence[str] = (),
) -> Fault:
    """Return the fault of a text that has lost its tags, with these as its edits.

    along  the attributes of the parent that belong to what is meant
    """
    name = meant.local_name
    tag = written_name(parent, meant.namespace, name)
    attributes, removed = moved_along(parent, along)
    start, end = f"<{tag}{attributes}>", f"</{tag}>"
    tags = ((before_text(fault.at), start), (after_text(fault.at), end), *removed)
    is_whole = set(schema.required_attributes(meant)) <= set(along)
    edits = tags if tag and is_whole else ()
    return fault._replace(expected=(name,), edits=edits)
