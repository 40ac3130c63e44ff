"""Values without repetitions, each looked up: elementpath compares each with all."""

from __future__ import annotations

from copy import copy
from decimal import Decimal
from math import isnan
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import AnyURI, UntypedAtomic

from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import give_function

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def adapt_distinct_values(parser: Any) -> None:
    """Give a parser `distinct-values()`."""
    give_function(parser, "distinct-values", nargs=(1, 2), select=_selected)


def _selected(self: Any, context: Any = None) -> Iterator[Any]:
    yield from _distinct(self[0].atomization(copy(needed_context(self, context))))


def _distinct(values: Iterable[Any]) -> Iterator[Any]:
    """Yield the first of equal values, XPath 2.0 functions, section 15.1.6."""
    keys: set[tuple[str, Any]] = set()
    others: list[Any] = []
    for value in values:
        key = key_of(value)
        if key is None:
            # A date, for instance: equal ones may be written in different ways.
            if value not in others:
                others.append(value)
                yield value
        elif key not in keys:
            keys.add(key)
            yield value


def key_of(value: Any) -> tuple[str, Any] | None:
    """Return what equal values have in common, None if they have to be compared."""
    if isinstance(value, (str, UntypedAtomic, AnyURI)):
        return "text", str(value)
    if isinstance(value, bool):
        return "truth", value
    if isinstance(value, (int, float, Decimal)):
        return "number", None if isnan(value) else value
    return None
