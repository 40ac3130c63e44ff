"""The cheapest way of children through an ordered content model.

The children are followed through the automaton. Where one may not stand, the cheapest
way on is looked for, from a few children before: a child may be left out (it is
unknown, a duplicate or misplaced), particles put in (they are missing) or a child
renamed (it is misspelt). Once a few children are right again, they are followed as
before: the time is linear in the number of children.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.content.gaps import END, START
from ctct_lint.schema.content.match import Move

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.content.automaton import Automaton
    from ctct_lint.schema.matching.compared import KnownWays
    from ctct_lint.schema.matching.meant import IntendedNames

# In tenths: a name that is close to what may stand there is better than none at all,
# and a child that another one must follow is better than one too many.
LEAVE_OUT = 11
PUT_IN = 10
RENAME = 9
# What the schema knows by its name is that, unless something lacks in its place.
RENAME_KNOWN = 12
# So many children before one that may not stand are looked at again, and so many
# right ones after it are enough.
BACK, SETTLED = 6, 6
# So many ways are followed at a time, and so many once a document has taken long.
WAYS, FEW_WAYS = 48, 3
# That is so many looks at a place, in less than a tenth of a second.
LONG = 50_000
# So few are followed without a look at what they are worth.
_FEW = 3
# Where the content cannot end: only a choice of nothing follows.
_MUCH = 1 << 40


class Way(NamedTuple):
    """The cheapest way to a position: its cost, last move, and the way before.

    A step takes a child to the position, or leaves it out and stays there.
    `calm` is how many children were right in a row, `late` the sum of the numbers of
    those left out: of equally dear ways that one is taken which blames later children.
    """

    cost: int
    position: int
    calm: int
    late: int = 0
    child: _Element | None = None
    taken: bool = False
    before: Way | None = None


class Walk:
    """One pass over the children of a parent; what it has found is in `moves`."""

    def __init__(
        self,
        children: list[_Element],
        automaton: Automaton,
        meant: IntendedNames,
        known: KnownWays,
    ) -> None:
        """Take the children; what was found for others of the same names is `known`."""
        self.children = children
        self._automaton = automaton
        self._meant = meant
        self._known = known
        self._at = 0
        # Children before this one have been repaired already.
        self._fixed = 0
        self.moves: list[Move] = []

    def run(self) -> None:
        """Go through all children, to the end of the content, which needs a repair."""
        known = self._known
        key = known.key(self._automaton, self.children)
        moves = known.recall(key, self.children) if key else None
        if moves is not None:
            self.moves = moves
            return
        self._find_way()
        if key:
            known.keep(key, self.children, self.moves)

    def _find_way(self) -> None:
        """Go on from where a child may not stand, or the content cannot end."""
        self._follow()
        is_through = False
        while not is_through:
            self._go_back()
            is_through = self._repair() or (self._follow() and self._may_end())

    @property
    def _position(self) -> int:
        return self.moves[-1].position if self.moves else START

    def _may_end(self) -> bool:
        return self._position in self._automaton.final

    def _follow(self) -> bool:
        """Take the children that may stand; False at one that may not."""
        position, following = self._position, self._automaton.next
        while self._at < len(self.children):
            child = self.children[self._at]
            target = following(position, child.tag)
            if target is None:
                return False
            self.moves.append(Move(target, position, child))
            position = target
            self._at += 1
        return True

    def _go_back(self) -> None:
        """Forget the last few children that were right, or all if none is sure."""
        back = self._at - self._fixed
        if not self._automaton.ambiguous:
            back = min(BACK, back)
        self._at -= back
        del self.moves[len(self.moves) - back :]

    def _repair(self) -> bool:
        """Find the cheapest way on to where all is right again; True: to the end."""
        start = Way(0, self._position, 0)
        steps = {start.position: start}
        stuck, is_sure = self._at + BACK, not self._automaton.ambiguous
        while self._at < len(self.children):
            ways = sorted(steps.values(), key=_price)
            if ways[0].calm >= SETTLED and self._at > stuck and is_sure:
                self._take(ways[0])
                return False
            steps = self._after(self._worth_it(ways), self.children[self._at])
            self._at += 1
        best = min(steps.values(), key=self._cost_to_the_end)
        self._take(best)
        self._put_in(best.position, END)
        return True

    def _cost_to_the_end(self, step: Way) -> tuple[int, int]:
        gap = self._automaton.gaps(step.position).get(END)
        more = _MUCH if gap is None else PUT_IN * gap.put_in
        return step.cost + more, -step.late

    def _take(self, best: Way) -> None:
        """Add the moves of a way."""
        for step in _steps(best):
            assert step.before is not None  # noqa: S101 - the first one has none
            before = step.before.position
            if step.taken:
                before = self._put_in(before, step.position)
            self.moves.append(Move(step.position, before, step.child, step.taken))
        self._fixed = self._at

    def _put_in(self, position: int, target: int) -> int:
        """Add what lacks between two positions; return the last one before it."""
        known = self._known
        lacking = self._automaton.put_in(position, target, known.most_put_in)
        known.put_in += len(lacking)
        for missing in lacking:
            self.moves.append(Move(missing, position))
            position = missing
        return position

    def _after(self, ways: Iterable[Way], child: _Element) -> dict[int, Way]:
        """Return the ways after one more child: left out, taken, or renamed."""
        after: dict[int, Way] = {}
        automaton, name, most = self._automaton, child.tag, self._most
        renamed = self._meant.positions(child)
        price_of_name = RENAME_KNOWN if name in automaton.known else RENAME
        # The cheapest first: of two children for one place the first one takes it.
        for step in ways:
            cost, position, calm, late, *_ = step
            left_out = cost + LEAVE_OUT, position, 0, late + self._at
            _keep(after, left_out, child, step)
            targets = automaton.targets(position, name, most)
            self._known.looked += 1 + len(targets)
            for target, put_in in targets:
                more = cost + PUT_IN * put_in
                taken = more, target, 0 if put_in else calm + 1, late
                _keep(after, taken, child, step, taken=True)
            gaps = automaton.gaps(position) if renamed else {}
            near = [
                (target, gaps[target].put_in) for target in renamed if target in gaps
            ]
            if len(near) > most:
                near = sorted(near, key=itemgetter(1))[:most]
            self._known.looked += len(near)
            for target, put_in in near:
                more = cost + price_of_name + PUT_IN * put_in
                _keep(after, (more, target, 0, late), child, step, taken=True)
        return after

    def _worth_it(self, ways: list[Way]) -> list[Way]:
        """Return those of some ways, the cheapest first, that may be it in the end.

        None is that costs more than one which leaves out all that it could take.
        """
        if len(ways) <= _FEW:
            return ways
        least, late = min(map(self._cost_to_the_end, ways))
        longest = self._automaton.longest
        found = []
        for step in ways:
            taken = longest[step.position]
            worst = least + LEAVE_OUT * taken, late - self._at * taken
            if (step.cost, -step.late) <= worst:
                found.append(step)
        return found[: self._most]

    @property
    def _most(self) -> int:
        """How many ways are followed, and places looked at for each."""
        return WAYS if self._known.looked < LONG else FEW_WAYS


def _price(step: Way) -> tuple[int, int]:
    return step.cost, -step.late


def _keep(
    steps: dict[int, Way],
    at: tuple[int, int, int, int],
    child: _Element,
    before: Way,
    *,
    taken: bool = False,
) -> None:
    """Keep a step if there is none yet to its position, or a dearer one."""
    cost, position, calm, late = at
    known = steps.get(position)
    if known is None or (cost, -late) < (known.cost, -known.late):
        steps[position] = Way(cost, position, calm, late, child, taken, before)


def _steps(step: Way | None) -> Iterator[Way]:
    """Yield the steps of a way, from its start."""
    way = []
    while step is not None and step.before is not None:
        way.append(step)
        step = step.before
    return reversed(way)
