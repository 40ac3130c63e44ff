"""On which side of its neighbours a misplaced child stands, and on which it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import children, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Misplaced


class Sides:
    """The order of the children of elements; each is read once, when it is needed."""

    def __init__(self) -> None:
        self._number: dict[_Element, int] = {}
        self._last: dict[str, int] = {}

    def told(self, misplaced: Misplaced) -> str:
        """Return `after x` or `before x`, "" if no neighbour is known.

        Of two neighbours that one is named on whose wrong side the child stands.
        """
        after, before = misplaced.after, misplaced.before
        if after and before and self._is_behind(misplaced.child, after):
            return f"before {before}"
        return f"after {after}" if after else before and f"before {before}"

    def _is_behind(self, child: _Element, name: str) -> bool:
        """Say whether a child stands behind all siblings of a name."""
        if child not in self._number:
            self._read(child)
        return self._last.get(name, -1) <= self._number[child]

    def _read(self, child: _Element) -> None:
        parent = child.getparent()
        for number, sibling in enumerate(() if parent is None else children(parent)):
            name = local_name(sibling)
            self._number[sibling] = number
            self._last[name] = number
