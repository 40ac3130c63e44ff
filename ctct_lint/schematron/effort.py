"""How many nodes an expression of a schema may look at in one document.

An axis that leads through the whole document, asked at each of its nodes, takes time
that grows with the square of their number: it is told, and not waited for.
"""

from __future__ import annotations

# These take some seconds; in a large document a few for each element are not many.
LEAST, TIMES = 500_000, 15
# So many that are only passed take as long as one at which a predicate is evaluated.
PASSED = 10


class TooMuch(Exception):  # noqa: N818 - it says what becomes of an expression
    """An expression looks at too many nodes."""

    def __init__(self, most: int) -> None:
        super().__init__(f"it looked at nodes {most:,} times; the rest is not tested")


class Effort:
    """Counts the nodes of one document that are looked at, for each expression."""

    def __init__(self, elements: int) -> None:
        """Take how many elements the document has."""
        self._most = PASSED * max(LEAST, TIMES * elements)
        self._spent: dict[int, int] = {}
        self._on = 0

    def enter(self, query: object) -> None:
        """Count for this expression from now on.

        It is known by its identity: it must live as long as this object.
        """
        self._on = id(query)

    def spend(self) -> None:
        """Count a node; TooMuch if it is one too many."""
        self.pass_by(PASSED)

    def pass_by(self, number: int = 1) -> None:
        """Count nodes that are no more than passed."""
        spent = self._spent.get(self._on, 0) + number
        if spent > self._most:
            raise TooMuch(self._most // PASSED)
        self._spent[self._on] = spent
