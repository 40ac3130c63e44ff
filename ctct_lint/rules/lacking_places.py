"""What is said of the places in a row of children where something is missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.indent import indent_of
from ctct_lint.model.place import after, before
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.base import guess
from ctct_lint.rules.insertion import SHOWN, written_child
from ctct_lint.rules.lacking_names import either_named
from ctct_lint.rules.wording import as_many, quoted
from ctct_lint.schema.explain.lacking_where import AFTER
from ctct_lint.schema.names import child_called, local_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.rules.base import Proposal
    from ctct_lint.rules.vocabulary import Vocabulary

# So many places are shown; of more it is told how many.
_MOST = 4


class Lacking(NamedTuple):
    """The name of a child, and the names of what is missing beside it."""

    at: Place
    side: str
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """What is said of the place."""
        counted = Counter(self.names).items()
        words = [either_named(n.split("|")) + f" ({k})" * (k > 1) for n, k in counted]
        verb = "are" if len(self.names) > 1 else "is"
        end = f" {verb} missing {self.side} this"
        return as_many(words, len(end)) + end


def lacking_places(fault: Fault) -> list[Lacking]:
    """Return the places of a fault of what is missing, none if they are not known."""
    told = ((at, text.split(" ")) for at, text in fault.related)
    return [Lacking(at, side, tuple(names)) for at, (side, *names) in told]


def where(places: Sequence[Lacking], names: str) -> str:
    """Return the end of a help that says where to add something, "" if there is none.

    names  of what is missing, with alternatives as `a|b`
    """
    sides = {
        (one.side, local_name(one.at.element))
        for one in places
        if names in one.names and one.at.element is not None
    }
    if len(sides) != 1:
        return ""
    ((side, beside),) = sides
    if beside in names.split("|"):
        # One stands there, but it is not enough.
        return ""
    verb = "follows" if side == AFTER else "precedes"
    return f" where none {verb} {quoted(beside)}"


def labels(places: Sequence[Lacking], count: int) -> Iterator[tuple[Place, str]]:
    """Yield the first places with what is missing there; `count`: how much in all."""
    shown = places[:_MOST]
    more = count - sum(len(one.names) for one in shown)
    for one in shown:
        rest = f", and {more:,} more further on" if more and one is shown[-1] else ""
        yield one.at, one.label + rest


def put_in_places(
    vocabulary: Vocabulary,
    parent: _Element,
    places: Sequence[Lacking],
    names: Collection[str],
    count: int,
) -> Iterator[Proposal]:
    """Yield the fix that inserts what can be guessed, where it is missing.

    names  those that may be made up
    count  how much is missing in all
    """
    written = {name: written_child(vocabulary, parent, name) for name in set(names)}
    likes = {name: child_called(parent, name) for name in written}
    edits, texts = [], []
    for one in places:
        new = [(n, written[n]) for n in one.names if written.get(n)]
        if new:
            edits.append(_edit(one, new, likes))
            texts += [text for _, text in new]
    if not edits:
        return
    which = (
        f"all {count:,}" if len(texts) == count else f"{len(texts)} of the {count:,}"
    )
    alone = f"insert {quoted(texts[0], SHOWN)}"
    yield guess(alone if count == 1 else f"insert {which} elements", *edits)


def _edit(
    one: Lacking, new: Sequence[tuple[str, str]], likes: Mapping[str, _Element | None]
) -> tuple[Place, str]:
    """Return the edit that writes children beside another one, as their likes are."""
    child = one.at.element
    assert child is not None  # noqa: S101 - it is a child that has a name
    if one.side == AFTER:
        rows = ((likes[name], text) for name, text in new)
        beside = ((child if e is None else e, text) for e, text in rows)
        return after(child), "".join(indent_of(e) + text for e, text in beside)
    return before(child), "".join(text + indent_of(child) for _, text in new)
