"""A row of children whose wrapper has lost its tags: `title` and `guid` of an `item`.

Some of them may stand in the parent as well, so that each is wrong in its own way. It
is one fault if a wrapper round a whole row makes all right.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.content.match import Wrapped
from ctct_lint.schema.matching.fitting import cheapest, has_place_for, misfits
from ctct_lint.schema.matching.settled import each_once
from ctct_lint.schema.matching.wrapper import cost_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Model

# So many rows are tried.
_MOST_TRIED = 40


class _Row(NamedTuple):
    """Children from `start` up to `end`, a wrapper for them and its content model."""

    start: int
    end: int
    wrapper: Element
    model: Model


class _Lost(NamedTuple):
    """A wrapper round children from `start` up to `end`, and the match with it."""

    start: int
    end: int
    wrapper: Element
    match: Match

    @property
    def is_there(self) -> bool:
        """Does another one stand in the parent?"""
        return sum(c.tag == self.wrapper.name for c, _ in self.match.matched) > 1


def with_wrapper(parent: Parent, match: Match) -> Match:
    """Return a match as if a lost wrapper were there, if it makes all right.

    `match` is what is wrong without that. Of several wrappers for the row those are
    meant of which one is there.
    """
    schema, children = parent.schema, parent.row
    is_wrapped = [w for w in match.wrapped if cost_in(w.wrappers[0], w.meant, schema)]
    repairs = match.cost + len(match.wrapped) + len(match.meant)
    if (repairs == 1 and not is_wrapped) or not parent.may("wrapper"):
        return match
    rows = islice(_rows(parent, children, match), _MOST_TRIED)
    found = list(_right(parent, children, rows))
    if not found:
        return match
    found = cheapest(
        found, lambda o: misfits(children[o.start : o.end], o.wrapper, schema)
    )
    meant = [lost for lost in found if lost.is_there] or found
    best = meant[0]
    row = children[best.start : best.end]
    wrappers = each_once(o.wrapper for o in meant if o[:2] == best[:2])
    right = best.match
    right.wrapped = [Wrapped(row, wrappers, is_there=best.is_there)]
    right.matched = [one for one in right.matched if one[0].getparent() is not None]
    return right


def _rows(parent: Parent, children: list[_Element], match: Match) -> Iterator[_Row]:
    """Yield the rows that an element of the parent may hold.

    First what is there already: of several items one has lost its tags.
    """
    wrong, tags = _wrong(match), {str(child.tag) for child in children}
    strays = [(n, child.tag) for n, child in enumerate(children) if child in wrong]
    has_strangers = bool(match.unknown or match.wrapped)
    wrappers = parent.model.inside.wrappers
    for wrapper in sorted(wrappers, key=lambda e: e.name not in tags):
        named = parent.schema.held_by(wrapper).keys()
        places = [n for n, tag in strays if tag in named]
        inside = parent.schema.model(wrapper) if places else None
        # What may be empty is no more than one way to get rid of children.
        if inside is not None and (has_strangers or not parent.takes((), inside)):
            held = {tag for tag in tags if has_place_for(inside, tag)}
            for start, end in _longer(children, places, held):
                yield _Row(start, end, wrapper, inside)


def _right(
    parent: Parent, children: list[_Element], rows: Iterable[_Row]
) -> Iterator[_Lost]:
    """Yield the rows that are right in their wrapper, and the parent with it."""
    for start, end, wrapper, inside in rows:
        if parent.takes(children[start:end], inside):
            stub = etree.Element(wrapper.name)
            around = [*children[:start], stub, *children[end:]]
            if parent.takes(around, parent.model):
                yield _Lost(start, end, wrapper, parent.match(around))


def _wrong(match: Match) -> set[_Element]:
    """Return the children that do not stand where they should."""
    wrong = {*match.unknown, *(child for child, _ in match.renamed)}
    wrong.update(duplicate.child for duplicate in match.duplicates)
    wrong.update(misplaced.child for misplaced in match.misplaced)
    wrong.update(child for wrapped in match.wrapped for child in wrapped.children)
    return wrong


def _longer(
    children: Sequence[_Element], places: Sequence[int], held: Container[str]
) -> Iterator[tuple[int, int]]:
    """Yield where a row may start and end that holds the last of some places.

    What the wrapper may hold behind that goes with it; where it began is not known.
    """
    start, end = places[-1], places[-1] + 1
    while end < len(children) and children[end].tag in held:
        end += 1
    yield start, end
    while start and children[start - 1].tag in held:
        start -= 1
        yield start, end
