"""Names that are a slip of the pen apart."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ctct_lint.text.candidates import Candidates
from ctct_lint.text.spelling import LONGEST, bare, digits_in, letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


# Of fewer letters than the one, a slip makes another word; than the other, two do.
_SHORT, _LONG = 3, 10
# Among so many candidates one is found that differs in a letter.
_FEW = 200


def is_sure(name: str, meant: str, candidates: Iterable[str]) -> bool:
    """Is it clear what is meant: a slip of the pen, and of this one alone?

    Case, separators and letters that look alike do not count. Digits are no slips,
    nor are words: `FirstOrLastName` may mean something else than `FirstAndLastName`.
    Of a name of more than 200 characters nothing is clear: comparing costs the square.
    """
    if len(name) > LONGEST:
        return False
    if isinstance(candidates, Candidates):
        return _is_sure_of(name, meant, candidates)
    return _is_sure(name, meant, candidates)


@lru_cache(maxsize=4096)
def _is_sure_of(name: str, meant: str, candidates: Candidates) -> bool:
    near = candidates.near(name, bare, partial(_same, len(bare(name))))
    return _is_sure(name, meant, near)


def _is_sure(name: str, meant: str, candidates: Iterable[str]) -> bool:
    others = [c for c in candidates if c != meant]
    if bare(name) == bare(meant):
        return all(bare(c) != bare(meant) for c in others)
    slips = _slips(name, meant)
    most = 1 if len(meant) < _LONG else 2
    return slips <= most and all(_slips(name, c) > slips for c in others)


def _same(one: int, other: int) -> int:
    """Return how many letters two slips leave as they are, by the names' lengths."""
    return max(one, other) - 2


@lru_cache(maxsize=4096)
def _slips(name: str, candidate: str) -> int:
    """Return how many slips two names are apart; 3 if too many or not to be told."""
    short, long = sorted((bare(name), bare(candidate)), key=len)
    if len(short) < _SHORT or len(long) > LONGEST or _is_far(short, long):
        return 3
    return _distance(short, long, 2)


def _is_far(short: str, long: str) -> bool:
    """Say whether more than two letters are others, or any digit is."""
    own, others = letters(short), letters(long)
    most = max((own & ~others).bit_count(), (others & ~own).bit_count())
    return most > 2 or digits_in(short) != digits_in(long)  # noqa: PLR2004


def is_slip(name: str, candidate: str, most: int = 1) -> bool:
    """Is one letter lacking, too many, another, or swapped with the next?

    most  how many such slips there may be
    """
    from ctct_lint.text.lookalikes import in_ascii

    short, long = sorted((in_ascii(name).casefold(), candidate.casefold()), key=len)
    return len(long) <= LONGEST and _distance(short, long, most) <= most


def only_slip(name: str, candidates: Sequence[str]) -> str | None:
    """Return the only one of a few candidates that a name is with one slip, if any.

    A name of two letters may be any other one of two.
    """
    if len(name) < _SHORT or len(candidates) > _FEW:
        return None
    found = [one for one in candidates if is_slip(name, one)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> bool:
    """Tell whether two names look like one name with a slip of the pen."""
    a, b = _local(one), _local(other)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(long) > LONGEST or len(short) < 3:  # noqa: PLR2004 - no name of the format
        return False
    if long.startswith(short) and len(short) * 2 >= len(long):
        return True
    return _distance(short, long, 2) <= min(2, len(short) // 3)


def _local(name: str) -> str:
    return name.rpartition(":")[2].casefold()


def _distance(short: str, long: str, limit: int) -> int:
    """Return how many letters are to be added, taken away, changed or swapped.

    One more than the limit stands for all that is beyond it.
    """
    if len(long) - len(short) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(short) + 1))
    for j, char in enumerate(long, 1):
        older, before, row = before, row, [j]
        for i, other in enumerate(short, 1):
            cost = min(before[i] + 1, row[-1] + 1, before[i - 1] + (char != other))
            swapped = i > 1 and j > 1 and char == short[i - 2] and other == long[j - 2]
            row.append(min(cost, older[i - 2] + 1) if swapped else cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
