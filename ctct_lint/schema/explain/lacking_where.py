"""Where in a row of children something is missing that stands there at other times.

Of 400 pairs two have lost their second half: their parent's name tells nobody which.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby, islice
from typing import TYPE_CHECKING

from ctct_lint.model.place import name_of
from ctct_lint.schema.content.match import names_of
from ctct_lint.schema.names import children, local_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.content.match import Match, Spot

# Of more that lacks in one parent it is only counted where it does.
_MOST = 100
# What begins the text of a place: on which side of it something is missing.
AFTER, BEFORE = "after", "before"


def lacking_where(
    parent: _Element, match: Match, missing: Sequence[str]
) -> tuple[tuple[Place, str], ...]:
    """Return the neighbours of what is missing, by their order.

    missing  all that lacks, with alternatives as `a|b`

    Each has as its text `after` or `before`, and the names of all that is missing
    there. There are none where the name of the parent says enough, as nothing of what
    lacks stands there, or lacks twice; nor where it is not known of all where they are.
    """
    if not match.spots:
        return ()
    around, counts = children(parent), Counter(missing)
    if not around or not _repeats(around, counts):
        return ()
    if Counter(names_of(spot.missing) for spot in match.spots) != counts:
        return ()
    spots = list(islice(match.spots, _MOST))
    if any(s.after is not None and s.after.getparent() is not parent for s in spots):
        return ()
    return tuple(
        _told(after, around[0], list(row))
        for after, row in groupby(spots, lambda spot: spot.after)
    )


def is_inside(match: Match) -> bool:
    """Say whether all that lacks does so before children that stand right.

    Where anything else is wrong with the children it is not certain what lacks.
    """
    others = match.wrapped or match.meant or match.bare
    counts = {match.cost, len(match.missing), len(match.spots)}
    if others or len(counts) > 1 or not match.matched:
        return False
    last = match.matched[-1][0]
    return all(spot.after is not last for spot in match.spots)


def _repeats(around: Sequence[_Element], counts: Counter[str]) -> bool:
    there = {local_name(child) for child in around}
    return any(
        count > 1 or not there.isdisjoint(names.split("|"))
        for names, count in counts.items()
    )


def _told(
    after: _Element | None, first: _Element, spots: Sequence[Spot]
) -> tuple[Place, str]:
    side, child = (BEFORE, first) if after is None else (AFTER, after)
    names = (names_of(spot.missing) for spot in spots)
    return name_of(child), " ".join((side, *names))
