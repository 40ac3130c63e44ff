"""A value that is made when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.exceptions import ElementPathError

if TYPE_CHECKING:
    from collections.abc import Callable


class Lazy:
    """A value that is made when it is asked for, once."""

    __slots__ = ("_failed", "_make", "_value", "is_made", "is_of_document")

    def __init__(
        self, make: Callable[[], Any], *, is_of_document: bool = False
    ) -> None:
        """Take what makes the value; it may raise anything.

        is_of_document  is it the value of a variable, the same at all nodes?
        """
        self.is_of_document = is_of_document
        self._make: Callable[[], Any] | None = make
        self.is_made = False
        self._value: Any = None
        self._failed: Exception | None = None

    def value(self) -> Any:
        """Return the value; raise what has been raised where it is made."""
        if not self.is_made:
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
        except RecursionError:
            # With a larger stack it may have a value.
            self._make = make
            raise
        except Exception as error:  # noqa: BLE001 - elementpath may raise any
            self._failed = error
        self.is_made = True
