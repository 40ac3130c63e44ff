"""Edits of a text, in order, and what they make of it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from io import StringIO
from itertools import accumulate, islice
from operator import add, gt, sub
from typing import TYPE_CHECKING

from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A mend of more places than that is told as two edits: the first one, and one of all
# between the second and the last of them.
MOST_EDITS = 250


class Edits:
    """Edits by position, none inside another: three columns, as there are millions."""

    __slots__ = ("_ends", "_news", "_starting", "_starts")

    def __init__(self, edits: Iterable[tuple[int, int, str]] = ()) -> None:
        self._starts = array("q")
        self._ends = array("q")
        self._news: list[str] = []
        # Of places that were asked for; thousands of end tags may be put in at one.
        self._starting: dict[int, frozenset[TextEdit]] = {}
        add_start, add_end = self._starts.append, self._ends.append
        add_new = self._news.append
        for start, end, new in edits:
            add_start(start)
            add_end(end)
            add_new(new)

    def append(self, start: int, end: int, new: str) -> None:
        """Add an edit behind the last one."""
        self._starts.append(start)
        self._ends.append(end)
        self._news.append(new)

    def __len__(self) -> int:
        return len(self._news)

    def __iter__(self) -> Iterator[TextEdit]:
        return map(TextEdit, self._starts, self._ends, self._news)

    def __getitem__(self, index: int) -> TextEdit:
        return TextEdit(self._starts[index], self._ends[index], self._news[index])

    def columns(self) -> Iterator[tuple[int, int, str]]:
        """Yield the starts, ends and new texts: less than an edit takes to make."""
        return zip(self._starts, self._ends, self._news, strict=True)

    def growths(self) -> Iterator[int]:
        """Yield by how much longer the text is before each edit, and behind all."""
        new, old = map(len, self._news), map(sub, self._ends, self._starts)
        return accumulate(map(sub, new, old), initial=0)

    def moved(self, growths: Iterable[int]) -> Iterator[int]:
        """Yield where the edits start in the text that they make."""
        return map(add, self._starts, growths)

    def __contains__(self, edit: TextEdit) -> bool:
        start = edit.start
        first = bisect_left(self._starts, start)
        if self._starts[first + 1 : first + 2] != array("q", [start]):
            return first < len(self) and self[first] == edit
        if start not in self._starting:
            last = bisect_right(self._starts, start)
            self._starting[start] = frozenset(self[at] for at in range(first, last))
        return edit in self._starting[start]

    def hold(self, edit: TextEdit) -> bool:
        """Tell whether one of these is of all that the edit is of."""
        at = bisect_right(self._starts, edit.start) - 1
        return at >= 0 and edit.end <= self._ends[at]

    def with_others(
        self, others: Iterable[tuple[int, int, str]], *, are_stronger: bool = False
    ) -> Edits:
        """Return these with others; of two that meet the later one is left out.

        At one place what is inserted comes first, in the order given, and then the
        longest. Of two that replace the same it is one of these that stays, unless
        the others are stronger.
        """
        ordered = Edits(others).by_position()
        if not self and ordered.are_apart():
            return ordered
        merged, starts, size = Edits(), self._starts, len(self)
        at = end = 0
        for start, last, new in ordered.columns():
            if at < size and starts[at] <= start:
                upto = self._before(start, last, at, are_stronger)
                if at < upto:
                    merged._extend(self, at, upto)
                    end = self._ends[upto - 1]
                    at = upto
            if start >= end:
                merged.append(start, last, new)
                end = max(end, last)
                at = bisect_left(starts, end, at) if start < end else at
        merged._extend(self, at, size)
        return merged

    def as_one(self, text: str) -> TextEdit:
        """Return one edit of all between the first and the last of them."""
        start, end = self._starts[0], self._ends[-1]
        moved = ((s - start, e - start, new) for s, e, new in self.columns())
        return TextEdit(start, end, _applied(text[start:end], moved))

    def by_position(self) -> Edits:
        """Return these in order, themselves where they are; most are found so."""
        if self.are_sorted():
            return self
        # Numbers, as keys of their own would take much memory.
        size = len(self)
        places = sorted(start * size + at for at, start in enumerate(self._starts))
        ordered = self._picked(place % size for place in places)
        if ordered.are_sorted():
            return ordered
        return Edits(sorted(ordered, key=_sort_key))

    def are_apart(self) -> bool:
        """Tell whether each begins where the one before it ends, or behind that."""
        return not any(map(gt, self._ends, islice(self._starts, 1, None)))

    def are_sorted(self) -> bool:
        """Tell whether none is before another one, nor longer at the same place."""
        starts = self._starts
        if any(map(gt, starts, islice(starts, 1, None))):
            return False
        # Of two that are apart only the second can be longer than nothing.
        following = islice(starts, 1, None)
        return self.are_apart() or not any(
            other == start < end
            for start, end, other in zip(starts, self._ends, following, strict=False)
        )

    def _picked(self, numbers: Iterable[int]) -> Edits:
        picked = Edits()
        for number in numbers:
            picked.append(self._starts[number], self._ends[number], self._news[number])
        return picked

    def _before(self, start: int, end: int, at: int, is_stronger: bool) -> int:  # noqa: FBT001 - what the edit is
        """Return the number of the first one from `at` on that comes after an edit."""
        upto = bisect_left(self._starts, start, at)
        while upto < len(self) and self._starts[upto] == start:
            own, key = _order(start, self._ends[upto]), _order(start, end)
            if own > key or (own == key and is_stronger and start < end):
                break
            upto += 1
        return upto

    def _extend(self, other: Edits, at: int, upto: int) -> None:
        if at + 1 == upto:
            # Mostly so where others come between: in a third of the time.
            self.append(other._starts[at], other._ends[at], other._news[at])
            return
        self._starts.extend(other._starts[at:upto])
        self._ends.extend(other._ends[at:upto])
        self._news.extend(other._news[at:upto])


def in_order(edits: Iterable[TextEdit]) -> list[TextEdit]:
    """Sort edits and leave out those that fall inside another one.

    At one place what is inserted comes first, in the order given.
    """
    return list(Edits().with_others(edits))


def _sort_key(edit: tuple[int, int, str]) -> tuple[int, bool, int]:
    start, end, _ = edit
    return start, *_order(start, end)


def _order(start: int, end: int) -> tuple[bool, int]:
    """Return where among those that start there an edit comes."""
    return end > start, -end


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Return the text with edits applied that are in order and apart."""
    return _applied(text, edits.columns() if isinstance(edits, Edits) else edits)


def _applied(text: str, columns: Iterable[tuple[int, int, str]]) -> str:
    # Not a list to join: a text of its own for each part would take much memory.
    result, at = StringIO(), 0
    for start, end, new in columns:
        result.write(text[at:start])
        result.write(new)
        at = end
    result.write(text[at:])
    return result.getvalue()


def as_few(text: str, edits: list[TextEdit]) -> list[TextEdit]:
    """Return the edits, which are apart from each other, as two if they are many.

    The first one, which may be the cause of all others, stays as it is.
    """
    if len(edits) <= MOST_EDITS:
        return edits
    first, *others = Edits(edits).by_position()
    return [first, Edits(others).as_one(text)]
