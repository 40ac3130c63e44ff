"""The faults of an element's children, as a match of them with the model tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import FULL, OF_GROUP, Fault
from ctct_lint.model.place import name_of, tail_of, value_of, whole
from ctct_lint.schema.content.match import ANY
from ctct_lint.schema.explain.keeping import Lost
from ctct_lint.schema.explain.lacking_where import is_inside, lacking_where
from ctct_lint.schema.explain.misnamed import by_all_but_its_name, misnaming
from ctct_lint.schema.explain.misplaced import (
    beside_its_parent,
    misplaced_elsewhere,
    out_of_order,
    without_wrapper,
)
from ctct_lint.schema.explain.once import first_of_each_name
from ctct_lint.schema.explain.too_many import TooMany, rows_of_doubles
from ctct_lint.schema.explain.type_names import (
    by_type_names,
    named_by_type,
    without_these,
)
from ctct_lint.schema.explain.wildcards import namespaces_let_in, namespaces_of
from ctct_lint.schema.matching.aliases import closest_of
from ctct_lint.schema.matching.lost_tags import texts_in
from ctct_lint.schema.names import has_text, local_name, namespace, written_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.content import Wildcard
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Duplicate, Match
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.schema import Schema


def child_faults(
    parent: _Element, declaration: Element, match: Match, schema: Schema, near: Near
) -> Iterator[Fault]:
    """Yield what is wrong with the children of a parent, in the order of the kinds."""
    owner = declaration.local_name
    by_types = by_type_names(match.unknown, declaration, schema)
    missing = without_these(match.lacking, by_types)
    strangers = [child for child in match.unknown if child not in by_types]
    lost = Lost(match, schema.model(declaration), schema)
    if missing:
        texts = _bare_texts(parent, declaration, match, schema)
        fault = _missing(parent, declaration, missing, schema)
        yield fault._replace(
            related=lacking_where(parent, match, missing),
            perhaps=lost.perhaps(strangers, match.duplicates, texts),
            is_inside=is_inside(match),
        )
    for child, meant in match.renamed:
        yield misnaming(child, owner, meant, schema)
    for child, (meant, type_) in by_types.items():
        yield named_by_type(child, owner, meant, type_)
    if strangers:
        lacking = dict(near.lacking(parent))
        found = _unknown(strangers, declaration, schema, lacking)
        yield from (_of_group(lost.told(one), match) for one in found)
    for one in match.meant:
        yield by_all_but_its_name(one, owner, schema)
    for wrapped in match.wrapped:
        yield without_wrapper(wrapped, owner, schema)
    for child in match.needless:
        held = tuple(dict.fromkeys(map(local_name, child)))
        yield misplaced_elsewhere(child, owner, held, "round")
    if match.duplicates or match.misplaced:
        many = TooMany(parent, declaration, schema)
        yield from _doubled(match, owner, many, lost)
        yield from out_of_order(match, owner, schema, many)


def _bare_texts(
    parent: _Element, declaration: Element, match: Match, schema: Schema
) -> Iterator[str]:
    """Yield the texts between children that may stand nowhere, nor have lost a tag."""
    found = schema.complex_type(declaration)
    if found is None or found.mixed:
        return
    told = {one.at for one in match.bare}
    told.update(place for one in match.wrapped for place in one.texts)
    places = (
        (text, value_of(parent) if before is None else tail_of(before))
        for text, before in texts_in(parent)
    )
    yield from (text for text, at in places if at not in told)


def _doubled(match: Match, owner: str, many: TooMany, lost: Lost) -> Iterator[Fault]:
    """Yield the faults of duplicates, one for those that are a copy of the same row."""

    def is_single(one: Duplicate) -> bool:
        return many.is_free or bool(_too_many(one, many))

    for row in rows_of_doubles(match.duplicates, is_single, many.is_group):
        fault = _duplicate(row, owner, many)
        edits = fault.edits or lost.other_name(row[0])
        yield fault._replace(perhaps=lost.doubled(row[0]), edits=edits)


def _missing(
    parent: _Element, declaration: Element, expected: tuple[str, ...], schema: Schema
) -> Fault:
    """Return the fault of all that is missing in a parent.

    `expected` names each missing element, with alternatives as `a|b`; `detail` has the
    names that are written with other prefixes, of one of any name the namespaces.
    """
    others, detail = schema.others_held_by(declaration, namespace(parent)), ""
    if set(expected) == {ANY}:
        detail = namespaces_of(_wildcards(declaration, schema))
    elif others:
        names = "|".join(expected).split("|")
        wanted = dict.fromkeys(name for name in names if name in others)
        written = (written_name(parent, others[name], name) for name in wanted)
        detail = "\n".join(filter(None, written))
    owner = declaration.local_name
    return Fault("missing-element", name_of(parent), "", owner, expected, detail=detail)


def without_missing(fault: Fault, there: Container[str]) -> Fault | None:
    """Return a fault of what is missing without what is there; None if nothing is left.

    Of alternatives one is enough.
    """
    expected = tuple(
        names
        for names in fault.expected
        if all(name not in there for name in names.split("|"))
    )
    if expected == fault.expected:
        return fault
    return fault._replace(expected=expected, related=()) if expected else None


def _unknown(
    strangers: Sequence[_Element],
    declaration: Element,
    schema: Schema,
    lacking: dict[str, _Element],
) -> Iterator[Fault]:
    """Yield the faults of unknown children, of which there may be very many."""
    owner, homes = declaration.local_name, schema.homes
    attributes = schema.attributes(declaration).named
    wildcards = _wildcards(declaration, schema)
    held = schema.held_by(declaration)
    is_named_so = any(local_name(child) == owner for child in strangers)
    near_owner = closest_of(owner, held.values()) if is_named_so else None
    for child, more in first_of_each_name(strangers):
        name, elsewhere = local_name(child), homes.get(child.tag)
        if name == "xmlns" or name in attributes:
            fault = Fault("attribute-as-element", name_of(child), name, owner)
        elif name in lacking and (len(child) or has_text(child.text)):
            fault = beside_its_parent(child, owner, lacking.pop(name))
        elif name == owner and near_owner:
            fault = misnaming(child, owner, near_owner, schema)
        elif elsewhere:
            parents = () if owner in elsewhere else elsewhere
            fault = misplaced_elsewhere(child, owner, parents)
        else:
            spaces = namespaces_let_in(wildcards, child.tag)
            detail = f"only {spaces}" if spaces and not held else spaces
            if any(one.matches(child.tag) for one in wildcards):
                detail = FULL
            fault = Fault("unknown-element", name_of(child), name, owner, detail=detail)
        yield fault._replace(left_out=more) if more else fault


def _of_group(fault: Fault, match: Match) -> Fault:
    """Return the fault of a stranger; where one of a group is meant, with its names."""
    element = fault.at.element
    names = () if element is None else match.of_groups.get(element, ())
    return fault._replace(expected=names, detail=OF_GROUP) if names else fault


def _wildcards(declaration: Element, schema: Schema) -> list[Wildcard]:
    """Return what lets in children of an element that its type does not name."""
    model, found = schema.model(declaration), schema.complex_type(declaration)
    wildcards = [] if model is None else list(model.wildcards)
    if found is not None and found.open is not None:
        wildcards.append(found.open.wildcard)
    # As often as one may stand there, it is one.
    return list(dict.fromkeys(wildcards))


def _duplicate(row: Sequence[Duplicate], owner: str, many: TooMany) -> Fault:
    """Return the fault of duplicates in a row, at the first of them.

    `expected` has the names of several, `edits` take them all away.
    """
    child, first = row[0].child, row[0].first
    name = local_name(child)
    several = [one.child for one in row] if row[1:] else []
    return Fault(
        "duplicate-element",
        name_of(child),
        name,
        owner,
        tuple(map(local_name, several)),
        ((name_of(first), local_name(first)),),
        tuple((whole(one), "") for one in several),
        "earlier" if row[0].is_earlier else _too_many(row[0], many),
    )


def _too_many(one: Duplicate, many: TooMany) -> str:
    return many.detail(local_name(one.child), one.among)
