"""Matching children against a content model whose order is free."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.schema.content.match import NOTHING, Duplicate, Match, Missing
from ctct_lint.schema.matching.compared import Compared
from ctct_lint.schema.matching.strangers import Strangers
from ctct_lint.schema.names import has_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.free_model import FreeModel, Slot


def match_free(
    children: Iterable[_Element],
    model: FreeModel,
    operation: str,
    compared: Compared | None = None,
) -> Match:
    """Match children in any order; what stands too often is a duplicate.

    `compared` has the names of the same document that were compared before.
    """
    if model.is_never:
        return Match(missing=[Missing(NOTHING)])
    slots, match, strangers = model.slots, Match(), []
    first: dict[int, _Element] = {}
    counts: dict[int, int] = defaultdict(int)
    children, take = list(children), match.matched.append
    for child in children:
        slot = slots.get(child.tag)
        if slot is None:
            strangers.append(child)
            continue
        declaration, _, _, most, place = slot
        if most is None or counts[place] < most:
            first[place] = child
            counts[place] += 1
            take((child, declaration))
        else:
            _add_duplicate(match, child, first, slot)
    few = {place for place, least in model.several.items() if counts[place] < least}
    taken = first.keys() - few
    if strangers:
        sorting = Strangers(match, first, model, operation, compared or Compared())
        for child in strangers:
            sorting.take(child)
        taken |= sorting.taken
    if children or not model.optional:
        match.missing = _missing(match, frozenset(taken), model, operation)
    return match


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
