"""Why a document breaks its schema: every fault, each once.

libxml2 says whether a document is valid; this says why it is not, with the
schema's components as xmlschema reads them. The tree is mended on the way
(misspelt elements get their right names), so that rules see what was meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xmlschema.validators import XsdComplexType, XsdElement, XsdGroup

from ctct_lint.schema.attributes import explain_attributes
from ctct_lint.schema.catalog import PROFILES
from ctct_lint.schema.components import homes
from ctct_lint.schema.doubles import without_doubles
from ctct_lint.schema.interleave import is_free, match_free
from ctct_lint.schema.names import has_text, local_name, namespace
from ctct_lint.schema.sequence import match_ordered
from ctct_lint.schema.values import explain_value
from ctct_lint.schema.wrapping import held_by, is_whole
from ctct_lint.syntax.fault import Fault
from ctct_lint.syntax.place import (
    end_name_of,
    markup_in,
    name_of,
    namespace_of,
    tail_of,
    value_of,
)
from ctct_lint.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element
    from xmlschema import XMLSchema10
    from xmlschema.validators import XsdSimpleType

    from ctct_lint.schema.matching import (
        Duplicate,
        Match,
        Misplaced,
        Missing,
        Particle,
        Wrapped,
    )
    from ctct_lint.schema.operation import Operation


def explain(root: _Element, schema: XMLSchema10, operation: Operation) -> list[Fault]:
    """Return every fault of a tree; what stands elsewhere is not also missing."""
    duplicates: list[Duplicate] = []
    found = list(_explain(root, schema, operation, duplicates))
    faults = [_without_content(f) for f in without_doubles(found, duplicates)]
    elsewhere = {
        (parent, fault.subject)
        for fault in faults
        if fault.kind == "misplaced-element"
        for parent in fault.expected
    }
    return _joined(
        fault
        for fault in faults
        if fault.kind != "missing-element"
        or (fault.owner, fault.subject) not in elsewhere
    )


def _joined(faults: Iterable[Fault]) -> list[Fault]:
    """Make one fault of all that is missing in a parent, where its first one was.

    Its `expected` names each missing element, with alternatives as `a|b`.
    """
    joined: dict[object, Fault] = {}
    for number, fault in enumerate(faults):
        if fault.kind != "missing-element":
            joined[number] = fault
            continue
        names = ("|".join(fault.expected or (fault.subject,)),)
        known = joined.setdefault(fault.at, fault._replace(subject="", expected=()))
        joined[fault.at] = known._replace(expected=known.expected + names)
    return list(joined.values())


def _without_content(fault: Fault) -> Fault:
    """Return what is wrong if a payload stands in `entry`, not in its `content`."""
    holder = fault.at.element
    if fault.kind != "missing-element" or holder is None:
        return fault
    entry = holder.getparent() if fault.owner == "content" else holder
    if entry is None or "content" not in {fault.owner, fault.subject}:
        return fault
    for child in entry:
        if local_name(child) in PROFILES:
            lost = _misplaced_elsewhere(child, entry, ("content",))
            is_wrap = fault.subject == "content"
            return lost._replace(detail="wrap") if is_wrap else lost
    return fault


def _explain(
    root: _Element,
    schema: XMLSchema10,
    operation: Operation,
    duplicates: list[Duplicate],
) -> Iterator[Fault]:
    declaration = schema.maps.elements.get(root.tag)
    todo: list[tuple[_Element, XsdElement]] = []
    if declaration is not None:
        todo.append((root, declaration))
    while todo:
        element, declaration = todo.pop()
        below = _Below([], duplicates)
        yield from _explain_element(element, declaration, schema, operation, below)
        todo.extend(reversed(below.children))


class _Below(NamedTuple):
    """The children to go on with, and the duplicates of the whole tree."""

    children: list[tuple[_Element, XsdElement]]
    duplicates: list[Duplicate]


def _explain_element(
    element: _Element,
    declaration: XsdElement,
    schema: XMLSchema10,
    operation: Operation,
    below: _Below,
) -> Iterator[Fault]:
    """Yield the faults of one element; `below` gets the children to go on with."""
    xsd_type = declaration.type
    if isinstance(xsd_type, XsdComplexType):
        yield from explain_attributes(element, xsd_type.attributes)
    group = getattr(xsd_type, "content", None)
    if not isinstance(xsd_type, XsdComplexType) or not isinstance(group, XsdGroup):
        yield from _explain_text(element, xsd_type.simple_type, schema)
        return
    if not xsd_type.mixed:
        yield from _stray_text(element)
    if is_free(group):
        match = match_free(element, group, operation)
    else:
        match = match_ordered(element, group)
    yield from _content_faults(element, match, xsd_type, schema)
    below.duplicates.extend(match.duplicates)
    for child, particle in _mended(match):
        below.children.extend(_declared(child, particle, schema))


def _explain_text(
    element: _Element, simple_type: XsdSimpleType | None, schema: XMLSchema10
) -> Iterator[Fault]:
    if len(element) == 0:
        at, owner = value_of(element), local_name(element)
        yield from explain_value(element.text or "", simple_type, at, owner)
        return
    strangers = [child for child in element if child.tag not in homes(schema)]
    if strangers:
        first = local_name(strangers[0])
        yield Fault("unescaped-markup", markup_in(element), first, local_name(element))
        return
    for child in element:
        yield _misplaced_elsewhere(child, element, homes(schema)[child.tag])


def _stray_text(element: _Element) -> Iterator[Fault]:
    owner = local_name(element)
    if has_text(element.text):
        text = trimmed(element.text)
        yield Fault("unexpected-text", value_of(element), text, owner)
    for child in element:
        if has_text(child.tail):
            text = trimmed(child.tail)
            yield Fault("unexpected-text", tail_of(child), text, owner)


def _content_faults(
    parent: _Element, match: Match, xsd_type: XsdComplexType, schema: XMLSchema10
) -> Iterator[Fault]:
    for missing in match.missing:
        yield _missing(parent, missing)
    for child, declaration in match.renamed:
        yield _renamed(child, parent, declaration)
    for child in match.unknown:
        yield _unknown(child, parent, xsd_type, schema)
    for wrapped in match.wrapped:
        yield _wrapped(wrapped, parent)
    for duplicate in match.duplicates:
        yield _duplicate(duplicate, parent)
    for misplaced in match.misplaced:
        yield _misplaced(misplaced, parent)


def _missing(parent: _Element, missing: Missing) -> Fault:
    owner = local_name(parent)
    names = missing.alternatives
    return Fault("missing-element", name_of(parent), missing.name, owner, names)


def _renamed(child: _Element, parent: _Element, meant: XsdElement) -> Fault:
    name, right = local_name(child), meant.local_name
    kind = "misspelt-element"
    if name == right:
        return _elsewhere_in_space(child, meant.target_namespace)
    if name.casefold() == right.casefold():
        kind = "wrong-case-element"
    written = f"{child.prefix}:{right}" if child.prefix else right
    edits = ((name_of(child), written), (end_name_of(child), written))
    at = name_of(child)
    return Fault(kind, at, name, local_name(parent), (right,), edits=edits)


def _elsewhere_in_space(child: _Element, right: str) -> Fault:
    """Return the fault of a child whose name is right, but not its namespace."""
    name, found = local_name(child), namespace(child)
    if not found:
        return Fault("missing-namespace", name_of(child), name, found, (right,))
    at = namespace_of(child)
    return Fault("wrong-namespace", at, found, name, (right,), edits=((at, right),))


def _unknown(
    child: _Element, parent: _Element, xsd_type: XsdComplexType, schema: XMLSchema10
) -> Fault:
    name = local_name(child)
    if name == "xmlns" or name in xsd_type.attributes:
        return Fault("attribute-as-element", name_of(child), name, local_name(parent))
    elsewhere = homes(schema).get(child.tag)
    if elsewhere:
        here = local_name(parent) in elsewhere
        return _misplaced_elsewhere(child, parent, () if here else elsewhere)
    return Fault("unknown-element", name_of(child), name, local_name(parent))


def _misplaced_elsewhere(
    child: _Element, parent: _Element, parents: tuple[str, ...]
) -> Fault:
    at = name_of(child)
    return Fault(
        "misplaced-element", at, local_name(child), local_name(parent), parents
    )


def _wrapped(wrapped: Wrapped, parent: _Element) -> Fault:
    """Return the fault of children without their wrapper; the first one has it."""
    first, *others = wrapped.children
    whole = any(is_whole(wrapped, wrapper) for wrapper in wrapped.wrappers)
    return Fault(
        "misplaced-element",
        name_of(first),
        local_name(first),
        local_name(parent),
        tuple(str(wrapper.local_name) for wrapper in wrapped.wrappers),
        related=tuple((name_of(child), local_name(child)) for child in others),
        detail="wrap" if whole else "inside",
    )


def _misplaced(misplaced: Misplaced, parent: _Element) -> Fault:
    child = misplaced.child
    where = "after" if misplaced.after else "before"
    neighbour = misplaced.after or misplaced.before
    return Fault(
        "misplaced-element",
        name_of(child),
        local_name(child),
        local_name(parent),
        detail=f"{where} {neighbour}",
    )


def _duplicate(duplicate: Duplicate, parent: _Element) -> Fault:
    child = duplicate.child
    related = ((name_of(duplicate.first), local_name(duplicate.first)),)
    owner = local_name(parent)
    return Fault(
        "duplicate-element",
        name_of(child),
        local_name(child),
        owner,
        related=related,
        detail="earlier" if duplicate.is_earlier else "",
    )


def _mended(match: Match) -> list[tuple[_Element, Particle]]:
    """Give renamed children the names that were meant; return all that stay."""
    for child, declaration in match.renamed:
        child.tag = declaration.name
    doubles = [(d.child, d.declaration) for d in match.duplicates]
    inside = [
        (child, held_by(wrapped.wrappers[0])[child.tag])
        for wrapped in match.wrapped
        for child in wrapped.children
    ]
    return [*match.matched, *match.renamed, *doubles, *inside]


def _declared(
    child: _Element, particle: Particle, schema: XMLSchema10
) -> Iterator[tuple[_Element, XsdElement]]:
    """Yield what is to be checked of a child, with its declaration.

    Of one that only a wildcard lets in it is what the schema knows, child or deeper.
    """
    if isinstance(particle, XsdElement):
        yield child, particle.ref or particle
        return
    todo = [] if particle.process_contents == "skip" else [child]
    while todo:
        element = todo.pop()
        known = schema.maps.elements.get(element.tag)
        if known is not None:
            yield element, known
        else:
            todo.extend(reversed(element))
