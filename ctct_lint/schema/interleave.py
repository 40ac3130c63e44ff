"""Matching children against a content model whose order is free.

That is an `xs:all`, or a repeated `xs:choice` of elements whose facts say how
often each may stand (XSD 1.0 cannot say both).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.schema.aliases import called_so
from ctct_lint.schema.components import Element, Group, Wildcard
from ctct_lint.schema.facts import NO_FACTS, Facts
from ctct_lint.schema.matching import Duplicate, Match, Missing
from ctct_lint.schema.names import has_text, is_clear, local_name
from ctct_lint.schema.text_home import says_uri
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components import Components, Particle


# A parent with more strange names than that is no misspelt one.
_MOST_COMPARED = 200
# Stands for every operation.
_ALWAYS = "*"


class Slot(NamedTuple):
    """One element of the model: for which operations must it stand, may it repeat?"""

    declaration: Element
    required: frozenset[str]
    repeats: bool

    def is_required(self, operation: str) -> bool:
        """Must it stand in a document for this operation?"""
        return operation in self.required or _ALWAYS in self.required


@dataclass(slots=True)
class FreeModel:
    """A content model of any order.

    slots       its elements by their names
    wildcards   what else may stand there
    held        the names of what one of the elements would hold
    facts       what is known of the vocabulary
    """

    slots: dict[str, Slot]
    wildcards: tuple[Wildcard, ...]
    held: frozenset[str] = frozenset()
    facts: Facts = NO_FACTS

    @property
    def names(self) -> list[str]:
        """The local names of its elements."""
        return [slot.declaration.local_name for slot in self.slots.values()]

    @property
    def elements(self) -> list[Element]:
        """The elements that the model names."""
        return [slot.declaration for slot in self.slots.values()]


def is_free(content: Particle) -> bool:
    """Is the order of the children free?"""
    group = content.term
    assert isinstance(group, Group)  # noqa: S101 - as the content of a type always is
    if group.kind == "all":
        return True
    repeated = group.kind == "choice" and content.most is None
    return repeated and all(
        not isinstance(p.term, Group) and p.most == 1 for p in group.particles
    )


def compile_free(content: Particle, components: Components) -> FreeModel:
    """Return the model of a group that `is_free`."""
    assert isinstance(content.term, Group)  # noqa: S101 - the caller has asked
    repeats = content.term.kind == "choice"
    particles = content.term.particles
    slots = [
        _slot(components.elements[p.term], required=p.least > 0, repeats=repeats)
        for p in particles
        if isinstance(p.term, int)
    ]
    return FreeModel(
        {slot.declaration.name: slot for slot in slots},
        tuple(p.term for p in particles if isinstance(p.term, Wildcard)),
    )


def match_free(children: Iterable[_Element], model: FreeModel, operation: str) -> Match:
    """Match children in any order; each is taken once, then is a duplicate."""
    slots = model.slots
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
    hopeless: set[str] = set()
    for child in strangers:
        wildcard = next((w for w in model.wildcards if w.matches(child.tag)), None)
        if wildcard is not None:
            match.matched.append((child, wildcard))
        elif child.tag in hopeless or len(hopeless) >= _MOST_COMPARED:
            match.unknown.append(child)
        elif not _is_renamed(child, match, absent, model, operation):
            # With fewer names to choose from it will be none of them either.
            hopeless.add(child.tag)
    required = (s for s in absent.values() if s.is_required(operation))
    match.missing = [Missing(slot.declaration.local_name) for slot in required]
    return match


def _add_duplicate(
    match: Match,
    child: _Element,
    first: dict[str, _Element],
    declaration: Element,
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


def _is_unfit(element: _Element, declaration: Element) -> bool:
    """Say whether it holds text alone where only elements may stand."""
    holds_text = len(element) == 0 and has_text(element.text)
    return holds_text and declaration.for_elements


def _is_renamed(
    child: _Element,
    match: Match,
    absent: dict[str, Slot],
    model: FreeModel,
    operation: str,
) -> bool:
    """Note what a stranger is; False if its name is close to none."""
    clear = is_clear(child, model.held) or says_uri(child, model.facts, model.names)
    meant = None if clear else _meant(child, absent, model, operation)
    if meant is None:
        match.unknown.append(child)
        return clear
    del absent[meant.name]
    match.renamed.append((child, meant))
    return True


def _meant(
    child: _Element, absent: dict[str, Slot], model: FreeModel, operation: str
) -> Element | None:
    """Return the element that lacks and that the child was meant for, if any."""
    # Required names first: of two equally close ones they are missed more.
    slots = sorted(absent.values(), key=lambda s: not s.is_required(operation))
    declarations = {s.declaration.local_name: s.declaration for s in slots}
    called = called_so(child, declarations.values(), model.facts)
    name = local_name(child)
    if called is not None or _is_one_too_many(name, model.names):
        return called
    close = closest(name, declarations)
    return None if close is None else declarations[close]


def _is_one_too_many(name: str, known: Sequence[str]) -> bool:
    """Is it a known name with another number, as `CustomField16`? It is meant so."""
    stem, letters = _stem(name), bare(name)
    if stem == letters or letters in map(bare, known):
        return False
    return any(_stem(other) == stem != bare(other) for other in known)


def _stem(name: str) -> str:
    """Return a name without its number, as `bare` has it."""
    return bare(name).rstrip("0123456789")


def _slot(declaration: Element, *, required: bool, repeats: bool) -> Slot:
    """Read the facts of a declaration; without them the schema's own numbers count."""
    facts = dict(declaration.facts)
    told = facts.get("required")
    if told is None:
        told = _ALWAYS if required and not repeats else ""
    repeats = repeats and facts.get("at-most") != "1"
    return Slot(declaration, frozenset(told.split()), repeats)
