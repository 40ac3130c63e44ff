"""Start tags that have the name of what they hold: `<item><item/><item/></items>`.

Such a tag looks as if it were written twice. An end tag that closes nothing proves that
the first one was to be that of the wrapper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import local_part
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

# No more than one text is between them.
_TO_NEXT_TAG = 2


class DoubledStarts:
    """Those that one of the same name follows, by how many elements are around."""

    def __init__(self, source: Source, tokens: Sequence[Token]) -> None:
        self._model, self._source = source.model, source
        self._tokens = tokens
        self._numbers: dict[int, int] = {}

    def note(self, number: int, depth: int) -> None:
        """Note the number of a start tag inside of so many elements."""
        self._numbers[depth] = number

    def first_of(self, number: int, depth: int) -> int:
        """Return the number of the start tag that another is right behind, or -1."""
        first = self._numbers.get(depth, -1)
        return first if first >= 0 and number - first <= _TO_NEXT_TAG else -1

    def wrapper(self, end: Token, parent: int, depth: int) -> int:
        """Return the number of the start tag that an end tag proves, -1 for none.

        It has the right name then, and the fault that it had another one.

        parent  the number of the start tag around both, inside of `depth` - 1 elements
        """
        number = self._numbers.get(depth, -1)
        if number <= parent:
            return -1
        around, start = self._tokens[parent], self._tokens[number]
        if start.name_draft or not self._is_wrapper(around.name, end.name, start.name):
            return -1
        edit = TextEdit(start.name_start, start.name_end, end.name)
        fault = end.fault("mismatched-end-tag", edit)
        fault.expected = (start.name,)
        fault.relate(start.name_start, start.name_end, start.name)
        start.name = start.proper = end.name
        start.name_draft = fault
        return number

    def _is_wrapper(self, around: str, name: str, held: str) -> bool:
        """Say whether one name may stand between two others."""
        outer, meant = self._source.meant(around), self._source.meant(name)
        may = self._model.may_contain
        return may(outer, local_part(name)) and may(meant, local_part(held))
