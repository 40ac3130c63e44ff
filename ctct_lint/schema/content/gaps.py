"""Ways between the positions of an automaton: what has to be put in on them."""

from __future__ import annotations

from collections import deque
from math import inf
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.components.element import Element

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ctct_lint.schema.components.element import Term


START = -1
END = -2


class Gap(NamedTuple):
    """How to come to a position: what has to be put in, and the position before."""

    put_in: int
    before: int


def gaps_from(
    start: int,
    follow: Mapping[int, Collection[int]],
    final: Collection[int],
    terms: Sequence[Term],
) -> Iterator[tuple[int, Gap]]:
    """Yield the shortest ways from a position to all others, and to END.

    `follow`, `final` and `terms` are those of an automaton.
    """
    queue, seen = deque([(start, 0)]), set[int]()
    while queue:
        position, put_in = queue.popleft()
        if position in final and END not in seen:
            seen.add(END)
            yield END, Gap(put_in, position)
        for target in follow.get(position, ()):
            if target not in seen:
                seen.add(target)
                yield target, Gap(put_in, position)
                if not _is_placeholder(terms[target]):
                    queue.append((target, put_in + 1))


def longest_ways(
    follow: Mapping[int, Collection[int]], positions: Iterable[int]
) -> dict[int, float]:
    """Return how many may follow each position; `inf` with a round among them."""
    before: dict[int, list[int]] = {}
    for position, targets in follow.items():
        for target in targets:
            before.setdefault(target, []).append(position)
    left = {position: len(follow.get(position, ())) for position in positions}
    found: dict[int, float] = {}
    ends = deque(position for position, number in left.items() if not number)
    while ends:
        position = ends.popleft()
        targets = follow.get(position, ())
        found[position] = max((found[target] + 1 for target in targets), default=0)
        for one in before.get(position, ()):
            left[one] -= 1
            if not left[one]:
                ends.append(one)
    return {position: found.get(position, inf) for position in left}


def _is_placeholder(term: Term) -> bool:
    """Tell whether no document may have it, but an element in its place."""
    return isinstance(term, Element) and term.is_placeholder
