"""Dates, and dates with a time of the day, in ISO 8601."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from ctct_lint.text.patterns import lazy

_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"\d\d:\d\d:\d\d(?:\.\d+)?"
# So a day may end as well, in XSD and in ISO 8601.
_MIDNIGHT = "24:00:00"
_END_OF_DAY = lazy(r"24:00:00(?:\.0+)?")
# No zone is farther from UTC.
_OFFSET = r"(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)"
_DATE_TIME = lazy(rf"({_DATE})T({_TIME}){_OFFSET}?", re.ASCII)
_DATE_ONLY = lazy(_DATE, re.ASCII)
# What is surely one: the days that each month has.
PLAIN_DATE_TIME = (
    "[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    "T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:[.][0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
_ZONE = lazy(r"(?:Z|[+-]\d\d:\d\d)$")
_SECONDS = len("2009-10-19T18:34:53")
# A `+` in a form-encoded body is decoded to a blank.
_LOST_PLUS = lazy(rf"({_DATE}T{_TIME}) (\d\d:?\d\d)")


@lru_cache(maxsize=256)
def is_date_time(text: str) -> bool:
    """Is it an ISO 8601 date and time, with or without a time zone?"""
    match = _DATE_TIME.fullmatch(text)
    return match is not None and _is_real(match[1], match[2])


def is_date(text: str) -> bool:
    """Is it a date alone?"""
    return _DATE_ONLY.fullmatch(text) is not None and _is_real(text, "00:00:00")


def lost_its_plus(text: str) -> bool:
    """Is it a date and time with a blank where the offset's `+` was?"""
    return _LOST_PLUS.fullmatch(text) is not None


def moment(text: str) -> datetime | None:
    """Return the moment that a date and time names, in UTC; None if it names none.

    One without a zone is taken for UTC, as the service writes its times.
    """
    if not is_date_time(text):
        return None
    seconds, zone = text[:_SECONDS], text[_SECONDS:].lstrip(".0123456789")
    time = _at_midnight(seconds) or datetime.fromisoformat(seconds)
    time = time.replace(tzinfo=timezone.utc)
    if zone in {"", "Z"}:
        return time
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    offset = timedelta(hours=hours, minutes=minutes)
    try:
        return time - offset if zone[0] == "+" else time + offset
    except OverflowError:
        return None


def in_utc(text: str, when: datetime) -> str:
    """Return a date and time as the service writes it; `when` is its moment."""
    fraction = text[_SECONDS:].removesuffix(zone_of(text))
    return f"{when.replace(tzinfo=None).isoformat()}{fraction}Z"


def zone_of(text: str) -> str:
    """Return the zone of a date and time, "Z" or an offset; "" for none."""
    match = _ZONE.search(text)
    return "" if match is None else match[0]


def _is_real(date: str, time: str) -> bool:
    seconds = f"{date}T{time[:8]}"
    try:
        if _END_OF_DAY.fullmatch(time):
            return _at_midnight(seconds) is not None
        datetime.fromisoformat(seconds)
    except (OverflowError, ValueError):
        return False
    return True


def _at_midnight(seconds: str) -> datetime | None:
    """Return the beginning of the next day for the end of one; None for no end of one.

    ValueError if there is no such day, OverflowError if there is none after it.
    """
    date, _, time = seconds.partition("T")
    if time != _MIDNIGHT:
        return None
    return datetime.fromisoformat(date) + timedelta(days=1)
