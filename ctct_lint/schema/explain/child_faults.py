"""The faults of an element's children, as a match of them with the model tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after_name, end_name_of, name_of, namespace_of
from ctct_lint.schema.matching.wrapper import cost_in, is_whole
from ctct_lint.schema.names import (
    has_text,
    local_name,
    namespace,
    with_prefix,
    written_name,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import (
        Disorder,
        Duplicate,
        Match,
        Misplaced,
        Missing,
        Wrapped,
    )
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.schema import Schema


def child_faults(
    parent: _Element, declaration: Element, match: Match, schema: Schema, near: Near
) -> Iterator[Fault]:
    """Yield what is wrong with the children of a parent, in the order of the kinds."""
    if match.is_right:
        return
    owner = declaration.local_name
    if match.missing:
        yield _missing(parent, declaration, match.missing, schema)
    for child, meant in match.renamed:
        yield _renamed(child, owner, meant, schema)
    if match.unknown:
        lacking = dict(near.lacking(parent))
        yield from _unknown(match.unknown, declaration, schema, lacking)
    for child, meant in match.instead:
        yield _instead(child, owner, meant)
    for wrapped in match.wrapped:
        yield _wrapped(wrapped, owner, schema)
    for child in match.needless:
        held = tuple(dict.fromkeys(map(local_name, child)))
        yield misplaced_elsewhere(child, owner, held, "round")
    for duplicate in match.duplicates:
        yield _duplicate(duplicate, owner)
    yield from _out_of_order(match, owner, schema)


def misplaced_elsewhere(
    child: _Element, owner: str, parents: tuple[str, ...], detail: str = ""
) -> Fault:
    """Return the fault of a child that belongs into one of other parents."""
    at, name = name_of(child), local_name(child)
    return Fault("misplaced-element", at, name, owner, parents, detail=detail)


def _missing(
    parent: _Element, declaration: Element, missing: Sequence[Missing], schema: Schema
) -> Fault:
    """Return the fault of all that is missing in a parent.

    `expected` names each missing element, with alternatives as `a|b`; `detail` has the
    names that are written with other prefixes.
    """
    expected = tuple("|".join(one.alternatives or (one.name,)) for one in missing)
    others, detail = schema.others_held_by(declaration, namespace(parent)), ""
    if others:
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
    return fault._replace(expected=expected) if expected else None


def _renamed(child: _Element, owner: str, meant: Element, schema: Schema) -> Fault:
    name, right = local_name(child), meant.local_name
    if name == right and namespace(child) in schema.survey.namespaces:
        return _in_another_of_them(child, meant.namespace)
    if name == right:
        return in_other_namespace(child, meant.namespace)
    is_case = name.casefold() == right.casefold()
    kind = "wrong-case-element" if is_case else "misspelt-element"
    written = with_prefix(child, right)
    edits = ((name_of(child), written), (end_name_of(child), written))
    return Fault(kind, name_of(child), name, owner, (right,), edits=edits)


def in_other_namespace(child: _Element, right: str) -> Fault:
    """Return the fault of an element whose name is right, but not its namespace."""
    name, found = local_name(child), namespace(child)
    if not found:
        return Fault("missing-namespace", name_of(child), name, found, (right,))
    at = namespace_of(child)
    # A prefix cannot stand for none.
    edits = ((at, right),) if right or not child.prefix else ()
    return Fault("wrong-namespace", at, found, name, (right,), edits=edits)


def _in_another_of_them(child: _Element, right: str) -> Fault:
    """Return the fault of an element in another one of the schema's namespaces.

    Not the declaration is at fault, which others need, but the element.
    """
    name, found = local_name(child), namespace(child)
    edits: tuple[tuple[Place, str], ...] = ()
    if not right and not child.prefix:
        edits = ((after_name(child), ' xmlns=""'),)
    return Fault("missing-namespace", name_of(child), name, found, (right,), (), edits)


def _unknown(
    strangers: Sequence[_Element],
    declaration: Element,
    schema: Schema,
    lacking: dict[str, _Element],
) -> Iterator[Fault]:
    """Yield the faults of children that nobody knows here; there may be very many."""
    owner, homes = declaration.local_name, schema.homes
    found = schema.complex_type(declaration)
    attributes = {a.name for a in found.attributes} if found is not None else set()
    for child in strangers:
        name, elsewhere = local_name(child), homes.get(child.tag)
        if name == "xmlns" or name in attributes:
            yield Fault("attribute-as-element", name_of(child), name, owner)
        elif name in lacking and (len(child) or has_text(child.text)):
            yield _beside_its_parent(child, owner, lacking.pop(name))
        elif elsewhere:
            parents = () if owner in elsewhere else elsewhere
            yield misplaced_elsewhere(child, owner, parents)
        else:
            yield Fault("unknown-element", name_of(child), name, owner)


def _instead(child: _Element, owner: str, meant: Element) -> Fault:
    """Return the fault of a child that is what lacks, by all but its name."""
    right = meant.local_name
    written = written_name(child, meant.namespace, right)
    edits = ((name_of(child), written), (end_name_of(child), written))
    return Fault(
        "unknown-element",
        name_of(child),
        local_name(child),
        owner,
        (right,),
        edits=edits if written else (),
    )


def _beside_its_parent(child: _Element, owner: str, home: _Element) -> Fault:
    fault = misplaced_elsewhere(child, owner, (local_name(home),), "near")
    return fault._replace(related=((name_of(home), local_name(home)),))


def _wrapped(wrapped: Wrapped, owner: str, schema: Schema) -> Fault:
    """Return the fault of children without their wrapper; the first one has it.

    `detail` has how the names of the wrappers are written, where all have a prefix.
    """
    first, *others = wrapped.children
    parents = tuple(wrapper.local_name for wrapper in wrapped.wrappers)
    what = _what_to_do(wrapped, schema)
    parent = first.getparent()
    assert parent is not None  # noqa: S101 - it is a child
    names = [written_name(parent, w.namespace, w.local_name) for w in wrapped.wrappers]
    detail = " ".join((what, *names)) if all(names) else what
    fault = misplaced_elsewhere(first, owner, parents, detail)
    related = [(name_of(child), local_name(child)) for child in others]
    related += [(place, "text") for place in wrapped.texts]
    return fault._replace(related=tuple(related))


def _what_to_do(wrapped: Wrapped, schema: Schema) -> str:
    """Return `wrap` if a wrapper makes all right, `inside` if it lacks something.

    `into` where children belong in one that is there, `back` if that is right before.
    """
    if wrapped.home is not None:
        return "back"
    wrappers = wrapped.wrappers
    if wrapped.fits and any(is_whole(wrapped, w, schema) for w in wrappers):
        return "wrap"
    lacks = all(cost_in(w, wrapped.children, schema) for w in wrappers)
    return "into" if wrapped.is_there and (lacks or not wrapped.fits) else "inside"


def _duplicate(duplicate: Duplicate, owner: str) -> Fault:
    child, first = duplicate.child, duplicate.first
    return Fault(
        "duplicate-element",
        name_of(child),
        local_name(child),
        owner,
        related=((name_of(first), local_name(first)),),
        detail="earlier" if duplicate.is_earlier else "",
    )


def _out_of_order(match: Match, owner: str, schema: Schema) -> Iterator[Fault]:
    """Yield the faults of what is misplaced: one for those that are so together."""
    together: set[_Element] = set()
    for disorder in match.disorders:
        yield _disorder(disorder, owner, schema)
        together.update(disorder.children)
    for misplaced in match.misplaced:
        if misplaced.child not in together:
            yield from _misplaced(misplaced, owner, schema)


def _disorder(disorder: Disorder, owner: str, schema: Schema) -> Fault:
    """Return the fault of children that have to move, at the first of them.

    `detail` has the names of all in their right order, but for several of one name.
    """
    first, *others = disorder.children
    related = tuple((name_of(child), local_name(child)) for child in others)
    if all(child.tag == first.tag for child in others):
        (fault,) = _misplaced(disorder.first, owner, schema)
    else:
        detail = " ".join(("order", *disorder.order))
        fault = misplaced_elsewhere(first, owner, (), detail)
    return fault._replace(related=related)


def _misplaced(misplaced: Misplaced, owner: str, schema: Schema) -> Iterator[Fault]:
    """Yield the fault of a child that stands elsewhere; its name may be wrong as well.

    What is wrong with its namespace is a fault of its own, at another place.
    """
    child, meant = misplaced.child, misplaced.meant
    if misplaced.instead:
        yield misplaced_elsewhere(child, owner, (), f"instead {misplaced.instead}")
        return
    where = "after" if misplaced.after else "before"
    neighbour = misplaced.after or misplaced.before
    detail = f"{where} {neighbour}" if neighbour else ""
    if meant is not None:
        fault = _renamed(child, owner, meant, schema)
        if meant.local_name != local_name(child):
            yield fault._replace(detail=detail)
            return
        yield fault
    yield misplaced_elsewhere(child, owner, (), detail)
