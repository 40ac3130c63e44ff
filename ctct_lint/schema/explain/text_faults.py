"""Faults of the text of an element, and of what stands where a text should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import NEEDED, VALUE, Fault
from ctct_lint.model.place import (
    markup_in,
    name_of,
    value_of,
)
from ctct_lint.schema.components.content import Group
from ctct_lint.schema.explain.misplaced import misplaced_elsewhere
from ctct_lint.schema.explain.moved_values import text_for
from ctct_lint.schema.explain.stray_texts import stray_texts
from ctct_lint.schema.names import has_text, local_name
from ctct_lint.schema.values.facets import explain_fixed, explain_value
from ctct_lint.schema.values.judge import TEXTS
from ctct_lint.xml.pages import MESSAGE_DETAIL, is_message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import ComplexType
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Schema


def text_faults(
    element: _Element, declaration: Element, found: ComplexType | None, schema: Schema
) -> Iterator[Fault]:
    """Yield what is wrong with the text of an element that holds nothing else.

    `found` is its complex type, if it has one.
    """
    owner = declaration.local_name
    simple = declaration.simple_type if found is None else found.simple
    assert simple is not None  # noqa: S101 - what holds no elements holds text
    if len(element):
        yield from _instead_of_text(element, declaration, simple, schema)
        return
    at, text, judge = value_of(element), element.text or "", schema.judge
    if text_for(element, declaration, schema):
        return
    default = declaration.default
    if not text and default is not None and judge.refusal(simple, default) is None:
        return
    faults = list(explain_value(text, simple, judge, at, owner))
    yield from faults
    if declaration.fixed is not None and not faults:
        yield from explain_fixed(text, declaration.fixed, judge, at, owner)


def beside_elements(
    element: _Element,
    declaration: Element,
    found: ComplexType,
    match: Match,
    schema: Schema,
) -> Iterator[Fault]:
    """Yield what is wrong with the text of an element that may hold elements."""
    owner = declaration.local_name
    if not found.mixed:
        yield from stray_texts(element, declaration, found, match, schema)
        if element.text and not has_text(element.text) and _holds_nothing(found):
            yield Fault("unexpected-text", value_of(element), "", owner)
    elif declaration.fixed is not None and len(element):
        # Where a text is fixed, no element may stand beside it.
        expected, name = schema.judge.choices(declaration.fixed), local_name(element[0])
        yield Fault("invalid-fixed-value", name_of(element[0]), name, owner, expected)
    elif declaration.fixed is not None and element.text:
        at, text = value_of(element), element.text
        yield from explain_fixed(text, declaration.fixed, schema.judge, at, owner)


def _instead_of_text(
    element: _Element, declaration: Element, simple: int, schema: Schema
) -> Iterator[Fault]:
    """Yield the faults of elements in the place of a text of a simple type.

    Some may be attributes of it. A number is no markup, unless there are but tags
    round one that is right.
    """
    owner, named = declaration.local_name, schema.attributes(declaration).named
    lacking = named.keys() - set(element.attrib)
    attributes = [child for child in element if local_name(child) in lacking]
    for child in attributes:
        yield Fault("attribute-as-element", name_of(child), local_name(child), owner)
    is_text = not schema.judge.builtins(simple).isdisjoint(TEXTS)
    is_value = not is_text and _is_value_of(simple, element, schema)
    may_be = not attributes and (is_text or is_value)
    first = _markup_in(element, schema) if may_be else None
    if first is not None:
        at, name = markup_in(element), local_name(first)
        words = "".join(map(str, element.itertext()))
        detail = MESSAGE_DETAIL if is_message(words) else VALUE if is_value else ""
        edits = ((at, ""),)
        yield Fault("unescaped-markup", at, name, owner, edits=edits, detail=detail)
        return
    homes = schema.homes
    for child in element:
        if child in attributes:
            continue
        if child.tag in homes:
            yield misplaced_elsewhere(child, owner, homes[child.tag])
        else:
            name = local_name(child)
            # The value itself lacks then, which is no remark.
            at = name_of(child)
            yield Fault("unknown-element", at, name, owner, detail=NEEDED)


def _is_value_of(simple: int, element: _Element, schema: Schema) -> bool:
    """Say whether nothing but tags stands round a text of a type."""
    inner, text = element[0], "".join(map(str, element.itertext()))
    is_only = len(element) == 1 and not len(inner) and has_text(inner.text)
    is_strange = is_only and inner.tag not in schema.homes
    return is_strange and schema.judge.refusal(simple, text, element) is None


def _markup_in(element: _Element, schema: Schema) -> _Element | None:
    """Return the first element in a text that is markup of it, None if there is none.

    All are if they stand only in texts, else those that the schema does not know.
    """
    if all(schema.is_markup(child.tag) for child in element):
        return element[0]
    return next((child for child in element if child.tag not in schema.homes), None)


def _holds_nothing(found: ComplexType) -> bool:
    """Must it be empty, so that not even white space may stand in it?"""
    group = None if found.content is None else found.content.term
    return isinstance(group, Group) and not group.particles
