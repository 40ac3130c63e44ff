"""The first faults of each kind: a document of a megabyte can have a million."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place

# As many as are looked at where a comment may suppress the first ones.
MOST = 10_000


def first_of_each_kind(
    faults: Iterable[Fault], is_needed: Callable[[Fault], bool]
) -> list[Fault]:
    """Return the first faults of each kind; the last of them counts the others.

    Faults of one kind at one place are one. `is_needed` says which ones are kept
    though there are more than enough.
    """
    kept: list[Fault] = []
    seen: dict[str, int] = {}
    counted: dict[str, int] = {}
    places: dict[str, Place] = {}
    for fault in faults:
        kind = fault.kind
        number = seen.get(kind, 0)
        if number < MOST or is_needed(fault):
            seen[kind] = number + 1
            kept.append(fault)
        elif places.get(kind) != fault.at:
            counted[kind] = counted.get(kind, 0) + 1
            places[kind] = fault.at
    for number in range(len(kept) - 1, -1, -1) if counted else ():
        more = counted.pop(kept[number].kind, 0)
        if more:
            kept[number] = kept[number]._replace(left_out=more)
    return kept
