"""What a fix inserts where something is missing: which value, and where it goes.

All of it is a guess: a placeholder that the server takes, or what the document
says elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.indent import indent_of
from ctct_lint.model.place import before, end_of
from ctct_lint.rules.base import Proposal, guess
from ctct_lint.rules.wording import child_with, quoted
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.rules.context import Context
    from ctct_lint.rules.vocabulary import Vocabulary
    from ctct_lint.schema.facts.facts import Facts

SHOWN = 80


def insertion(context: Context, parent: _Element, *names: str) -> Iterator[Proposal]:
    """Yield the fix that inserts a child, if there is something to put into it.

    So for each name. There is none where findings are no more than counted.
    """
    if context.counts:
        return
    homes = Homes(context.facts, parent)
    for name in names:
        written = written_child(context.vocabulary, parent, name)
        if written:
            title = f"insert {quoted(written, SHOWN)}"
            yield guess(title, homes.in_place(name, written))


def insertions(
    vocabulary: Vocabulary, parent: _Element, names: Sequence[str], count: int
) -> Iterator[Proposal]:
    """Yield the fix that inserts children, those of `count` that can be guessed."""
    written = [(name, written_child(vocabulary, parent, name)) for name in names]
    homes = Homes(vocabulary.facts, parent)
    edits: dict[Place, str] = {}
    for name, text in written:
        if text:
            place, new = homes.in_place(name, text)
            edits[place] = edits.get(place, "") + new
    known = sum(1 for _, text in written if text)
    if known > 1:
        which = f"all {count}" if known == count else f"{known} of the {count}"
        title = f"insert {which} elements"
        yield guess(title, *edits.items())


def written_child(vocabulary: Vocabulary, parent: _Element, name: str) -> str:
    """Return the element as it is to be written, "" if it would be empty."""
    written = vocabulary.element_for(parent, name)
    if written is not None:
        return written
    value = vocabulary.value_for(parent, name)
    return child_with(parent, name, value) if value else ""


def in_place(
    facts: Facts, parent: _Element, name: str, written: str
) -> tuple[Place, str]:
    """Return the edit that inserts a child, as it is to be written."""
    return Homes(facts, parent).in_place(name, written)


class Homes:
    """Where children of an element go."""

    def __init__(self, facts: Facts, parent: _Element) -> None:
        self._parent = parent
        self._order = list(facts.children_of(local_name(parent)))

    def in_place(self, name: str, written: str) -> tuple[Place, str]:
        """Return the edit that inserts a child, as it is to be written."""
        place, ahead, behind = self.of(name)
        return place, ahead + written + behind

    def of(self, name: str) -> tuple[Place, str, str]:
        """Return where a child goes, and the blanks ahead of it and behind.

        It goes before the next of its siblings, indented as they are; to the end where
        the facts do not know the order.
        """
        order, parent = self._order, self._parent
        later = order[order.index(name) + 1 :] if name in order else []
        tags = (f"{{*}}{other}" for other in later)
        child = next(parent.iterchildren(*tags), None) if later else None
        if child is not None:
            return before(child), "", indent_of(child)
        return end_of(parent), indent_of(parent[-1]) if len(parent) else "", ""
