"""Values of XSLT's own types: what `as` makes of what an expression is worth."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from elementpath.exceptions import ElementPathError
from elementpath.xpath_nodes import XPathNode

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from ctct_lint.schematron.model import Query

_AS = lazy(
    r"(?:(?P<prefix>[\w.-]+):)?(?P<local>[\w-]+)(?P<call>\(\))?(?P<often>[?*+]?)"
)
# Of these items nothing has to be made.
_ITEMS = frozenset({"item", "node", "element", "attribute", "text", "document-node"})
_MANY = frozenset({"*", "+"})
# The variable in which a value is that gets its type.
VALUE = "value"


class SequenceType(NamedTuple):
    """What `as` says: the type of items, and how many there may be.

    text   as it is written
    cast   makes one item of the variable `VALUE`; None where any will do
    least  how many there must be, 0 or 1
    many   may there be more than one?
    """

    text: str
    cast: Query | None
    least: int
    many: bool

    def of(self, items: list[Any], context: Any) -> Any:
        """Return items as a value of the type; ElementPathError if they are none."""
        if len(items) < self.least or (len(items) > 1 and not self.many):
            raise ElementPathError(f"{len(items)} items are no `{self.text}`")
        return as_value([self._item(item, context) for item in items])

    def _item(self, item: Any, context: Any) -> Any:
        if self.cast is None:
            return item
        inside = copy(context)
        inside.variables = {VALUE: item}
        return self.cast.token.evaluate(inside)


class TypeSyntax(NamedTuple):
    """What `as` is made of."""

    prefix: str
    local: str
    least: int
    many: bool

    @property
    def is_of_items(self) -> bool:
        """Is it the type of nodes, or of anything?"""
        return not self.prefix and self.local in _ITEMS


def written_type(text: str) -> TypeSyntax | None:
    """Return what `as` says, None if that is more than a name."""
    found = _AS.fullmatch(text.strip())
    if found is None or bool(found["call"]) == bool(found["prefix"]):
        return None
    often = found["often"]
    made = TypeSyntax(
        found["prefix"] or "", found["local"], int(often in {"", "+"}), often in _MANY
    )
    return made if made.prefix or made.is_of_items else None


def as_value(items: list[Any]) -> Any:
    """Return items as elementpath has them: a single one, unless it is a node."""
    is_single = len(items) == 1 and not isinstance(items[0], XPathNode)
    return items[0] if is_single else items
