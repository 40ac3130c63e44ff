"""Items in the order of their keys, as `xsl:sort` says: XSLT 2.0, section 13.1."""

from __future__ import annotations

from copy import copy
from decimal import Decimal
from math import isnan, nan
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import AnyURI, UntypedAtomic
from elementpath.exceptions import ElementPathError

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.library import CURRENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.schematron.model import Query

_TEXTS = (str, UntypedAtomic, AnyURI)
_NUMBERS = (int, float, Decimal)


class Sort(NamedTuple):
    """One key; texts are compared by their code points.

    is_numeric  is a text a number?
    """

    select: Query
    is_numeric: bool
    is_descending: bool

    def key(self, context: Any) -> tuple[int, Any]:
        """Return what is compared of an item: none, then NaN, then values."""
        token = self.select.token
        values = list(token.atomization(copy(context)))
        if len(values) > 1:
            raise ElementPathError(f"`{self.select.text}` has more than one value")
        if not values and not self.is_numeric:
            return 0, 0
        value = values[0] if values else nan
        if self.is_numeric:
            value = token.number_value(value)
        if isinstance(value, _NUMBERS) and isnan(value):
            return 1, 0
        return 2, str(value) if isinstance(value, _TEXTS) else value


def focused(items: Sequence[Any], context: Any) -> Iterator[Any]:
    """Yield a context for each item, with that as its focus."""
    inside = copy(context)
    inside.size = len(items)
    for inside.position, inside.item in enumerate(items, 1):
        inside.variables = context.variables.copy()
        inside.variables[CURRENT] = inside.item
        yield inside


def ordered(
    items: list[Any], sorts: Sequence[Sort], contexts: Iterator[Any]
) -> list[Any]:
    """Return items by their keys; those with equal keys as they are.

    contexts  for each item where its keys are evaluated
    """
    if not sorts:
        return items
    keyed = [
        (item, *(sort.key(context) for sort in sorts))
        for item, context in zip(items, contexts, strict=True)
    ]
    try:
        for at, sort in reversed(list(enumerate(sorts, 1))):
            keyed.sort(key=itemgetter(at), reverse=sort.is_descending)
    except TypeError:
        why = f"`{sort.select.text}` has values of different types"
        raise ElementPathError(why) from None
    return [item for item, *_ in keyed]
