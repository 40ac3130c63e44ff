"""What an element held of which only the end tag is left, found from its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from ctct_lint.xml.model import ContentModel


class LostRow:
    """The row of texts and elements before an end tag, as far as it belongs to it.

    A text or an element proves that it stood in the lost element if it may not stand in
    the parent, or only as anything may, or not behind those before it. What else may
    stand in both belongs to the lost element only behind such a one, or behind another
    element of its name. All names are local ones.

    first  the number of the token that the lost element begins with, -1 for none
    name   that of the lost element
    lost   for end tags in the row of which the start tags are lost as well: with which
           token each begins, -1 if nobody knows, and the name of what it stands in
    """

    def __init__(self, model: ContentModel, parent: str, name: str) -> None:
        self._model = model
        self._parent = parent
        self.name = name
        self._behind: set[str] = set()
        self._last = -1
        self.first = -1
        self.lost: dict[int, tuple[int, str]] = {}

    def take_text(self, number: int) -> bool:
        """Take the text or section before the row; False if the row ends there."""
        if self._model.holds_no_text(self.name):
            return False
        self.first = self._last = number
        return True

    def take(self, number: int, child: str) -> bool:
        """Take the element before the row; False if the row ends there."""
        model, parent, name = self._model, self._parent, self.name
        is_of_parent = model.names(parent, child)
        if is_of_parent and not self._may_follow(parent, child, self._behind):
            self.first = self._last
        if not (model.lets_in(name, child) or model.may_contain(name, child)):
            if child == name:
                self.first = self._last
            return False
        if not is_of_parent:
            self.first = number
        elif self.first >= 0 and not self._may_follow(name, child, self._behind):
            return False
        self._last = number
        self._behind.add(child)
        return True

    def _may_follow(self, parent: str, before: str, children: Collection[str]) -> bool:
        return all(self._model.may_follow(parent, before, c) for c in children)
