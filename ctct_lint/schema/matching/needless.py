"""Needless elements around children of their own parent: `Campaign` in `Campaign`.

The needless element is one fault; what it holds is looked at as if it stood where it
belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.quota import ALL
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.matching.fitting import has_place_for, is_strange
from ctct_lint.schema.matching.misused import is_known
from ctct_lint.schema.names import has_text, has_texts, local_name, local_of
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Model, Schema


def unwrapped(parent: Parent, match: Match, near: Near) -> Match:
    """Return a match as if needless elements were not there, but what they hold.

    The same match if there are none, or if more would be wrong then.
    """
    for needless, most in _candidates(parent, match, near):
        flat = parent.match(_flattened(parent.element, needless))
        if flat.cost + len(needless) <= most:
            flat.needless = needless
            return flat
    return match


def _candidates(
    parent: Parent, match: Match, near: Near
) -> Iterator[tuple[list[_Element], int]]:
    """Yield elements that may be needless, and how many repairs there may be then."""
    element, declared = parent.element, parent.model.declared
    strangers = match.unknown + [child for child, _ in match.renamed]
    strangers = [child for child in strangers if child.tag not in declared]
    strangers += _no_doubles(match, parent.schema)
    around = [c for c in dict.fromkeys(strangers) if _holds_only(c, declared)]
    # What lacks near by was moved with all that it holds.
    lacking = near.lacking(element) if around else {}
    beside = {child.tag for child in element} if around else set()
    needless = [
        one
        for one in around
        if local_name(one) not in lacking and _is_needless(one, parent, beside)
    ]
    needless += find_doubled(parent)
    if needless and all(child.tag == element.tag for child in needless):
        # They may be whole ones of the element's own kind, that belong elsewhere.
        yield needless, match.cost + sum(map(parent.cost, needless))
    elif needless:
        yield needless, ALL
    unknown = set(match.unknown)
    strange = [s for s in around if s in unknown and is_strange(s, parent.schema)]
    if strange:
        yield strange, match.cost


def _no_doubles(match: Match, schema: Schema) -> Iterator[_Element]:
    """Return duplicates that hold nothing which the element of their name would."""
    return (
        each
        for one in match.duplicates
        for each in (one.child, one.first)
        if isinstance(one.declaration, Element)
        and not is_known(each, one.declaration, schema)
    )


def _holds_only(element: _Element, names: Container[str]) -> bool:
    """Say whether it holds elements of some names, and nothing else."""
    is_it = len(element) > 0 and all(child.tag in names for child in element)
    return is_it and not has_texts(element)


def _is_needless(stranger: _Element, parent: Parent, beside: Container[str]) -> bool:
    """Say whether it holds what the parent has a place for, and is hardly meant to.

    That stands not `beside` it; its like in it can be meant as nothing else.
    """
    model, schema, tag = parent.model, parent.schema, parent.element.tag
    if stranger.tag != tag:
        is_beside = any(child.tag in beside for child in stranger)
        if is_beside or not _is_no_holder(stranger, model, schema):
            return False
    return all(_fits(child, model.declared[child.tag], schema) for child in stranger)


def find_doubled(parent: Parent) -> list[_Element]:
    """Return the children that hold their like alone, and say nothing themselves."""
    return [
        child
        for child in parent.row
        if len(child) and _is_doubled(child, parent.model, parent.schema)
    ]


def _is_doubled(child: _Element, model: Model, schema: Schema) -> bool:
    tag = child.tag
    if child[0].tag != tag or child.attrib or not _holds_only(child, (tag,)):
        return False
    declared = model.declared.get(tag)
    if declared is None or any(_is_other(one, declared, schema) for one in child):
        return False
    content = schema.model(declared)
    if content is None or not has_place_for(content, tag):
        return True
    # The choice of a `date` and a `time` may be called `date` as well.
    inside = content.declared.get(tag)
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


def _flattened(parent: _Element, needless: list[_Element]) -> Iterator[_Element]:
    """Yield a parent's children, in the place of needless ones what these hold."""
    tags_only = frozenset(needless)
    for child in parent:
        if child in tags_only:
            yield from child
        else:
            yield child


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
