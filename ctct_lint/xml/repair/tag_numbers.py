"""Where the start and end tags of each name stand among the tokens of a text."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.tokens import Token


class TagNumbers:
    """The numbers of the tags of each name, but for empty elements."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        # There are up to a million.
        self._starts: dict[str, array[int]] = {}
        self._ends: dict[str, array[int]] = {}
        for number, token in enumerate(tokens):
            if token.is_tag and not token.empty:
                numbers = self._starts if token.kind == "start" else self._ends
                numbers.setdefault(token.name, array("q")).append(number)

    def has_end(self, name: str, number: int) -> bool:
        """Tell whether one of a name stands behind a token."""
        return _behind(self._ends, name, number) > 0

    def ends_left(self, name: str, number: int) -> int:
        """Count the end tags of a name behind a token, less the start tags there."""
        ends = _behind(self._ends, name, number)
        return ends - _behind(self._starts, name, number)


def _behind(found: dict[str, array[int]], name: str, number: int) -> int:
    numbers = found.get(name, ())
    return len(numbers) - bisect_left(numbers, number)
