"""Matching children against a content model whose order is free.

That is an `xs:all`, or a repeated `xs:choice` of elements whose facts say how
often each may stand (XSD 1.0 cannot say both).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.record import field, record
from ctct_lint.schema.aliases import called_so
from ctct_lint.schema.components import Element, Group, Wildcard
from ctct_lint.schema.facts import NO_FACTS, Facts
from ctct_lint.schema.matching import Duplicate, Match, Missing
from ctct_lint.schema.names import has_text, is_clear, local_name
from ctct_lint.schema.text_home import says_uri
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components import Components, Particle
    from ctct_lint.schema.names import Held


# A parent with more strange names than that is no misspelt one.
_MOST_COMPARED = 200
# So many sets of children of a model are remembered with what lacks beside them.
_MOST_REMEMBERED = 1_000
# Stands for every operation.
_ALWAYS = "*"


class Slot(NamedTuple):
    """One element of the model: for which operations must it stand, may it repeat?

    `place` is the number of its particle, which its substitutes share.
    """

    declaration: Element
    required: frozenset[str]
    repeats: bool
    place: int = 0

    def is_required(self, operation: str) -> bool:
        """Must it stand in a document for this operation?"""
        return operation in self.required or _ALWAYS in self.required


@record
class FreeModel:
    """A content model of any order.

    slots       its elements by their names
    wildcards   what else may stand there
    needs       may it not be empty, whatever stands in it?
    optional    may it be empty, whatever it requires?
    held        the names of what the elements would hold, and of what that would hold
    known       the names of the schema's global elements in other namespaces
    facts       what is known of the vocabulary
    """

    slots: dict[str, Slot]
    wildcards: tuple[Wildcard, ...]
    needs: bool = False
    optional: bool = False
    held: Held = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    facts: Facts = NO_FACTS
    _names: list[str] = field(default_factory=list)
    _required: dict[str, tuple[Slot, ...]] = field(default_factory=dict)
    _lacking: dict[tuple[str, frozenset[int]], tuple[Missing, ...]] = field(
        default_factory=dict
    )

    def required(self, operation: str) -> tuple[Slot, ...]:
        """Return what must stand in a document for an operation."""
        if operation not in self._required:
            slots = self.slots.values()
            needed = tuple(slot for slot in slots if slot.is_required(operation))
            self._required[operation] = needed
        return self._required[operation]

    def lacking(self, operation: str, taken: frozenset[int]) -> tuple[Missing, ...]:
        """Return what must stand there and does not, if these places are taken."""
        key = operation, taken
        if key not in self._lacking:
            if len(self._lacking) >= _MOST_REMEMBERED:
                self._lacking.clear()
            places: dict[int, list[Slot]] = {}
            for slot in self.required(operation):
                if slot.place not in taken:
                    places.setdefault(slot.place, []).append(slot)
            self._lacking[key] = tuple(map(_one_of, places.values()))
        return self._lacking[key]

    @property
    def names(self) -> list[str]:
        """The local names of its elements."""
        if not self._names:
            slots = self.slots.values()
            self._names = [slot.declaration.local_name for slot in slots]
        return self._names

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
        not isinstance(p.term, Group) and p.most != 0 and p.least <= 1
        for p in group.particles
    )


def compile_free(content: Particle, components: Components) -> FreeModel:
    """Return the model of a group that `is_free`."""
    group = content.term
    assert isinstance(group, Group)  # noqa: S101 - the caller has asked
    is_choice = group.kind == "choice"
    slots = [
        # In an `all` of XSD 1.1 an element may have its own number.
        _slot(
            declaration,
            place,
            required=p.least > 0 and not is_choice,
            repeats=is_choice or p.most != 1,
        )
        for place, p in enumerate(group.particles)
        if isinstance(p.term, int)
        for declaration in _concrete(components.elements[p.term], components)
    ]
    needs = bool(is_choice and content.least and all(p.least for p in group.particles))
    return FreeModel(
        {slot.declaration.name: slot for slot in slots},
        tuple(p.term for p in group.particles if isinstance(p.term, Wildcard)),
        needs=needs,
        optional=content.least == 0,
    )


def _concrete(element: Element, components: Components) -> list[Element]:
    """Return an element and those that may stand for it; the abstract one last."""
    others = [components.elements[number] for number in element.substitutes]
    return [*others, element] if element.abstract else [element, *others]


def match_free(children: Iterable[_Element], model: FreeModel, operation: str) -> Match:
    """Match children in any order; each is taken once, then is a duplicate."""
    slots, match, strangers = model.slots, Match(), []
    first: dict[int, _Element] = {}
    children = list(children)
    for child in children:
        slot = slots.get(child.tag)
        if slot is None:
            strangers.append(child)
        elif slot.repeats or slot.place not in first:
            first[slot.place] = child
            match.matched.append((child, slot.declaration))
        else:
            _add_duplicate(match, child, first, slot)
    taken = set(first)
    if strangers:
        taken |= _take_strangers(strangers, match, first, model, operation)
    if children or not model.optional:
        match.missing = _missing(match, frozenset(taken), model, operation)
    return match


def _take_strangers(
    strangers: list[_Element],
    match: Match,
    first: Container[int],
    model: FreeModel,
    operation: str,
) -> set[int]:
    """Say what strangers are; return the places of which one is misspelt.

    `first` has the places of the names that are there.
    """
    slots = model.slots
    absent = {n: s for n, s in slots.items() if s.repeats or s.place not in first}
    before = {slot.place for slot in absent.values()}
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
    return before - {slot.place for slot in absent.values()}


def _missing(
    match: Match, taken: frozenset[int], model: FreeModel, operation: str
) -> list[Missing]:
    """Return what must be there and is not; `taken` has the places of what is."""
    if model.needs and not (match.matched or match.renamed):
        names = tuple(dict.fromkeys(_names(model.slots.values()))) or ("*",)
        return [Missing(names[0], names)]
    return list(model.lacking(operation, taken))


def _one_of(slots: Iterable[Slot]) -> Missing:
    names = tuple(_names(slots))
    return Missing(names[0], names if len(names) > 1 else ())


def _names(slots: Iterable[Slot]) -> list[str]:
    """Return the names of elements that may be there: not of abstract ones."""
    declared = (slot.declaration for slot in slots)
    return [d.local_name for d in declared if not d.is_placeholder]


def _add_duplicate(
    match: Match, child: _Element, first: dict[int, _Element], slot: Slot
) -> None:
    """Blame the later one, unless only the first one makes no sense."""
    before, declaration = first[slot.place], slot.declaration
    is_same = before.tag == child.tag
    earlier = is_same and _is_unfit(before, declaration)
    if earlier and not _is_unfit(child, declaration):
        match.matched.remove((before, declaration))
        before, child = child, before
        first[slot.place] = before
        match.matched.append((before, declaration))
    else:
        earlier = False
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
    wanted = absent
    if child.tag in model.known:
        # It is what its name says, unless something lacks in its place.
        wanted = {n: s for n, s in absent.items() if s.is_required(operation)}
    meant = None if clear else _meant(child, wanted, model, operation)
    if meant is None:
        match.unknown.append(child)
        return clear
    if not absent[meant.name].repeats:
        place = absent[meant.name].place
        for name in [n for n, slot in absent.items() if slot.place == place]:
            del absent[name]
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


def _slot(declaration: Element, place: int, *, required: bool, repeats: bool) -> Slot:
    """Read the facts of a declaration; without them the schema's own numbers count."""
    facts = dict(declaration.facts)
    told = facts.get("required")
    if told is None:
        told = _ALWAYS if required else ""
    repeats = repeats and facts.get("at-most") != "1"
    return Slot(declaration, frozenset(told.split()), repeats, place)
