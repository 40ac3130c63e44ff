"""How many slips of the pen turn one word into another."""

from __future__ import annotations


def distance(short: str, long: str, limit: int) -> int:
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
