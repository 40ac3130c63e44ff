"""Variables, each with its value once somebody asks for it.

As in XSLT, one that nobody uses has no value, and does no harm if it can have none. One
that cannot is told once, where it is declared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.schematron.lazy_value import Lazy

if TYPE_CHECKING:
    from ctct_lint.schematron.model import Query


class Unvalued(Exception):  # noqa: N818 - it says what a variable is
    """A variable that has no value: its expression, the node, why."""

    def __init__(self, query: Query, node: Any, why: Exception) -> None:
        super().__init__(str(why))
        self.query, self.node, self.why = query, node, why
        self.is_told = False


class Variables(dict[str, Any]):
    """What variables are worth; of a `Lazy` one its value."""

    def __getitem__(self, name: str) -> Any:
        """Return a value; KeyError if there is no such variable."""
        found = super().__getitem__(name)
        return found.value() if isinstance(found, Lazy) else found

    def copy(self) -> Variables:
        """Return the same variables, to which others can be added."""
        return Variables(self)
