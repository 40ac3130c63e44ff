"""The root up to a token: what is open in it, and what may still come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.repair.root_choice import is_leftover

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
