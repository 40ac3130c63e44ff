"""Names that are close to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.lookalikes import in_ascii

if TYPE_CHECKING:
    from collections.abc import Iterable

# `PermisionReminder` (0.97) and `TextContent` (0.81) are meant, `Address1` (0.57)
# for `OrganizationAddress1` may be anything.
CLOSE = 0.78
_LONGEST = 200


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `name` most likely means, or None.

    Case does not count; of equally close ones the first is taken. A name of more
    than 200 characters is close to nothing: comparing costs the square.
    """
    best, best_ratio = None, CLOSE
    if len(name) > _LONGEST:
        return None
    candidates, name = tuple(candidates), in_ascii(name)
    if name in candidates:
        return name
    swapped = next((c for c in candidates if _is_swapped(name, c)), None)
    if swapped is not None:
        return swapped
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name.casefold())
    for candidate in candidates:
        matcher.set_seq1(candidate.casefold())
        if (
            matcher.real_quick_ratio() > best_ratio
            and matcher.quick_ratio() > best_ratio
        ):
            ratio = matcher.ratio()
            if ratio > best_ratio:
                best, best_ratio = candidate, ratio
    return best


def _is_swapped(name: str, candidate: str) -> bool:
    """Say whether two neighbouring letters changed places: `Nmae`, `di`."""
    if len(name) != len(candidate) or name == candidate:
        return False
    at = next(i for i, letter in enumerate(name) if letter != candidate[i])
    swapped = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    return swapped == candidate


def is_only_one(name: str, meant: str, candidates: Iterable[str]) -> bool:
    """Is the name one slip away from what is meant, or close, and nothing else so?"""
    others = [c for c in candidates if c != meant]
    if is_slip(name, meant) and not any(is_slip(name, c) for c in others):
        return True
    return closest(name, (meant,)) == meant and closest(name, others) is None


def is_slip(name: str, candidate: str) -> bool:
    """Is one letter lacking, too many, another, or swapped with the next?"""
    one, other = in_ascii(name).casefold(), candidate.casefold()
    if abs(len(one) - len(other)) > 1:
        return False
    start = _common(one, other)
    one, other = one[start:], other[start:]
    end = _common(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    return max(len(one), len(other)) <= 1 or _is_swapped(one, other)


def _common(one: str, other: str) -> int:
    """Return how many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    size = min(len(one), len(other))
    return next((at for at, (a, b) in pairs if a != b), size)


def by_closeness(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Return the candidates with the one that is meant, if any, first."""
    known = tuple(candidates)
    best = closest(name, known)
    if best is None:
        return known
    return (best, *(c for c in known if c != best))
