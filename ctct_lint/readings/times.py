"""Times of the day and spans of time as people write them: `8:00 pm`, `30 minutes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.readings.dates import clock_of
from ctct_lint.readings.reading import Reading
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 64
_SPAN = lazy(
    r"P?(?P<Y>\d+Y)?(?P<M>\d+M)?(?P<D>\d+D)?"
    r"T?(?P<H>\d+H)?(?P<N>\d+M)?(?P<S>\d+(?:\.\d+)?S)?"
)
_PARTS = lazy(
    r"(\d+) ?(y(?:ea)?rs?|months?|weeks?|days?|h(?:ou)?rs?|min(?:ute)?s?|sec(?:ond)?s?)"
    r"(?:,? (?:and )?|$)"
)
_UNITS = {"y": "Y", "mo": "M", "w": "W", "d": "D", "h": "H", "mi": "N", "s": "S"}
_DAYS_OF_WEEK = 7


def times(text: str) -> Iterator[Reading]:
    """Yield the time of the day that a text means."""
    clock = clock_of(text)
    if clock:
        yield Reading(clock, is_sure=":" in text and not text[-1:].isalpha())


def durations(text: str) -> Iterator[Reading]:
    """Yield the span of time that a text means.

    Of designators alone, one of hours or seconds says that the `T` is missing: a lone
    `5M` may be months or minutes.
    """
    text = " ".join(text.split())
    found = _SPAN.fullmatch(text.upper()) if 1 < len(text) <= _LONGEST else None
    if found is not None:
        given = {unit: value[:-1] for unit, value in found.groupdict().items() if value}
        if "H" not in given and "S" not in given and "T" not in text.upper():
            given = {} if "M" in given and len(given) == 1 else given
    else:
        given = _in_words(text.lower())
    if given:
        yield Reading(_written(given))


def _in_words(text: str) -> dict[str, str]:
    """Return the numbers of a text such as `2 days, 3 hours` by their units."""
    given: dict[str, str] = {}
    at = 0
    for found in _PARTS.finditer(text):
        name = found[2]
        unit = _UNITS[name[:2] if name[0] == "m" else name[0]]
        number = found[1]
        if unit == "W":
            unit, number = "D", str(int(number) * _DAYS_OF_WEEK)
        if found.start() != at or unit in given:
            return {}
        given[unit], at = number, found.end()
    return given if at == len(text) else {}


def _written(given: dict[str, str]) -> str:
    days = "".join(f"{given[unit]}{unit}" for unit in "YMD" if unit in given)
    clock = "".join(f"{given[unit]}{unit}" for unit in "HNS" if unit in given)
    return f"P{days}{clock and 'T'}{clock.replace('N', 'M')}"
