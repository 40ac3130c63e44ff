"""Equal sequences of nodes and values, and values without repetitions.

elementpath takes equal elements for different ones where their tails differ, and to
find values that are there twice it compares each with all.
"""

from __future__ import annotations

from copy import copy
from datetime import MAXYEAR, MINYEAR, datetime, timezone
from decimal import Decimal
from functools import partial
from math import isnan
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import (
    AbstractBinary,
    AbstractDateTime,
    AnyURI,
    Duration,
    UntypedAtomic,
)
from elementpath.xpath_nodes import DocumentNode, ElementNode, TextNode, XPathNode

from ctct_lint.schematron.hoisting import once
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import give_function, override

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERS = (int, float, Decimal)
# In place of a year that Python does not have.
_LEAP_YEAR = 2000
# So many arguments has `index-of()` then.
_WITH_COLLATION = 3
# The key of NaN, which is equal to nothing, though `distinct-values()` has it once.
_NO_NUMBER = "number", None


def are_deep_equal(left: Sequence[Any], right: Sequence[Any]) -> bool:
    """Compare sequences as `deep-equal()`, XPath 2.0 functions, section 15.3.1."""
    return len(left) == len(right) and all(map(_are_equal, left, right))


def _are_equal(one: Any, other: Any) -> bool:
    if isinstance(one, XPathNode) and isinstance(other, XPathNode):
        return _are_equal_nodes(one, other)
    return _are_equal_values(_plain(one), _plain(other))


def _are_equal_nodes(one: Any, other: Any) -> bool:
    if one.node_kind != other.node_kind or one.name != other.name:
        return False
    if isinstance(one, ElementNode):
        is_same = _attributes(one) == _attributes(other)
        return is_same and are_deep_equal(_content(one), _content(other))
    if isinstance(one, DocumentNode):
        return are_deep_equal(_content(one), _content(other))
    return bool(one.string_value == other.string_value)


def _content(node: Any) -> list[Any]:
    """Return what is in a node; comments and instructions do not count."""
    return [child for child in node if isinstance(child, (ElementNode, TextNode))]


def _attributes(element: Any) -> dict[str, str]:
    return {one.name: one.string_value for one in element.attributes}


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, UntypedAtomic | AnyURI) else value


def _are_equal_values(one: Any, other: Any) -> bool:
    """Compare atomic values; those that cannot be compared are not equal."""
    if isinstance(one, bool) is not isinstance(other, bool):
        return False
    if isinstance(one, _NUMBERS) and isinstance(other, _NUMBERS):
        return _are_equal_numbers(one, other)
    are_alike = isinstance(one, type(other)) or isinstance(other, type(one))
    return are_alike and bool(one == other)


def _are_equal_numbers(one: float | Decimal, other: float | Decimal) -> bool:
    if isnan(one) or isnan(other):
        return isnan(one) and isnan(other)
    if float in {type(one), type(other)}:
        return float(one) == float(other)
    return one == other


def adapt_distinct_values(parser: Any) -> None:
    """Give a parser `distinct-values()`, and `index-of()`."""
    give_function(parser, "distinct-values", nargs=(1, 2), select=_selected)
    override(parser, "index-of", select=_places)


def _places(self: Any, context: Any = None) -> Iterator[int]:
    """Yield where a value is in a sequence, XPath 2.0 functions, section 15.1.3.

    One that is the same at all nodes is looked through once.
    """
    context = needed_context(self, context)
    if len(self) == _WITH_COLLATION:
        yield from self.inherited.select(self, context)
        return
    value = self[1].get_atomized_operand(copy(context))
    if value is None:
        raise self.error("XPTY0004", "2nd argument cannot be an empty sequence")
    find = partial(_places_in, self[0], context)
    yield from once(self[0], context, "places", find).get(key_of(value), ())


def _places_in(token: Any, context: Any) -> dict[tuple[Any, ...], list[int]]:
    """Return by their keys where the values of a sequence are; of no number nowhere."""
    found: dict[tuple[Any, ...], list[int]] = {}
    for place, value in enumerate(token.atomization(context.again()), 1):
        key = key_of(value)
        if key != _NO_NUMBER:
            found.setdefault(key, []).append(place)
    return found


def _selected(self: Any, context: Any = None) -> Iterator[Any]:
    yield from _distinct(self[0].atomization(copy(needed_context(self, context))))


def _distinct(values: Iterable[Any]) -> Iterator[Any]:
    """Yield the first of equal values, XPath 2.0 functions, section 15.1.6."""
    keys: set[tuple[Any, ...]] = set()
    for value in values:
        key = key_of(value)
        if key not in keys:
            keys.add(key)
            yield value


def key_of(value: Any) -> tuple[Any, ...]:
    """Return what equal values have in common, XPath 2.0 functions, section 15.1.6."""
    key: tuple[Any, ...]
    match value:
        case str() | UntypedAtomic() | AnyURI():
            key = "text", str(value)
        case bool():
            key = "truth", value
        case int() | float() | Decimal():
            key = "number", None if isnan(value) else value
        case AbstractDateTime():
            key = value.name, *_instant(value)
        case Duration():
            key = "duration", value.months, value.seconds
        case AbstractBinary():
            key = value.name, value.decode()
        case _:
            key = "name", value.namespace, value.local_name
    return key


def _instant(value: AbstractDateTime) -> tuple[Any, ...]:
    """Return when it is; equal times may be written in zones that differ."""
    year, zone = value.year, value.tzinfo or timezone.utc
    there = datetime(
        year if MINYEAR < year < MAXYEAR else _LEAP_YEAR,
        value.month,
        value.day,
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
        zone,
    )
    return there, year - there.year
