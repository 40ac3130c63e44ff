"""How much work one run may put into the mending of a document.

A lint costs time for the size of the document, and more for each tag and each fault.
So that mending stays within a small multiple of a lint whatever is wrong, all is paid
from an account that grows with the document, and no lint is begun that it has too
little for: a large document full of tags may be left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.left_out import as_left_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.model.diagnostic import Diagnostic

# How often a document is linted at most; where no fix does harm, once more than
# there are rounds.
MOST_LINTS = 18
# The unit of work is what a diagnostic takes, up to 80 microseconds; as much is taken
# by so many bytes, by so many tags that have to be repaired, as nobody knows which do,
# and by so many faults that are counted and not made. But what is against a schema has
# to be explained before it is counted.
_BYTES_A_UNIT, _TAGS_A_UNIT, _COUNTED_A_UNIT = 96, 6, 4
_OF_SCHEMA = "CTC2"
# So many lints, those of one round, are made however much is wrong, if what the bytes
# and tags of the document take is no more than this: one second.
_LEAST_LINTS, _MOST_OF_FIRST_ROUND = 2, 12_500
# What an account has for each document, and one unit more for so many bytes.
_LEAST_WORK, _BYTES_A_UNIT_OF_WORK = 4000, 20
# How many faults of one code are looked at together: these, or one for so many bytes.
_LEAST_FAULTS, _BYTES_A_FAULT = 500, 512


def most_faults(size: int) -> int:
    """Return how many faults of one code one round mends; `size` counts bytes."""
    return max(_LEAST_FAULTS, size // _BYTES_A_FAULT)


class Budget:
    """What is left for one document."""

    def __init__(self, size: int) -> None:
        self._lints = MOST_LINTS
        self._work = _LEAST_WORK + size // _BYTES_A_UNIT_OF_WORK
        self._last = self._last_text = 0

    @property
    def is_spent(self) -> bool:
        """Is there too little left for one more lint like the last one?"""
        if self._lints > MOST_LINTS - _LEAST_LINTS:
            return self._last_text > max(self._work, _MOST_OF_FIRST_ROUND)
        return self._lints <= 0 or self._work < self._last

    def pay(self, data: bytes, diagnostics: Sequence[Diagnostic]) -> None:
        """Pay for a lint of a document, and for what it has said."""
        tags = data.count(b"<")
        self._last_text = len(data) // _BYTES_A_UNIT + tags // _TAGS_A_UNIT
        self._last = self._last_text + _units(diagnostics)
        self._lints -= 1
        self._work -= self._last


def _units(diagnostics: Sequence[Diagnostic]) -> int:
    """Return the work that it takes to find so many faults."""
    units = len(diagnostics)
    for left in filter(None, map(as_left_out, diagnostics)):
        is_explained = left.code.startswith(_OF_SCHEMA)
        units += left.number if is_explained else left.number // _COUNTED_A_UNIT
    return units
