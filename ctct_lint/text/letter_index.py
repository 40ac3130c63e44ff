"""Words by their letters: which of very many may be close to another one?

A set of words is one whole number with a bit for each of them, so that a step of the
search looks at all words at once: ten thousand take some microseconds.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# A longer word is close to none that is looked for.
_LONGEST = 400


class LetterIndex:
    """Finds words by how many letters they have in common with another one."""

    __slots__ = ("_all", "_having", "_lengths")

    def __init__(self, words: Sequence[str]) -> None:
        having: dict[tuple[str, int], list[int]] = {}
        lengths: dict[int, list[int]] = {}
        for number, word in enumerate(words):
            if len(word) <= _LONGEST:
                lengths.setdefault(len(word), []).append(number)
                for letter in _letters(word):
                    having.setdefault(letter, []).append(number)
        size = (len(words) >> 3) + 1
        # The words that have a letter, and that have it for the second time, ...
        self._having = {letter: _bits(n, size) for letter, n in having.items()}
        self._lengths = {length: _bits(n, size) for length, n in lengths.items()}
        self._all = (1 << len(words)) - 1

    def most_alike(
        self, word: str, needed: Callable[[int], int], most: int
    ) -> list[int]:
        """Return the numbers of the words with enough letters in common, in order.

        needed  returns how many are enough for a word of a length
        most    so many at most: those that have the most in common, for their lengths
        """
        own = len(word)
        may_lack = {length: own - needed(length) for length in self._lengths}
        lacking = self._lacking(word, max(may_lack.values(), default=-1))
        alike = sorted(
            (
                (-(own - lacks) / (own + length or 1), length, lacks)
                for length, limit in may_lack.items()
                for lacks in range(limit + 1)
            )
        )
        sets = (
            self._lengths[length] & lacking[lacks] & ~lacking[lacks + 1]
            for _, length, lacks in alike
        )
        return sorted(islice((n for found in sets for n in _numbers(found)), most))

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


def _bits(numbers: Sequence[int], size: int) -> int:
    """Return the set of some numbers; `size` is that of the largest one in bytes."""
    found = bytearray(size)
    for number in numbers:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers in a set, the least first."""
    while bits:
        last = bits & -bits
        yield last.bit_length() - 1
        bits ^= last
