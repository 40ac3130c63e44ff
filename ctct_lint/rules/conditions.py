"""What a rule asks of single fields before it is called, written as data.

    name=a|b    the text of the field is one of these; `name=`: it is blank
    name!=a|b   the field is there with another text; `name!=`: it is not blank
    name*=a     the text of the field holds this
    name!~p     the text of the field is not blank, and not wholly of this pattern
    !name       the field is missing

White space around a text does not count. To look at a field takes less than a call
does, and the looks of all rules at one field are taken together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MISSING, OTHER, HOLDS, ONE, UNLIKE = "!", "!=", "*=", "=", "!~"
_OF_WORDS = frozenset({OTHER, ONE})
_BETWEEN = "|"


class Condition(NamedTuple):
    """What is asked of a field: a sign of those above, and the words behind it."""

    field: str
    sign: str
    words: frozenset[str] = frozenset()

    def holds(self, text: str) -> bool:
        """Is it so of the field's text, which has no white space around it?"""
        if self.sign == HOLDS:
            return any(word in text for word in self.words)
        if self.sign == UNLIKE:
            of_these = any(_compiled(word).fullmatch(text) for word in self.words)
            return text != "" and not of_these
        return (text in self.words) is (self.sign == ONE)


class FieldConditions:
    """All conditions that are asked of one field, each with the bits that it sets.

    Of those that are about whole words one look answers all.
    """

    def __init__(self, conditions: Sequence[tuple[Condition, int]]) -> None:
        of_words = [c for c in conditions if c[0].sign in _OF_WORDS]
        words = {word for condition, _ in of_words for word in condition.words}
        self._of_words = {word: _bits(of_words, word) for word in words}
        # No word has a line break in it.
        self._of_others = _bits(of_words, "\n")
        self._longest = max(map(len, words), default=-1)
        self._held = [
            (word, bits)
            for condition, bits in conditions
            for word in condition.words
            if condition.sign == HOLDS
        ]
        self._looks = [c for c in conditions if c[0].sign == UNLIKE]

    def bits(self, text: str) -> int:
        """Return the bits of all that holds of a text without white space around it."""
        bits = self._of_others
        if len(text) <= self._longest:
            bits = self._of_words.get(text, bits)
        for word, own in self._held:
            if word in text:
                bits |= own
        return bits | _bits(self._looks, text) if self._looks else bits


def _bits(conditions: Iterable[tuple[Condition, int]], text: str) -> int:
    bits = 0
    for condition, own in conditions:
        if condition.holds(text):
            bits |= own
    return bits


def read(condition: str) -> Condition:
    """Return a condition that is written as above."""
    if condition.startswith(MISSING):
        return Condition(condition.removeprefix(MISSING), MISSING)
    field, found, pattern = condition.partition(UNLIKE)
    if found:
        return Condition(field, UNLIKE, frozenset([pattern]))
    for sign in (OTHER, HOLDS, ONE):
        field, found, words = condition.partition(sign)
        if found:
            return Condition(field, sign, frozenset(words.split(_BETWEEN)))
    raise ValueError(f"no condition: {condition}")


def of_fields(fields: Iterable[str], asked: str) -> tuple[str, ...]:
    """Return the same condition for each of these fields: `=`, `*=&`, ..."""
    return tuple(field + asked for field in fields)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
