"""What follows an end tag of the root: does the document go on behind it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.root_choice import begins
from ctct_lint.xml.scan.declaration import is_declaration

if TYPE_CHECKING:
    from ctct_lint.xml.repair.open_root import OpenRoot
    from ctct_lint.xml.tokens import Token


class LookAhead:
    """A look ahead from an end of the root.

    inside    how deep it is in elements that prove nothing
    nested    how many like the root have begun
    is_apart  has another document begun, which the root may hold?
    is_behind, is_swapped  has anything come, or the end of what is open alone?
    """

    def __init__(self, root: OpenRoot, number: int) -> None:
        self._root = root
        self._number = number
        self._inside = self._nested = 0
        self._is_apart = self._is_behind = self._is_swapped = False

    def proof(self) -> int:
        """Return the number of the tag that shows that it goes on, or -1."""
        text, tokens = self._root.source.text, self._root.tokens
        for number in range(self._number + 1, len(tokens)):
            token = tokens[number]
            if is_content(text, token):
                is_proof = self._look_at(token)
                if is_proof is not None:
                    return number if is_proof else -1
            elif is_declaration(token):
                break
        return -1

    def _look_at(self, token: Token) -> bool | None:
        """Tell whether the document goes on here, or ends; None if it is not known."""
        if token.cut:
            return False
        is_own = token.name == self._root.name
        is_first, self._is_behind = not self._is_behind, True
        if token.kind == "start":
            return self._start(token, is_own=is_own)
        if token.kind == "end":
            return self._end(token, is_own=is_own, is_first=is_first)
        return None

    def _start(self, token: Token, *, is_own: bool) -> bool | None:
        belongs = self._root.belongs(token)
        if is_own or self._is_document(token):
            if not belongs:
                return False
            self._is_apart = True
            self._nested += is_own and not token.empty
        elif self._is_swapped or (belongs and not (self._inside or self._is_apart)):
            return True
        self._inside += not token.empty
        return None

    def _is_document(self, token: Token) -> bool:
        is_root = begins(self._root.source, token)
        return is_root and any(a.name == "xmlns" for a in token.attributes)

    def _end(self, token: Token, *, is_own: bool, is_first: bool) -> bool | None:
        if is_own:
            if not self._nested:
                # Nothing between: it is written twice.
                self._is_behind = not is_first
                return None if is_first else True
            self._nested -= 1
        elif not self._is_apart and self._root.is_open(token):
            # In `<b></a></b>` the two end tags have changed places, if that is the end.
            self._is_swapped = is_first and self._root.is_last(token)
            return None if self._is_swapped else True
        self._inside = max(0, self._inside - 1)
        return None
