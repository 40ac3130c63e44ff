"""At most so many of a kind: what is beyond that is counted, and not kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# More than any text has of anything.
ALL = 1 << 62
# Of a kind no more are kept than anybody will be shown.
MOST_OF_KIND = 1000


class Quota:
    """Says of each thing, by its kind, whether there is still room for it."""

    __slots__ = ("_most", "_seen")

    def __init__(self, most: int) -> None:
        self._most = most
        # A Counter takes longer to make, and most documents have nothing to count.
        self._seen: dict[str, int] = {}

    def takes(self, kind: str, more: int = 1) -> bool:
        """Count one more of a kind, or several: are they among the first?"""
        number = self._seen[kind] = self._seen.get(kind, 0) + more
        return number <= self._most

    def has_room(self, kind: str) -> bool:
        """Is there room for one more of a kind?"""
        return self._seen.get(kind, 0) < self._most

    def count(self, kind: str, number: int) -> None:
        """Count more of a kind, of which there is no room for any more."""
        self._seen[kind] += number

    @property
    def left_out(self) -> Counter[str]:
        """The number of those that it did not take, by kind."""
        return left_out(self._seen, self._most)


def left_out(seen: Mapping[str, int], most: int) -> Counter[str]:
    """Return how many there are beyond `most` of each kind that was seen."""
    found = Counter[str]()
    for kind, number in seen.items():
        if number > most:
            found[kind] = number - most
    return found
