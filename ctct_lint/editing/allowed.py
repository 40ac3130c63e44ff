"""Which elements may stand at a place among those that stand there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.content.automaton import Automaton
from ctct_lint.schema.content.gaps import START

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.schema.components.element import Element, Term
    from ctct_lint.schema.content.free_model import FreeModel

    Positions = frozenset[int]


class Allowed(NamedTuple):
    """An element or a wildcard that may stand at a place; must one stand there?"""

    term: Term
    is_required: bool


class NamesAround(NamedTuple):
    """The names, in Clark notation, of what stands before and after a place."""

    before: Sequence[str] = ()
    after: Sequence[str] = ()


def allowed(
    model: Automaton | FreeModel, around: NamesAround, operation: str
) -> Iterator[Allowed]:
    """Yield what may stand at a place, in the order of the schema."""
    if isinstance(model, Automaton):
        return _in_order(model, around, operation)
    return _in_any_order(model, around, operation)


def _in_any_order(
    model: FreeModel, around: NamesAround, operation: str
) -> Iterator[Allowed]:
    present = {*around.before, *around.after}
    # Of a place that has its element, neither that nor a substitute is asked for.
    taken = {slot.place for name, slot in model.slots.items() if name in present}
    for slot in model.slots.values():
        is_taken = slot.place in taken
        if slot.repeats or not is_taken:
            # Facts are of documents that are accepted: they hold in any case.
            is_asked = present or not model.optional or operation in slot.required
            is_required = not is_taken and slot.is_required(operation)
            yield Allowed(slot.declaration, is_required and bool(is_asked))
    for wildcard in model.wildcards:
        yield Allowed(wildcard, is_required=False)


def _in_order(
    model: Automaton, around: NamesAround, operation: str
) -> Iterator[Allowed]:
    here = _behind(model, around.before)
    seen: set[Term] = set()
    is_sound = _may_follow(model, here, around.after)
    for position in _following(model, here):
        term = model.terms[position]
        taken = frozenset({position})
        fits = not is_sound or _may_follow(model, taken, around.after)
        if term not in seen and fits:
            seen.add(term)
            yield Allowed(term, _is_required(model, here, position, around, operation))


def _behind(model: Automaton, names: Sequence[str]) -> Positions:
    """Return where the model can be after children.

    Those that lack before one are passed over; one that cannot follow is no child.
    """
    here = frozenset({START})
    for name in names:
        here = _taking(model, here, name) or _reaching(model, here, name) or here
    return here


def _may_follow(model: Automaton, here: Positions, names: Sequence[str]) -> bool:
    """Can children still follow, with others between them that lack?"""
    known = [n for n in names if any(term.matches(n) for term in model.terms)]
    for name in known:
        here = _reaching(model, here, name)
        if not here:
            return False
    return True


def _taking(model: Automaton, here: Positions, name: str) -> Positions:
    """Return the positions that can come next and take a child."""
    return frozenset(p for p in _following(model, here) if model.terms[p].matches(name))


def _reaching(model: Automaton, here: Positions, name: str) -> Positions:
    """Return the positions that can come at all and take a child, the nearest ones."""
    seen: set[int] = set()
    while here - seen:
        found = _taking(model, here, name)
        if found:
            return found
        seen |= here
        here = frozenset(_following(model, here))
    return frozenset()


def _following(model: Automaton, here: Positions) -> dict[int, None]:
    """Return the positions that can come next, in the order of the model."""
    found = {p for one in here for p in model.follow.get(one, ())}
    return dict.fromkeys(sorted(found))


def _is_required(
    model: Automaton,
    here: Positions,
    position: int,
    around: NamesAround,
    operation: str,
) -> bool:
    """Can the content not be complete without it, or without what it is a choice of?"""
    term = model.terms[position]
    if isinstance(term, Wildcard) or not is_meant_for(term, operation):
        return False
    names = {term.local_name, *model.alternatives.get(position, ())}
    here = _passing(model, here, names)
    for name in around.after:
        here = _passing(model, _taking(model, here, name) or here, names)
    return not here & model.final


def _passing(model: Automaton, here: Positions, names: set[str]) -> Positions:
    """Return all positions that can be reached without elements of some names."""
    found, todo = set(here), list(here)
    while todo:
        for target in model.follow.get(todo.pop(), ()):
            if target not in found and model.terms[target].local_name not in names:
                found.add(target)
                todo.append(target)
    return frozenset(found)


def is_meant_for(declaration: Element, operation: str) -> bool:
    """May a document for this operation need the element, as its facts say?"""
    told = dict(declaration.facts).get("required")
    return told is None or operation in told.split()
