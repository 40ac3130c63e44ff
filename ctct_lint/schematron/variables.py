"""Variables, each with its value once somebody asks for it.

As in XSLT, one that nobody uses has no value, and does no harm if it can have none. One
that cannot is told once, where it is declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.exceptions import ElementPathError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ctct_lint.schematron.model import Query


class Unvalued(Exception):  # noqa: N818 - it says what a variable is
    """A variable that has no value: its expression, the node, why."""

    def __init__(self, query: Query, node: Any, why: Exception) -> None:
        super().__init__(str(why))
        self.query, self.node, self.why = query, node, why
        self.is_told = False


class Lazy:
    """A value that is made when it is asked for, once."""

    __slots__ = ("_failed", "_is_made", "_make", "_value")

    def __init__(self, make: Callable[[], Any]) -> None:
        """Take what makes the value; it may raise anything."""
        self._make: Callable[[], Any] | None = make
        self._is_made = False
        self._value: Any = None
        self._failed: Exception | None = None

    def value(self) -> Any:
        """Return the value; raise what has been raised where it is made."""
        if not self._is_made:
            self._made()
        if self._failed is not None:
            raise self._failed
        return self._value

    def _made(self) -> None:
        make, self._make = self._make, None
        if make is None:
            raise ElementPathError("a variable depends on itself")
        try:
            self._value = make()
        except Exception as error:  # noqa: BLE001 - elementpath may raise any
            self._failed = error
        self._is_made = True


class Variables(dict[str, Any]):
    """What variables are worth; of a `Lazy` one its value."""

    def __getitem__(self, name: str) -> Any:
        """Return a value; KeyError if there is no such variable."""
        found = super().__getitem__(name)
        return found.value() if isinstance(found, Lazy) else found

    def copy(self) -> Variables:
        """Return the same variables, to which others can be added."""
        return Variables(self)

    def extended(self, others: Mapping[str, Any]) -> Variables:
        """Return these and others."""
        return Variables({**self, **others})
