"""How much work one run may put into the mending of a document.

A lint costs time for the size of the document, and much more for each diagnostic. So
that mending stays within a small multiple of a lint whatever is wrong, both are paid
from an account that grows with the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sized

# How often a document is linted at most; where no fix does harm, once more than
# there are rounds.
MOST_LINTS = 18
# The unit of work is what a diagnostic takes; as much is taken by so many bytes.
_BYTES_A_UNIT = 400
# So many lints are free of that limit: those of one round.
_LEAST_LINTS = 2
# What an account has for each document, and one unit more for so many bytes.
_LEAST_WORK, _BYTES_A_UNIT_OF_WORK = 2500, 44
# How many faults of one code are looked at together: these, or one for so many bytes.
_LEAST_FAULTS, _BYTES_A_FAULT = 500, 96


def most_faults(size: int) -> int:
    """Return how many faults of one code are mended in one round."""
    return max(_LEAST_FAULTS, size // _BYTES_A_FAULT)


class Budget:
    """What is left for one document."""

    __slots__ = ("_lints", "_work")

    def __init__(self, size: int) -> None:
        self._lints = MOST_LINTS
        self._work = _LEAST_WORK + size // _BYTES_A_UNIT_OF_WORK

    @property
    def is_spent(self) -> bool:
        """Is there nothing left for one more lint?"""
        if self._lints > MOST_LINTS - _LEAST_LINTS:
            return False
        return self._lints <= 0 or self._work <= 0

    def pay(self, data: Sized, diagnostics: Sized) -> None:
        """Pay for a lint of a document, and for what it has said."""
        self._lints -= 1
        self._work -= len(data) // _BYTES_A_UNIT + len(diagnostics)
