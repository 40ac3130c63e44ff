"""Children in another order than the model's: those that belong together are one fault.

Two of `c b a` have to move, though nobody would say that two things are wrong. What
stands apart from others has been moved for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.content.match import Disorder
from ctct_lint.schema.names import local_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.path import Path

    Ranks = Mapping[_Element, float]


def find_disorder(match: Match, path: Path) -> None:
    """Say which of the misplaced belong together."""
    strayed = {m.child: m for m in match.misplaced if m.rank and m.meant is None}
    if len(strayed) <= 1:
        return
    steps = enumerate(path.steps, 1)
    ranks = {m.child: float(n) for n, m in steps if m.child is not None}
    ranks |= {child: one.rank for child, one in strayed.items()}
    there = [m.child for m in path.moves if m.child is not None and m.child in ranks]
    places = {child: number for number, child in enumerate(there)}
    for block in _blocks(there, ranks):
        order = tuple(dict.fromkeys(map(local_name, block)))
        for group in _groups(block, strayed):
            children = sorted(group, key=places.__getitem__)
            match.disorders.append(Disorder(children, strayed[children[0]], order))


def _blocks(there: Sequence[_Element], ranks: Ranks) -> Iterator[list[_Element]]:
    """Yield children in their right order, cut wherever none has to pass."""
    right = sorted(there, key=ranks.__getitem__)
    places = {child: place for place, child in enumerate(right)}
    start = reach = 0
    for end, child in enumerate(there, 1):
        reach = max(reach, places[child] + 1)
        if reach == end:
            yield right[start:end]
            start = end


def _groups(
    block: Sequence[_Element], strayed: Container[_Element]
) -> Iterator[set[_Element]]:
    """Yield misplaced ones, with no more than one child between each and the next."""
    group: set[_Element] = set()
    apart = 0
    for child in block:
        apart = 0 if child in strayed else apart + 1
        if not apart:
            group.add(child)
        elif apart > 1:
            yield from _several(group)
            group = set()
    yield from _several(group)


def _several(group: set[_Element]) -> Iterator[set[_Element]]:
    if len(group) > 1:
        yield group
