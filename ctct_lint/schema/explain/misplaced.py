"""The faults of children that do not belong where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.explain.misnamed import misnaming
from ctct_lint.schema.explain.sides import Sides
from ctct_lint.schema.explain.too_many import rows_of_excluded
from ctct_lint.schema.matching.wrapper import (
    cost_in,
    declared_in,
    is_whole,
    lacking_in,
)
from ctct_lint.schema.names import local_name, written_name
from ctct_lint.schema.typed.xsi import instance_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Disorder, Match, Misplaced, Wrapped
    from ctct_lint.schema.explain.too_many import TooMany
    from ctct_lint.schema.schema import Schema


def misplaced_elsewhere(
    child: _Element, owner: str, parents: tuple[str, ...], detail: str = ""
) -> Fault:
    """Return the fault of a child that belongs into one of other parents."""
    at, name = name_of(child), local_name(child)
    return Fault("misplaced-element", at, name, owner, parents, detail=detail)


def beside_its_parent(child: _Element, owner: str, home: _Element) -> Fault:
    """Return the fault of a child that an element near by lacks."""
    fault = misplaced_elsewhere(child, owner, (local_name(home),), "near")
    return fault._replace(related=((name_of(home), local_name(home)),))


def without_wrapper(wrapped: Wrapped, owner: str, schema: Schema) -> Fault:
    """Return the fault of children without their wrapper; the first one has it.

    `detail` has how the names of the wrappers are written, where all have a prefix,
    each with the attributes that it needs as `name@attribute`; in a second line what
    the one wrapper lacks besides. The edits are for those whose names are wrong, too.
    """
    first, *others = wrapped.children
    parents = tuple(wrapper.local_name for wrapper in wrapped.wrappers)
    what = _what_to_do(wrapped, schema)
    parent = first.getparent()
    assert parent is not None  # noqa: S101 - it is a child
    names = [written_name(parent, w.namespace, w.local_name) for w in wrapped.wrappers]
    detail = what
    if all(names):
        needs = (_needed_by(wrapper, parent, schema) for wrapper in wrapped.wrappers)
        detail = " ".join((what, *map("".join, zip(names, needs, strict=True))))
    if all(names) and what == "inside" and not names[1:]:
        lacking = lacking_in(wrapped.wrappers[0], wrapped.meant, schema)
        detail = "\n".join((detail, *filter(None, (" ".join(lacking),))))
    fault = misplaced_elsewhere(first, owner, parents, detail)
    related = [(name_of(child), local_name(child)) for child in others]
    related += [(place, "text") for place in wrapped.texts]
    wrapper = wrapped.wrappers[0].local_name
    inside = declared_in(wrapped, schema)
    misnamed = ((c, meant) for c, meant in inside if meant.name != c.tag)
    faults = (misnaming(child, wrapper, meant, schema) for child, meant in misnamed)
    edits = tuple(edit for one in faults for edit in one.edits)
    return fault._replace(related=tuple(related), edits=edits)


def _needed_by(wrapper: Element, parent: _Element, schema: Schema) -> str:
    """Return the attributes of no namespace that it needs, each behind an `@`.

    The type that it has to name stands first, as `xsi:type=name`.
    """
    needed = [n for n in schema.required_attributes(wrapper) if not n.startswith("{")]
    found = schema.complex_type(wrapper)
    if found is not None and wrapper != schema.components.elements[wrapper.number]:
        uri, _, local = found.name[1:].rpartition("}")
        written = written_name(parent, uri, local) or local
        needed.insert(0, f"{instance_name(parent, 'type')}={written}")
    return "".join(f"@{name}" for name in needed)


def _what_to_do(wrapped: Wrapped, schema: Schema) -> str:
    """Return `wrap` if a wrapper makes all right, `inside` if it lacks something.

    `into` where children belong in one that is there, `back` if that is right before.
    """
    if wrapped.home is not None:
        return "back"
    wrappers = wrapped.wrappers
    if wrapped.fits and any(is_whole(wrapped, w, schema) for w in wrappers):
        return "wrap"
    lacks = all(cost_in(w, wrapped.meant, schema) for w in wrappers)
    return "into" if wrapped.is_there and (lacks or not wrapped.fits) else "inside"


def out_of_order(
    match: Match, owner: str, schema: Schema, many: TooMany
) -> Iterator[Fault]:
    """Yield the faults of what is misplaced: one for those that are so together."""
    sides = Sides()
    together: set[_Element] = set()
    for disorder in match.disorders:
        yield _disorder(disorder, owner, schema, many, sides)
        together.update(disorder.children)
    apart = (one for one in match.misplaced if one.child not in together)
    for first, *others in rows_of_excluded(apart):
        related = tuple((name_of(o.child), local_name(o.child)) for o in others)
        for fault in _misplaced(first, owner, schema, many, sides):
            yield fault._replace(related=(*related, *fault.related))


def _disorder(
    disorder: Disorder, owner: str, schema: Schema, many: TooMany, sides: Sides
) -> Fault:
    """Return the fault of children that have to move, at the first of them.

    `detail` has the names of all in their right order, but for several of one name.
    """
    first, *others = disorder.children
    related = tuple((name_of(child), local_name(child)) for child in others)
    if all(child.tag == first.tag for child in others):
        first_one = disorder.first._replace(beside=None)
        (fault,) = _misplaced(first_one, owner, schema, many, sides)
    else:
        detail = " ".join(("order", *disorder.order))
        fault = misplaced_elsewhere(first, owner, (), detail)
    return fault._replace(related=related)


def _misplaced(
    misplaced: Misplaced, owner: str, schema: Schema, many: TooMany, sides: Sides
) -> Iterator[Fault]:
    """Yield the fault of a child that stands elsewhere; its name may be wrong as well.

    What is wrong with its namespace is a fault of its own, at another place. Where
    several have the name of the neighbour the right one is related, without a name.
    """
    child, meant = misplaced.child, misplaced.meant
    if misplaced.instead:
        among = misplaced.among
        detail = many.detail(local_name(child), among) if among else ""
        only_one = f"instead {misplaced.instead}"
        yield misplaced_elsewhere(child, owner, (), detail or only_one)
        return
    detail = sides.told(misplaced)
    near = misplaced.beside
    beside = () if near is None else ((name_of(near), ""),)
    if meant is not None:
        fault = misnaming(child, owner, meant, schema)
        if meant.local_name != local_name(child):
            yield fault._replace(detail=detail, related=beside)
            return
        yield fault
    fault = misplaced_elsewhere(child, owner, (), detail)
    yield fault._replace(related=beside)
