"""How many letters words have in common in the same order: their longest subsequence.

All words stand in one whole number, a bit for each letter and one more behind each
word, so that a letter is looked for in thousands of words at once. (The method is that
of Hyyrö for two words; the bit behind a word keeps sums from the next one.)
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def in_common(one: str, other: str) -> int:
    """Return how many letters of two words stand in both of them in the same order."""
    bits, size = _bits_of(one), len(one)
    left = full = (1 << size) - 1
    for letter in other:
        found = left & bits.get(letter, 0)
        if found:
            left = ((left + found) | (left - found)) & full
    return size - left.bit_count()


@lru_cache(maxsize=64)
def _bits_of(word: str) -> dict[str, int]:
    bits: dict[str, int] = {}
    for at, letter in enumerate(word):
        bits[letter] = bits.get(letter, 0) | 1 << at
    return bits


class Subsequences:
    """Words that are compared with others all at once."""

    def __init__(self, words: Mapping[int, str]) -> None:
        """Take words by their numbers."""
        places: dict[str, list[int]] = {}
        firsts: list[int] = []
        # By where the bit behind it stands: which word that is.
        self._behind: dict[int, int] = {}
        lengths: dict[int, list[int]] = {}
        at = 0
        for number, word in words.items():
            firsts.append(at)
            for place, letter in enumerate(word, at):
                places.setdefault(letter, []).append(place)
            at += len(word)
            self._behind[at] = number
            lengths.setdefault(len(word), []).append(at)
            at += 1
        self._bits = {letter: bits_at(found, at) for letter, found in places.items()}
        self._firsts = bits_at(firsts, at)
        self._of_length = {n: bits_at(ends, at) for n, ends in lengths.items()}
        self._ends = bits_at(list(self._behind), at)
        self._full = ((1 << at) - 1) ^ self._ends

    def lacking_at_most(self, word: str, limits: Mapping[int, int]) -> dict[int, int]:
        """Return how many of its letters a word of here has not in common with one.

        limits  by their lengths, how many of their letters words may lack
        """
        left, full, ends = self._full, self._full, self._ends
        for letter in word:
            found = left & self._bits.get(letter, 0)
            if found:
                left = ((left + found) | (left - found)) & full
        result: dict[int, int] = {}
        seen = 0
        for lacks in range(max(limits.values(), default=-1) + 1):
            # One letter of each that is left goes; where none is, the end goes.
            taken = (left | ends) - self._firsts
            done = ends & ~taken & ~seen
            seen |= done
            wanted = (n for n, limit in limits.items() if limit >= lacks)
            for length in wanted if done else ():
                for end in numbers_in(done & self._of_length.get(length, 0)):
                    result[self._behind[end]] = lacks
            left &= taken
        return result


def bits_at(numbers: Sequence[int], size: int) -> int:
    """Return the set of some numbers, all below a size, as the bits of one."""
    found = bytearray((size >> 3) + 1)
    for number in numbers:
        found[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(found, "little")


def numbers_in(bits: int) -> Iterator[int]:
    """Yield the numbers in a set, the least first."""
    while bits:
        last = bits & -bits
        yield last.bit_length() - 1
        bits ^= last
