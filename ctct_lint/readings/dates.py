"""What day and time somebody may have meant who wrote them in another form.

`04/19/2010` is the nineteenth of April; `04/05/2010` has two readings, and nobody but
its author knows which is right.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.readings.iso_dates import is_date, is_date_time
from ctct_lint.readings.reading import Reading
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_LONGEST = 64
_NOON, _NO_HOUR = 12, 99
# As POSIX has it, `69` is 1969.
_LAST_CENTURY = "69"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_DAYS = "mon|tue|wed|thu|fri|sat|sun"
# The zones of RFC 2822; others have more than one meaning.
_ZONES = {"z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z"}
_ZONES |= {"est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00"}
_ZONES |= {"mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00"}
_TIME = lazy(
    r"(?<!\d)(?=\d+:|\d+\s*[ap]\.?m\b)"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::(?P<second>\d\d)"
    r"(?:[.,:](?P<fraction>\d+))?)?)?(?!\d)"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*\(?(?P<name>z|utc|gmt|ut|[ecmp][sd]t)\b\)?)?"
    r"(?:\s*(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?(?!\d))?"
)
# A `+` in a form-encoded body is decoded to a blank.
_LOST_PLUS = lazy(r"(.*\d:\d\d:\d\d(?:\.\d+)?) (\d\d:?\d\d)")
_BASIC = lazy(r"(\d{4})(\d\d)(\d\d)(?:t?(\d\d)(\d\d)(\d\d))?(z?)")
_WORDS = lazy(
    rf"\b(?:{_DAYS})[a-z]*\b|\b(?:of|at|the)\b|\([^()]*\)|(?<=\d)(?:st|nd|rd|th)\b"
)
_NAMED = lazy(rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*")
_NUMBERS = lazy(r"\d+|[a-z]+")
_LONE_DAY = lazy(r"[- ]*(\d?\d)(?:st|nd|rd|th|[.])?")
_LONGEST_MONTH = 31
_EPOCH = lazy(r"[12]\d{9}(?:\d{3})?")


class _Time(NamedTuple):
    """A time of the day as ISO 8601 has it, with its zone; "" where it is not said."""

    clock: str = ""
    zone: str = ""

    def on(self, day: str) -> str:
        return f"{day}T{self.clock}{self.zone}" if self.clock else day


def days(text: str) -> Iterator[Reading]:
    """Yield the days that a text means; a time of the day says more than a day."""
    for one in readings(text):
        day, _, clock = one.partition("T")
        if not clock.strip("0:.Z"):
            yield Reading(day)


def moments(text: str) -> Iterator[Reading]:
    """Yield the dates with a time of the day that a text means."""
    yield from (Reading(one) for one in readings(text) if "T" in one)


def months(text: str) -> Iterator[Reading]:
    """Yield the month of a year that a text means, by its name or its number."""
    parts = _NUMBERS.findall(text.lower()) if len(text) <= _LONGEST else []
    if len(parts) != len(("month", "year")):
        return
    year, month = sorted(parts, key=lambda part: (not part.isdigit(), -len(part)))
    number = _number_of(month)
    if len(_digits(year)) == len("2010") and number:
        yield Reading(f"{year}-{number}")


def months_of_any_year(text: str) -> Iterator[Reading]:
    """Yield the month that a text means, by its name or its number."""
    month = _number_of(text.strip("- "))
    if month:
        yield Reading(f"--{month}")


def days_of_any_month(text: str) -> Iterator[Reading]:
    """Yield the day that a number means."""
    found = _LONE_DAY.fullmatch(text)
    if found is not None and 1 <= int(found[1]) <= _LONGEST_MONTH:
        yield Reading(f"---{int(found[1]):02}")


def days_of_a_year(text: str) -> Iterator[Reading]:
    """Yield the days that a month and a number mean, in both orders.

    A year with a 29th of February tells which of these there are.
    """
    parts = _NUMBERS.findall(text.lower()) if len(text) <= _LONGEST else []
    if len(parts) != len(("month", "day")):
        return
    for month, day in (parts, reversed(parts)):
        number = _number_of(month)
        if number and is_date(f"2000-{number}-{_digits(day):0>2}"):
            yield Reading(f"--{number}-{day:0>2}")


def _number_of(month: str) -> str:
    """Return the two digits of a month by its name or its number; "" for none."""
    named = _NAMED.fullmatch(month.lower()) if len(month) <= _LONGEST else None
    number = _MONTHS.index(named["name"]) + 1 if named else int(_short(month) or 0)
    return f"{number:02}" if 1 <= number <= len(_MONTHS) else ""


def clock_of(text: str) -> str:
    """Return the time of the day that a text is, with its zone; "" if it is none."""
    text = " ".join(text.lower().split())
    found = _TIME.fullmatch(text) if len(text) <= _LONGEST else None
    clock = "" if found is None else "".join(_time(found))
    # The end of a day is a time, too.
    real = clock.replace("24:00:00", "00:00:00", 1)
    return clock if is_date_time(f"2010-01-01T{real}") else ""


def _digits(part: str) -> str:
    return part if part.isdecimal() else ""


def _short(part: str) -> str:
    """Return the digits of a part of a day; "" where these are too many."""
    return _digits(part) if len(part) <= len("31") else ""


def readings(text: str) -> tuple[str, ...]:
    """Return the dates, or dates and times, that a text may mean, in ISO 8601.

    None for a text that is no date in any form known, or names a day that there is
    not. A date without a time of the day stays one.
    """
    return tuple(one for one in written(text) if is_date_time(one) or is_date(one))


def written(text: str) -> tuple[str, ...]:
    """Return the same with days and times that there are not, as `2010-31-04`."""
    if not any(map(str.isdigit, text)) or len(text) > _LONGEST:
        return ()
    return tuple(dict.fromkeys(_readings(" ".join(text.lower().split()))))


def _readings(text: str) -> Iterator[str]:
    if _EPOCH.fullmatch(text):
        yield _of_epoch(int(text[:10]))
        return
    basic = _BASIC.fullmatch(text)
    if basic is not None:
        clock = ":".join(filter(None, basic.group(4, 5, 6)))
        yield _Time(clock, basic[7].upper()).on("-".join(basic.group(1, 2, 3)))
        return
    lost = _LOST_PLUS.fullmatch(text)
    restored = list(_split(f"{lost[1]}+{lost[2]}")) if lost else []
    yield from restored or _split(text)


def _split(text: str) -> Iterator[str]:
    """Yield the readings of a date with or without a time before or after it."""
    found = _TIME.search(text)
    time = _Time()
    if found is not None:
        time = _time(found)
        before, after = text[: found.start()], text[found.end() :]
        text = f"{before.removesuffix('t')} {after}"
    for day in _days(_WORDS.sub(" ", text)):
        yield time.on(day)


def _of_epoch(seconds: int) -> str:
    moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)
    return f"{moment.replace(tzinfo=None).isoformat()}Z"


def _time(found: re.Match[str]) -> _Time:
    hour = int(found["hour"])
    if found["half"]:
        hour = _of_half(hour, found["half"] == "p")
    fraction = f".{found['fraction']}" if found["fraction"] else ""
    clock = f"{hour:02}:{found['minute'] or '00'}:{found['second'] or '00'}{fraction}"
    zone = _ZONES.get(found["name"] or "", "")
    if found["sign"]:
        zone = f"{found['sign']}{int(found['hours']):02}:{found['minutes'] or '00'}"
    return _Time(clock, zone)


def _of_half(hour: int, is_later: bool) -> int:  # noqa: FBT001
    """Return the hour of a half of the day; `15 am` and `0 pm` are none."""
    if hour > _NOON:
        return hour if is_later else _NO_HOUR
    if not hour and is_later:
        return _NO_HOUR
    return hour % _NOON + (_NOON if is_later else 0)


def _days(text: str) -> Iterator[str]:
    """Yield the days that three parts of a date, in any order, may mean."""
    parts = _NUMBERS.findall(text)
    if len(parts) != len(("day", "month", "year")):
        return
    named = [_NAMED.fullmatch(part) for part in parts]
    name = next(filter(None, named), None)
    if name is not None:
        numbers = [part for part in parts if part.isdigit()]
        month = str(_MONTHS.index(name["name"]) + 1)
        first, last = (*numbers, "", "")[:2]
        is_year = len(first) == len("2010")
        yield from _day(first, month, last) if is_year else _day(last, month, first)
    elif all(map(str.isdigit, parts)):
        one, two, three = parts
        yield from _day(one, two, three)
        yield from _day(three, one, two)
        yield from _day(three, two, one)


def _day(year: str, month: str, day: str) -> Iterator[str]:
    """Yield the day, if the numbers have as many digits as those of one."""
    if len(year) in {2, 4} and 0 < len(month) <= 2 and 0 < len(day) <= 2:  # noqa: PLR2004
        century = "" if len(year) == 4 else "19" if year >= _LAST_CENTURY else "20"  # noqa: PLR2004
        yield f"{century}{year}-{month:0>2}-{day:0>2}"
