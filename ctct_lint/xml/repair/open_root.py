"""The root up to a token: what is open in it, and what may still come.

What follows an end tag of it tells whether the document goes on behind that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.root_choice import begins, is_leftover
from ctct_lint.xml.scan.declaration import is_declaration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

_LEVELS_SEARCHED = 8


class OpenRoot:
    """The root whose start tag is token `number`, none if there is no such token."""

    def __init__(self, source: Source, tokens: Sequence[Token], number: int) -> None:
        self.source = source
        self.tokens = tokens
        self.number = number
        self.name = tokens[number].name if number < len(tokens) else ""
        # The names of what is open in the root, and of what has stood right in it.
        self._open: list[str] = []
        self._held: set[str] = set()

    def step(self, token: Token) -> int:
        """Go past a tag; return by how much the root is deeper in itself."""
        if token.name == self.name:
            return 0 if token.empty else (1 if token.kind == "start" else -1)
        if token.kind == "start":
            if not self._open:
                self._held.add(token.name)
            if not token.empty:
                self._open.append(token.name)
        elif self.is_open(token):
            while self._open.pop() != token.name:
                pass
        return 0

    def is_open(self, token: Token) -> bool:
        """Tell whether a tag has the name of an element that is open in the root."""
        return token.name in self._open[-_LEVELS_SEARCHED:]

    def is_last(self, token: Token) -> bool:
        """Tell whether a tag has the name of the only one that is open there."""
        return self._open == [token.name]

    def may_hold(self, name: str, token: Token) -> bool:
        """Tell whether an element has a place of its own in another."""
        meant = self.source.meant
        return self.source.model.names(meant(name), meant(token.name))

    def belongs(self, token: Token) -> bool:
        """Tell whether a start tag can be one in what is open, or is like one there."""
        if not self.source.model.knows(self.source.meant(self.name)):
            return token.name in self._held or self._is_bound(token)
        inner = self._open[-_LEVELS_SEARCHED:]
        return any(self.may_hold(name, token) for name in (self.name, *inner))

    def _is_bound(self, token: Token) -> bool:
        """Tell whether a start tag has its namespace from the root."""
        prefix, colon, _ = token.name.rpartition(":")
        declaration = f"xmlns{colon}{prefix}"
        own = (attribute.name for attribute in token.attributes)
        if declaration in own or is_leftover(self.source, token):
            return False
        root = self.tokens[self.number]
        return any(a.name == declaration for a in root.attributes)


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
