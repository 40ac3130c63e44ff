"""Words by their letters: which of very many may be close to another one?

A set of words is one whole number with a bit for each of them, so that a step of the
search looks at all words at once: ten thousand take some microseconds.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.text.subsequences import Subsequences, bits_at, numbers_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

# A longer word is close to none that is looked for.
_LONGEST = 400
# Of more words that have the letters those are left out that have them in no order.
_FEW = 6
_SWAPPED = 2


class LetterIndex:
    """Finds words by how many letters they have in common with another one."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        having: dict[tuple[str, int], list[int]] = {}
        lengths: dict[int, list[int]] = {}
        for number, word in enumerate(words):
            if len(word) <= _LONGEST:
                lengths.setdefault(len(word), []).append(number)
                for letter in _letters(word):
                    having.setdefault(letter, []).append(number)
        size = len(words)
        # The words that have a letter, and that have it for the second time, ...
        self._having = {letter: bits_at(n, size) for letter, n in having.items()}
        self._lengths = {length: bits_at(n, size) for length, n in lengths.items()}
        self._all = (1 << len(words)) - 1

    @cached_property
    def _subsequences(self) -> Subsequences:
        words = enumerate(self._words)
        return Subsequences({n: w for n, w in words if len(w) <= _LONGEST})

    def most_alike(
        self, word: str, needed: Callable[[int], int], most: int
    ) -> list[int]:
        """Return the numbers of the words with enough letters in common, in order.

        Those of very few need not be in the same order in both.

        needed  returns how many are enough for a word of a length
        most    so many at most: those that have the most in common, for their lengths
        """
        own = len(word)
        may_lack = {length: own - needed(length) for length in self._lengths}
        found = self._by_letters(word, may_lack)
        if sum(one.bit_count() for one in found) > min(_FEW, most):
            return self._in_order(word, may_lack, most)
        return sorted(number for one in found for number in numbers_in(one))

    def _by_letters(self, word: str, may_lack: Mapping[int, int]) -> list[int]:
        """Return the sets of words with enough letters, in any order, by length."""
        lacking = self._lacking(word, max(may_lack.values(), default=-1))
        return [
            self._lengths[length] & ~lacking[limit + 1]
            for length, limit in may_lack.items()
            if limit >= 0
        ]

    def _in_order(self, word: str, may_lack: Mapping[int, int], most: int) -> list[int]:
        """Return the words that have enough letters in the same order."""
        own = len(word)
        limits = {length: length - own + lacks for length, lacks in may_lack.items()}
        if own in limits:
            # Two letters that have changed places have another order.
            limits[own] = max(limits[own], _SWAPPED)
        found = self._subsequences.lacking_at_most(word, limits)
        if len(found) > most:
            ranked = sorted(found, key=lambda number: self._rank(own, found, number))
            return sorted(ranked[:most])
        return sorted(found)

    def _rank(
        self, own: int, lacking: Mapping[int, int], number: int
    ) -> tuple[float, int, int]:
        """Return a key that is the less the more of both words is in common."""
        length = len(self._words[number])
        return -(length - lacking[number]) / (own + length or 1), length, number

    def _lacking(self, word: str, most: int) -> list[int]:
        """Return the words that lack so many letters of a word, or more.

        most  the most that is asked for; one more is the last of the list
        """
        lacking = [self._all, *[0] * (most + 1)]
        for letter in _letters(word):
            absent = self._all ^ self._having.get(letter, 0)
            for number in range(most + 1, 0, -1):
                lacking[number] |= lacking[number - 1] & absent
        return lacking


def _letters(word: str) -> Iterator[tuple[str, int]]:
    """Yield the letters of a word, each with how often it has stood there before."""
    return ((letter, word.count(letter, 0, at)) for at, letter in enumerate(word))
