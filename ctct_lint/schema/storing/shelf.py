"""Where the compiled forms of a user's schema are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.schema.sources.sources import Sources


class Models(Protocol):
    """Keeps what was made of schemas, as lines of ASCII."""

    def find(self, key: str) -> list[str] | None:
        """Return what was kept; None if there is nothing, or it is damaged."""
        ...

    def keep(self, key: str, lines: list[str]) -> None:
        """Keep lines under a key that tells from what they were made."""
        ...


class Shelf:
    """What is kept of one schema in its present state."""

    def __init__(self, models: Models | None, sources: Sources) -> None:
        """Note what keeps them; with None nothing is kept."""
        self._models = models
        self._sources = sources

    def find(self, what: str) -> list[str] | None:
        """Return what was kept of the schema; None if there is nothing."""
        return None if self._models is None else self._models.find(self._key(what))

    def keep(self, what: str, lines: Callable[[], list[str]]) -> None:
        """Keep what was made of the schema."""
        if self._models is not None:
            self._models.keep(self._key(what), lines())

    def _key(self, what: str) -> str:
        return f"{what} {self._sources.fingerprint()}"
