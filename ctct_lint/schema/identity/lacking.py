"""Keys that lack, or are lost, because of what another fault tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.model.fault import Fault

# An echo of another fault, and nothing to be told.
LOST_KEY = "lost-key"
# The faults of keys, of IDs, and of references to them.
OF_IDENTITY = frozenset(
    {
        "ambiguous-key",
        "complex-key",
        "duplicate-id",
        "duplicate-key",
        "missing-key",
        "unknown-idref",
        "unknown-keyref",
    }
)
# The faults of an element that lacks a child, or an attribute of the right name.
_LACKS = frozenset(
    {
        "attribute-namespace",
        "missing-attribute",
        "missing-element",
        "misspelt-attribute",
    }
)


def without_lacking_keys(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Yield faults without keys that lack because of what another one tells."""
    lacking = {fault.at.element for fault in faults if fault.kind == "missing-key"}
    told = {
        (fault.at.element, name.rpartition(":")[2])
        for fault in faults
        if fault.kind in _LACKS and fault.at.element in lacking
        for names in (fault.subject, *fault.expected)
        for name in names.split("|")
    }
    for fault in faults:
        lacks = (fault.at.element, fault.subject.lstrip("@"))
        if fault.kind != "missing-key" or lacks not in told:
            yield fault
