"""Days and times that there are not: `2010-02-30`, `31.04.2010`, `25:00`."""

from __future__ import annotations

from calendar import monthrange

from ctct_lint.readings.dates import written
from ctct_lint.text.patterns import lazy

# The names of `calendar` are those of the user's language.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ZONE = r"(?:Z|[+-](?P<hours>\d\d):(?P<minutes>\d\d))?"
_DAY = lazy(rf"(\d{{4}})-(\d\d)-(\d\d)(?:[T ].*|{_ZONE})")
_CLOCK = lazy(rf"(?:.*[T ])?(\d?\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?{_ZONE}")
_HOURS, _SIXTY, _FARTHEST = 24, 60, 14 * 60


def impossible(text: str) -> str:
    """Return what there is not of a date or a time, as "February 1990 has 28 days".

    "" where nothing is wrong with its numbers, or it has a form of its own.
    """
    return _of_day(text) or _of_clock(text) or _of_other_form(text)


def _of_day(text: str) -> str:
    found = _DAY.fullmatch(text)
    if found is None:
        return ""
    year, month, day = map(int, found.group(1, 2, 3))
    if not year:
        return "there is no year 0000"
    if not 1 <= month <= len(_MONTHS):
        return "a year has the months 01 to 12"
    days = monthrange(year, month)[1]
    return "" if 1 <= day <= days else f"{_MONTHS[month - 1]} {year} has {days} days"


def _of_clock(text: str) -> str:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return ""
    hour, *others = (int(part or 0) for part in found.group(1, 2, 3))
    if hour > _HOURS or (hour == _HOURS and any(others)):
        return "a day ends at 24:00:00"
    if max(others) >= _SIXTY:
        return "minutes and seconds end at 59"
    hours, minutes = (int(found[part] or 0) for part in ("hours", "minutes"))
    is_far = minutes >= _SIXTY or hours * _SIXTY + minutes > _FARTHEST
    return "no zone is farther from UTC than 14:00" if is_far else ""


def _of_other_form(text: str) -> str:
    """Return why the only day that another form can have meant is none."""
    days = [one.partition("T")[0] for one in written(text)]
    if text.startswith(tuple(days)):
        return ""
    of_months = (day for day in days if _DAY.fullmatch(day))
    likely = {day for day in of_months if 1 <= int(day[5:7]) <= len(_MONTHS)}
    return _of_day(likely.pop()) if len(likely) == 1 else ""
