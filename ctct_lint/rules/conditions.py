"""What a rule asks of single fields before it is called, written as data.

    name=a|b    the text of the field is one of these; `name=`: it is blank
    name!=a|b   the field is there with another text; `name!=`: it is not blank
    name*=a     the text of the field holds this
    name!~p     the field is there, and its text is not wholly of this pattern
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
    from collections.abc import Iterable

MISSING, OTHER, HOLDS, ONE, UNLIKE = "!", "!=", "*=", "=", "!~"
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
            return not any(_compiled(word).fullmatch(text) for word in self.words)
        return (text in self.words) is (self.sign == ONE)


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
