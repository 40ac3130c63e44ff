"""How much is wrong with a document by its schema."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.fault import NEEDED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.fault import Fault

# How the kinds of faults begin that say that something is to be written.
LACKING = "missing-"


def weighed(faults: Iterable[Fault]) -> Counter[str]:
    """Return how much is wrong, by the kinds of faults.

    Of what lacks, each element and attribute counts.
    """
    found: Counter[str] = Counter()
    for fault in faults:
        lacks = fault.kind.startswith(LACKING) or fault.detail == NEEDED
        found[fault.kind] += max(len(fault.expected), 1) if lacks else 1
        found[fault.kind] += fault.left_out
    return found
