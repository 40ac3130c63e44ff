"""Comparisons of names with those of a content model: each is made once.

To compare takes time for each name that the model knows, and a hostile document has a
strange name of its own in each of a hundred thousand parents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ctct_lint.schema.matching.known_ways import KnownWays

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.schema.schema import Model

_T = TypeVar("_T")
# So many pairs of names are compared for one document, in less than half a second.
_MOST = 50_000


class Compared:
    """The results of comparing names with those of content models.

    ways  how children of known names go through a model
    """

    __slots__ = ("_found", "_left", "ways")

    def __init__(self) -> None:
        self._found: dict[tuple[int, str], object] = {}
        self._left = _MOST
        self.ways = KnownWays()

    def recall(self, model: Model, name: str, compare: Callable[[], _T]) -> _T | None:
        """Return the result of a comparison; None if there were too many already."""
        # A model lives as long as its schema does.
        key = id(model), name
        if key not in self._found:
            if self._left <= 0:
                return None
            self._left -= len(model.elements)
            self._found[key] = compare()
        return self._found[key]  # type: ignore[return-value]
