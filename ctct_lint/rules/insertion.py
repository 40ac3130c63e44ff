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
from ctct_lint.schema.names import children, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.rules.context import Context
    from ctct_lint.rules.vocabulary import Vocabulary
    from ctct_lint.schema.facts.facts import Facts

_SHOWN = 80


def insertion(context: Context, parent: _Element, name: str) -> Iterator[Proposal]:
    """Yield the fix that inserts a child, if there is something to put into it."""
    written = "" if context.counts else _written(context.vocabulary, parent, name)
    if written:
        title = f"insert {quoted(written, _SHOWN)}"
        yield guess(title, in_place(context.facts, parent, name, written))


def insertions(
    vocabulary: Vocabulary, parent: _Element, names: Sequence[str], count: int
) -> Iterator[Proposal]:
    """Yield the fix that inserts children, those of `count` that can be guessed."""
    written = [(name, _written(vocabulary, parent, name)) for name in names]
    edits: dict[Place, str] = {}
    for name, text in written:
        if text:
            place, new = in_place(vocabulary.facts, parent, name, text)
            edits[place] = edits.get(place, "") + new
    known = sum(1 for _, text in written if text)
    if known > 1:
        which = f"all {count}" if known == count else f"{known} of the {count}"
        title = f"insert {which} elements"
        yield guess(title, *edits.items())


def _written(vocabulary: Vocabulary, parent: _Element, name: str) -> str:
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
    place, ahead, behind = home_of(facts, parent, name)
    return place, ahead + written + behind


def home_of(facts: Facts, parent: _Element, name: str) -> tuple[Place, str, str]:
    """Return where a child goes, and the blanks ahead of it and behind.

    It goes before the next of its siblings, indented as they are; to the end where the
    facts do not know the order.
    """
    order = list(facts.children_of(local_name(parent)))
    later = frozenset(order[order.index(name) + 1 :] if name in order else ())
    siblings = children(parent)
    child = next((one for one in siblings if local_name(one) in later), None)
    if child is not None:
        return before(child), "", indent_of(child)
    return end_of(parent), indent_of(siblings[-1]) if siblings else "", ""
