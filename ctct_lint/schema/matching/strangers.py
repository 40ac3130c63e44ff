"""What unknown children were meant as, where children may stand in any order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.matching.aliases import best_of, called_so, closest_of
from ctct_lint.schema.matching.text_home import says_uri
from ctct_lint.schema.names import local_name
from ctct_lint.text.spelling import bare

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.free_model import FreeModel, Slot
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.compared import Compared

# A parent with more strange names than that is no misspelt one.
_MOST_COMPARED = 200
# So many names are remembered with what they mean in a model.
_MOST_REMEMBERED = 1_000


class _Meanings(NamedTuple):
    """What a name may mean in a model: what others call so, and what is close to it."""

    called: tuple[Element, ...]
    close: Element | None


class Strangers:
    """Sorts the strangers in one parent into `match`.

    there  the places of the names that the parent has
    taken  the places of those that strangers are meant for
    """

    def __init__(
        self,
        match: Match,
        there: Container[int],
        model: FreeModel,
        operation: str,
        compared: Compared,
    ) -> None:
        self._match = match
        self._there = there
        self._model = model
        self._operation = operation
        self._compared = compared
        self._hopeless: set[str] = set()
        self.taken: set[int] = set()

    def take(self, child: _Element) -> None:
        """Say what a stranger is."""
        match, hopeless = self._match, self._hopeless
        wildcards = (w for w in self._model.wildcards if w.matches(child.tag))
        wildcard = next(wildcards, None)
        if wildcard is not None:
            match.matched.append((child, wildcard))
            return
        is_known = child.tag in hopeless or len(hopeless) >= _MOST_COMPARED
        slot = None if is_known else self._meant(child)
        if slot is None:
            match.unknown.append(child)
            return
        if not slot.repeats:
            self.taken.add(slot.place)
        match.renamed.append((child, slot.declaration))

    def _meant(self, child: _Element) -> Slot | None:
        """Return what a stranger is meant for, if its name is close to any."""
        model, name = self._model, local_name(child)
        compare = partial(_meanings, name, model, self._operation)
        meanings = self._compared.recall(model, name, compare)
        if meanings is None or not (meanings.called or meanings.close):
            self._hopeless.add(child.tag)
            return None
        if model.inside.is_clear(child) or says_uri(child, model.facts, model.names):
            return None
        meant = self._absent_of(meanings, child)
        if meant is not None and model.inside.holds_others(child, meant):
            return None
        if meant is None:
            # With fewer names to choose from it will be none of them either.
            self._hopeless.add(child.tag)
            return None
        return model.slots[meant.name]

    def _absent_of(self, meanings: _Meanings, child: _Element) -> Element | None:
        """Return what lacks of all that a stranger may mean."""
        slots, close = self._model.slots, meanings.close
        called = [e for e in meanings.called if self._lacks(slots[e.name], child.tag)]
        if called or close is None:
            return best_of(called, child, self._model.facts)
        if self._lacks(slots[close.name], child.tag):
            return close
        return closest_of(local_name(child), self._absent(child.tag))

    def _lacks(self, slot: Slot, tag: str) -> bool:
        """May a child of a strange name be meant for an element?"""
        if not slot.repeats and (slot.place in self._there or slot.place in self.taken):
            return False
        # It is what its name says, unless something lacks in its place.
        is_other = tag in self._model.known
        return not is_other or slot.is_required(self._operation)

    def _absent(self, tag: str) -> list[Element]:
        found = _by_need(self._model, self._operation)
        return [slot.declaration for slot in found if self._lacks(slot, tag)]


def _by_need(model: FreeModel, operation: str) -> list[Slot]:
    """Return required ones first: of two equally close ones they are missed more."""
    return sorted(model.slots.values(), key=lambda s: not s.is_required(operation))


def _meanings(name: str, model: FreeModel, operation: str) -> _Meanings:
    """Return what a name may mean: many documents have the same slip."""
    key = name, operation
    found = model.meanings.get(key)
    if found is None:
        if len(model.meanings) >= _MOST_REMEMBERED:
            model.meanings.clear()
        found = model.meanings[key] = _found(name, model, operation)
    return cast("_Meanings", found)


def _found(name: str, model: FreeModel, operation: str) -> _Meanings:
    declared = [slot.declaration for slot in _by_need(model, operation)]
    called = tuple(called_so(name, declared))
    if _is_one_too_many(name, model.names):
        return _Meanings(called, None)
    return _Meanings(called, closest_of(name, declared))


def _is_one_too_many(name: str, known: Sequence[str]) -> bool:
    """Is it a known name with another number, as `CustomField16`? It is meant so."""
    stem, letters = _stem(name), bare(name)
    if stem == letters or letters in map(bare, known):
        return False
    return any(_stem(other) == stem != bare(other) for other in known)


def _stem(name: str) -> str:
    """Return a name without its number, as `bare` has it."""
    return bare(name).rstrip("0123456789")
