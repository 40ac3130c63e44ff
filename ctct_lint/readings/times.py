"""Times of the day and spans of time as people write them: `8:00 pm`, `30 minutes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.readings.dates import clock_of, readings
from ctct_lint.readings.reading import Reading
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 64
_SPAN = lazy(
    r"P?(?P<Y>\d+Y)?(?P<M>\d+M)?(?P<W>\d+W)?(?P<D>\d+D)?"
    r"T?(?P<H>\d+H)?(?P<N>\d+M)?(?P<S>\d+(?:\.\d+)?S)?"
)
_PARTS = lazy(
    r"(\d+) ?(y(?:ea)?rs?|months?|weeks?|days?|h(?:ou)?rs?|min(?:ute)?s?|sec(?:ond)?s?)"
    r"(?:,? (?:and )?|$)"
)
# `20h30`, as in French.
_HOURS = lazy(r"(\d?\d) ?h ?(\d\d)")
_CLOCK = lazy(r"(\d+):([0-5]\d):([0-5]\d(?:\.\d+)?)")
_UNITS = {"y": "Y", "mo": "M", "w": "W", "d": "D", "h": "H", "mi": "N", "s": "S"}
_DAYS_OF_WEEK = 7


def times(text: str) -> Iterator[Reading]:
    """Yield the time of the day that a text means.

    `8:00-9:00` may be a time with its zone, or from when to when something is.
    """
    clock = clock_of(_HOURS.sub(r"\1:\2", text))
    if clock:
        is_sure = ":" in text and "-" not in text and not text[-1:].isalpha()
        yield Reading(clock, is_sure)
        return
    for one in readings(text):
        _, _, clock = one.partition("T")
        if clock:
            yield Reading(clock)


def durations(text: str) -> Iterator[Reading]:
    """Yield the span of time that a text means.

    Of designators alone, one of hours or seconds says that the `T` is missing: a lone
    `5M` may be months or minutes.
    """
    text = " ".join(text.split())
    sign, text = text[: text.startswith("-")], text.removeprefix("-").lstrip()
    if not 1 < len(text) <= _LONGEST:
        return
    found = _SPAN.fullmatch(text.upper())
    if found is not None:
        given = {unit: value[:-1] for unit, value in found.groupdict().items() if value}
        if "H" not in given and "S" not in given and "T" not in text.upper():
            given = {} if "M" in given and len(given) == 1 else given
    else:
        given = _of_clock(text) or _in_words(text.lower())
    given = _without_weeks(given)
    if given:
        yield Reading(sign + _written(given))


def _of_clock(text: str) -> dict[str, str]:
    """Return the numbers of `1:30:00`; of two, nobody knows what the first counts."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return {}
    given = zip("HNS", found.groups(), strict=True)
    return {unit: one.removeprefix("0") for unit, one in given if one.strip("0.")}


def _in_words(text: str) -> dict[str, str]:
    """Return the numbers of a text such as `2 days, 3 hours` by their units."""
    given: dict[str, str] = {}
    at = 0
    for found in _PARTS.finditer(text):
        name = found[2]
        unit = _UNITS[name[:2] if name[0] == "m" else name[0]]
        if found.start() != at or unit in given:
            return {}
        given[unit], at = found[1], found.end()
    return given if at == len(text) else {}


def _without_weeks(given: dict[str, str]) -> dict[str, str]:
    """Return the same with weeks as days, which is what is taken with nothing else."""
    weeks = given.pop("W", "")
    if not weeks:
        return given
    days = int(weeks) * _DAYS_OF_WEEK + int(given.get("D", "0"))
    return {**given, "D": str(days)}


def _written(given: dict[str, str]) -> str:
    days = "".join(f"{given[unit]}{unit}" for unit in "YMD" if unit in given)
    clock = "".join(f"{given[unit]}{unit}" for unit in "HNS" if unit in given)
    return f"P{days}{clock and 'T'}{clock.replace('N', 'M')}"
