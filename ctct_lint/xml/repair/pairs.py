"""Which start tags have their end tag, with nothing amiss between them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.xml.repair.margins import MOST, ends_left_over, ends_of_outer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.tokens import Token


_NONE = array("q")


class Pairs:
    """The elements whose tags match all the way down, and the tags left over.

    What is balanced is never taken apart: a mend only ever concerns the tags
    that are left. Numbers are those of the tokens. `other_end` has, by start tags,
    the end tags of another name that stand where theirs is due.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.end_of: dict[int, int] = {}
        self.other_end: dict[int, int] = {}
        self.outer_of: dict[int, int] = {}
        # There are up to a million.
        self._starts: defaultdict[str, array[int]] = defaultdict(_numbers)
        self._ends: defaultdict[str, array[int]] = defaultdict(_numbers)
        self.void: set[int] = set()
        left = self._match(tokens)
        for number in left:
            token = tokens[number]
            if token.kind == "start":
                self._starts[token.name].append(number)
            else:
                self._ends[token.name].append(number)

    def go_by_margins(self, text: str, tokens: Sequence[Token]) -> None:
        """Give end tags to the start tags that they stand right below."""
        left = list(chain.from_iterable(self._starts.values()))
        for start, inner, end in ends_of_outer(text, tokens, self.end_of, left):
            name = tokens[start].name
            del self.end_of[inner]
            insort(self._starts[name], inner)
            insort(self._ends[name], end)
            self.outer_of[end] = start
        for name, ends in self._ends.items():
            starts = self._starts.get(name, _NONE)
            if len(ends) < len(starts) <= MOST:
                self.outer_of.update(ends_left_over(text, tokens, starts, ends))

    @cached_property
    def has_strange_end(self) -> bool:
        """Is there an end tag left of a name that no start tag has that is left?"""
        return any(name not in self._starts for name in self._ends)

    def _match(self, tokens: Sequence[Token]) -> list[int]:
        left: list[int] = []
        for number, token in enumerate(tokens):
            if token.kind == "start":
                if not token.empty:
                    left.append(number)
            elif token.kind == "end":
                self._drop_unfinished(tokens, left, token.name)
                top = tokens[left[-1]] if left else None
                if top and _match_up(top, token):
                    self.end_of[left.pop()] = number
                    continue
                if top and top.kind == "start":
                    self.other_end[left[-1]] = number
                left.append(number)
        self._drop_unfinished(tokens, left, "")
        return left

    def _drop_unfinished(
        self, tokens: Sequence[Token], left: list[int], name: str
    ) -> None:
        """Take `<link href="x"` that nothing closes for an empty element.

        The first tag that is left is the root's: it stays open.
        """
        while len(left) > 1:
            top = tokens[left[-1]]
            if top.finished or top.cut or top.name == name:
                return
            self.void.add(left.pop())

    def ends_left(self, name: str, number: int) -> int:
        """Count the end tags of a name that are not yet spoken for.

        They are counted from token `number` on, up to the next start tag of
        that name that has no end tag of its own.
        """
        ends = self._ends.get(name)
        if ends is None:
            return 0
        starts = self._starts.get(name, _NONE)
        at = bisect_left(starts, number)
        first = bisect_left(ends, number)
        last = bisect_left(ends, starts[at]) if at < len(starts) else len(ends)
        return last - first


def _numbers() -> array[int]:
    return array("q")


def _match_up(start: Token, end: Token) -> bool:
    return start.kind == "start" and start.name == end.name and not start.cut
