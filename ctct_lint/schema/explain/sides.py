"""On which side of its neighbours a misplaced child stands, and on which it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import children, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Misplaced


class Sides:
    """The order of the children of elements; each is read once, when it is needed."""

    __slots__ = ("_first", "_last", "_number")

    def __init__(self) -> None:
        self._number: dict[_Element, int] = {}
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def told(self, misplaced: Misplaced) -> str:
        """Return `after x` or `before x`, "" if no neighbour is known.

        Of two neighbours that one is named on whose wrong side the child stands.
        """
        after, before = misplaced.after, misplaced.before
        if after and before and self._is_behind(misplaced.child, after, before):
            return f"before {before}"
        return f"after {after}" if after else before and f"before {before}"

    def _is_behind(self, child: _Element, after: str, before: str) -> bool:
        """Say whether a child stands behind both that it belongs between."""
        if not self._number:
            self._read(child)
        number = self._number[child]
        last, first = self._last.get(after, number), self._first.get(before, number)
        return first < number and last <= number

    def _read(self, child: _Element) -> None:
        parent = child.getparent()
        for number, sibling in enumerate(() if parent is None else children(parent)):
            name = local_name(sibling)
            self._number[sibling] = number
            self._first.setdefault(name, number)
            self._last[name] = number
