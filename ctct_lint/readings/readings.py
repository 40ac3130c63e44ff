"""The readings of a value by the built-in type of XSD that it was to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.readings import dates, numbers, times, words
from ctct_lint.readings.reading import BOUNDS, LIST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ctct_lint.readings.reading import Reading

_READERS: dict[str, Callable[[str], Iterator[Reading]]] = {
    "date": dates.days,
    "dateTime": dates.moments,
    "gYearMonth": dates.months,
    "gMonth": dates.months_of_any_year,
    "gMonthDay": dates.days_of_a_year,
    "gDay": dates.days_of_any_month,
    "time": times.times,
    **dict.fromkeys(("duration", "dayTimeDuration"), times.durations),
    "decimal": numbers.decimals,
    **dict.fromkeys(("double", "float"), numbers.floats),
    **{name: numbers.integers(*bounds) for name, bounds in BOUNDS.items()},
    "boolean": words.booleans,
    "language": words.languages,
    "hexBinary": words.hexadecimals,
    "base64Binary": words.base_64,
    "IDREF": words.references,
    LIST: words.lists,
}


def readings_of(value: str, types: str) -> tuple[Reading, ...]:
    """Return what a value may mean in the form of a type, each reading once.

    types  the name of the built-in type that it was to have, or of several, with
           commas between them
    """
    found: dict[str, Reading] = {}
    for name in types.split(", "):
        for one in _READERS[name](value) if name in _READERS else ():
            if one.value != value:
                found.setdefault(one.value, one)
    return tuple(found.values())
