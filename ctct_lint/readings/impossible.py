"""Days and times in the form of ISO 8601 that there are not: `2010-02-30`."""

from __future__ import annotations

from calendar import monthrange

from ctct_lint.text.patterns import lazy

# The names of `calendar` are those of the user's language.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAY = lazy(r"([1-9]\d{3})-(\d\d)-(\d\d)(?:T.*|Z|[+-]\d\d:\d\d)?")
_CLOCK = lazy(r"(?:.*T)?(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")
_HOURS, _SIXTY = 24, 60


def impossible(text: str) -> str:
    """Return what there is not of a date or a time, as "February 1990 has 28 days".

    "" where nothing is wrong with its numbers, or it has another form.
    """
    return _of_day(text) or _of_clock(text)


def _of_day(text: str) -> str:
    found = _DAY.fullmatch(text)
    if found is None:
        return ""
    year, month, day = map(int, found.groups())
    if not 1 <= month <= len(_MONTHS):
        return "a year has the months 01 to 12"
    days = monthrange(year, month)[1]
    return "" if 1 <= day <= days else f"{_MONTHS[month - 1]} {year} has {days} days"


def _of_clock(text: str) -> str:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return ""
    hour, *others = map(int, found.groups())
    if hour > _HOURS or (hour == _HOURS and any(others)):
        return "a day ends at 24:00:00"
    return "" if max(others) < _SIXTY else "minutes and seconds end at 59"
