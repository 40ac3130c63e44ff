"""Matching children against a content model whose order is free."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.schema.content.match import Duplicate, Match
from ctct_lint.schema.matching.aliases import called_so
from ctct_lint.schema.matching.text_home import says_uri
from ctct_lint.schema.names import has_text, is_clear, local_name
from ctct_lint.text.spelling import bare, closest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.free_model import FreeModel, Slot
    from ctct_lint.schema.content.match import Missing

# A parent with more strange names than that is no misspelt one.
_MOST_COMPARED = 200


def match_free(children: Iterable[_Element], model: FreeModel, operation: str) -> Match:
    """Match children in any order; what stands too often is a duplicate."""
    slots, match, strangers = model.slots, Match(), []
    first: dict[int, _Element] = {}
    counts: dict[int, int] = defaultdict(int)
    children = list(children)
    for child in children:
        slot = slots.get(child.tag)
        if slot is None:
            strangers.append(child)
        elif slot.most is None or counts[slot.place] < slot.most:
            first[slot.place] = child
            counts[slot.place] += 1
            match.matched.append((child, slot.declaration))
        else:
            _add_duplicate(match, child, first, slot)
    few = {place for place, least in model.several.items() if counts[place] < least}
    taken = set(first) - few
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
        return [model.lacking_any()]
    return list(model.lacking(operation, taken))


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
