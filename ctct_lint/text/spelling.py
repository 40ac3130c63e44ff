"""Names that are close to each other."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ctct_lint.text.candidates import Candidates
from ctct_lint.text.subsequences import in_common

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# `PermisionReminder` (0.97) and `TextContent` (0.81) are meant, `Address1` (0.57)
# for `OrganizationAddress1` may be anything.
CLOSE = 0.78
LONGEST = 200
_REMEMBERED = 100
# As many values as the longest lists of codes have.
_MANY = 1 << 15
# In a name of so many letters, two that changed places leave no doubt: `costumer`.
_TELLING = 6


def closest(name: str, candidates: Iterable[str], ratio: float = CLOSE) -> str | None:
    """Return the candidate that `name` most likely means, or None.

    Case does not count; of equally close ones the first is taken. What is as close as
    `ratio` or less does not count. A name of more than 200 characters is close to
    nothing: comparing costs the square.
    """
    if len(name) > LONGEST:
        return None
    if isinstance(candidates, Candidates):
        return _closest_of(name, candidates, ratio)
    return _closest(name, tuple(candidates), ratio)


# The same texts are wrong in many documents.
@lru_cache(maxsize=4096)
def _closest_of(name: str, candidates: Candidates, ratio: float) -> str | None:
    return _closest(name, tuple(_near(name, candidates)), ratio)


def _near(name: str, candidates: Candidates) -> tuple[str, ...]:
    """Return the candidates that may be close to a name."""
    from ctct_lint.text.lookalikes import in_ascii

    name = in_ascii(name)
    needed = partial(_common, len(name.casefold()))
    return candidates.near(name, str.casefold, needed)


def _common(one: int, other: int) -> int:
    """Return how many letters close names have in common, by their lengths."""
    return min(int(CLOSE * (one + other) / 2) + 1, max(one, other))


def digits_in(name: str) -> str:
    """Return the digits of a name: they are no slips of the pen."""
    return "".join(filter(str.isdigit, name))


# The same names are compared again and again: a document is full of them.
@lru_cache(maxsize=4096)
def _closest(name: str, candidates: tuple[str, ...], best_ratio: float) -> str | None:
    from ctct_lint.text.lookalikes import in_ascii

    name = in_ascii(name)
    if name in candidates:
        return name
    short = name.casefold()
    alike = [c.casefold() for c in candidates]
    most = [_most_alike(short, other) for other in alike]
    of_same = (c for c, ratio in zip(candidates, most, strict=True) if ratio == 1)
    swapped = next((c for c in of_same if _is_swapped(name, c)), None)
    if swapped is not None:
        return swapped
    # The most promising ones first: after a close one the others need no comparison.
    for number, ratio in enumerate(most):
        if ratio > best_ratio:
            most[number] = _most_alike_in_order(short, alike[number])
    order = sorted(
        (n for n, ratio in enumerate(most) if ratio > best_ratio),
        key=lambda number: -most[number],
    )
    best = _first_of_closest(short, alike, most, order, best_ratio)
    return None if best is None else candidates[best]


def _first_of_closest(
    name: str,
    others: Sequence[str],
    most: Sequence[float],
    order: Sequence[int],
    best_ratio: float,
) -> int | None:
    """Return the number of the word that is closest to a name, if it is close.

    most   how close each may be at most; `order` has the numbers by that
    """
    best = None
    if order:
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(name)
        for number in order:
            if most[number] < best_ratio:
                break
            is_first = best is not None and number < best
            if most[number] > best_ratio or is_first:
                matcher.set_seq1(others[number])
                ratio = matcher.ratio()
                if ratio > best_ratio or (is_first and ratio == best_ratio):
                    best, best_ratio = number, ratio
    return best


def _most_alike(name: str, other: str) -> float:
    """Return how close names in small letters may be, by the letters in common."""
    both = len(name) + len(other)
    common = (letters(name) & letters(other)).bit_count()
    return 2.0 * common / both if both else 1.0


def _most_alike_in_order(name: str, other: str) -> float:
    """Return how close they may be by the letters that both have in one order."""
    both = len(name) + len(other)
    return 2.0 * in_common(name, other) / both if both else 1.0


@lru_cache(maxsize=_MANY)
def letters(word: str) -> int:
    """Return the letters of a word as bits that few share, each as often as it is."""
    found = 0
    for letter in word:
        bit = 1 << ord(letter) % 64
        while found & bit:
            bit <<= 64
        found |= bit
    return found


def _is_swapped(name: str, candidate: str) -> bool:
    """Say whether two letters changed places: `Nmae`, `di`, in a long name any two."""
    if len(name) != len(candidate) or name == candidate:
        return False
    differ = [at for at, letter in enumerate(name) if letter != candidate[at]]
    one, other = differ[0], differ[-1]
    if len(differ) != 2 or (other > one + 1 and len(name) < _TELLING):  # noqa: PLR2004
        return False
    return name[one] == candidate[other] and name[other] == candidate[one]


def bare(text: str) -> str:
    """Return the letters and digits of a text, in small letters."""
    return _bare_of_short(text) if len(text) <= _REMEMBERED else _bare(text)


def _bare(text: str) -> str:
    from ctct_lint.text.lookalikes import in_ascii

    return "".join(filter(str.isalnum, in_ascii(text))).casefold()


# The names of a schema are asked for again and again.
_bare_of_short = lru_cache(maxsize=_MANY)(_bare)


def by_closeness(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Return the candidates with the one that is meant, if any, first."""
    # Of many, those that may be close are known.
    known = candidates if isinstance(candidates, Candidates) else tuple(candidates)
    best = closest(name, known)
    if best is None:
        return known
    return (best, *(c for c in known if c != best))
