"""Matching children against a content model whose order is free.

That is an `xs:all`, or a repeated `xs:choice` of elements whose facts say how
often each may stand (XSD 1.0 cannot say both).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from xmlschema.validators import XsdAnyElement, XsdElement, XsdGroup

from ctct_lint.schema.aliases import called_so, fact_in, is_for_elements
from ctct_lint.schema.matching import Duplicate, Match, Missing
from ctct_lint.schema.names import has_text, local_name
from ctct_lint.schema.spelling import bare, closest
from ctct_lint.schema.wrapping import find_wrapped, is_held

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.operation import Operation


# A parent with more strange names than that is no misspelt one.
_MOST_COMPARED = 200


class Slot(NamedTuple):
    """One element of the model: must it stand, may it repeat?"""

    declaration: XsdElement
    required: bool
    repeats: bool


def is_free(group: XsdGroup) -> bool:
    """Is the order of the children free?"""
    if group.model == "all":
        return True
    repeated = group.model == "choice" and group.max_occurs is None
    return repeated and all(
        not isinstance(p, XsdGroup) and p.max_occurs == 1 for p in group
    )


def match_free(
    children: Iterable[_Element], group: XsdGroup, operation: Operation
) -> Match:
    """Match children in any order; each is taken once, then is a duplicate."""
    slots = {
        p.name: _slot(p, operation, repeats=group.model == "choice")
        for p in group
        if isinstance(p, XsdElement) and p.name
    }
    wildcards = [p for p in group if isinstance(p, XsdAnyElement)]
    match, first, strangers = Match(), {}, []
    for child in children:
        slot = slots.get(child.tag)
        if slot is None:
            strangers.append(child)
        elif slot.repeats or child.tag not in first:
            first[child.tag] = child
            match.matched.append((child, slot.declaration))
        else:
            _add_duplicate(match, child, first, slot.declaration)
    absent = {n: s for n, s in slots.items() if n not in first}
    declarations = [s.declaration for s in slots.values()]
    hopeless: set[str] = set()
    for child in strangers:
        wildcard = next((w for w in wildcards if w.is_matching(child.tag)), None)
        if wildcard is not None:
            match.matched.append((child, wildcard))
        elif child.tag in hopeless or len(hopeless) >= _MOST_COMPARED:
            match.unknown.append(child)
        elif not _is_renamed(child, match, absent, declarations):
            # With fewer names to choose from it will be none of them either.
            hopeless.add(child.tag)
    required = (s.declaration.local_name for s in absent.values() if s.required)
    match.missing = [Missing(name) for name in required]
    find_wrapped(match, declarations)
    return match


def _add_duplicate(
    match: Match,
    child: _Element,
    first: dict[str, _Element],
    declaration: XsdElement,
) -> None:
    """Blame the later one, unless only the first one makes no sense."""
    before = first[child.tag]
    earlier = _is_unfit(before, declaration) and not _is_unfit(child, declaration)
    if earlier:
        match.matched.remove((before, declaration))
        before, child = child, before
        first[child.tag] = before
        match.matched.append((before, declaration))
    match.duplicates.append(Duplicate(child, before, declaration, earlier))


def _is_unfit(element: _Element, declaration: XsdElement) -> bool:
    """Say whether it holds text alone where only elements may stand."""
    holds_text = len(element) == 0 and has_text(element.text)
    return holds_text and is_for_elements(declaration)


def _is_renamed(
    child: _Element,
    match: Match,
    absent: dict[str, Slot],
    declarations: list[XsdElement],
) -> bool:
    """Note what a stranger is; False if its name is close to none."""
    is_clear = is_held(child, declarations)
    names = [d.local_name for d in declarations]
    meant = None if is_clear else _meant(child, absent, names)
    if meant is None:
        match.unknown.append(child)
        return is_clear
    del absent[meant.name]
    match.renamed.append((child, meant))
    return True


def _meant(
    child: _Element, absent: dict[str, Slot], names: list[str]
) -> XsdElement | None:
    """Return the element that lacks and that the child was meant for, if any."""
    # Required names first: of two equally close ones they are missed more.
    slots = sorted(absent.values(), key=lambda slot: not slot.required)
    declarations = {s.declaration.local_name: s.declaration for s in slots}
    called = called_so(child, declarations.values())
    name = local_name(child)
    if called is not None or _is_one_too_many(name, names):
        return called
    close = closest(name, declarations)
    return None if close is None else declarations[close]


def _is_one_too_many(name: str, known: list[str]) -> bool:
    """Is it a known name with another number, as `CustomField16`? It is meant so."""
    stem, letters = _stem(name), bare(name)
    if stem == letters or letters in map(bare, known):
        return False
    return any(_stem(other) == stem != bare(other) for other in known)


def _stem(name: str) -> str:
    """Return a name without its number, as `bare` has it."""
    return bare(name).rstrip("0123456789")


def _slot(declaration: XsdElement, operation: Operation, *, repeats: bool) -> Slot:
    """Read the fact of a declaration; without one the schema's own numbers count."""
    fact = fact_in(declaration)
    if "required" in fact:
        required = operation.value in fact["required"].split()
    else:
        required = declaration.min_occurs > 0 and not repeats
    return Slot(declaration, required, repeats and fact.get("at-most") != "1")
