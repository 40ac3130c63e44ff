"""Dates as the service writes them, and what mistyped ones most likely meant."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"\d\d:\d\d:\d\d(?:\.\d+)?"
_DATE_TIME = re.compile(rf"({_DATE})T({_TIME})(?:Z|[+-]\d\d:\d\d)?")
_DATE_ONLY = re.compile(_DATE)
# A `+` in a form-encoded body is decoded to a blank; some time formats put a colon
# before the milliseconds; ISO's basic form has no colon in the offset.
_MENDS = (
    (re.compile(rf"({_DATE}T{_TIME}) (\d\d:?\d\d)"), r"\1+\2"),
    (re.compile(rf"({_DATE}[T ]\d\d:\d\d:\d\d):(\d+.*)"), r"\1.\2"),
    (re.compile(rf"({_DATE}) +(\d\d:.*)"), r"\1T\2"),
    (re.compile(rf"({_DATE}T{_TIME}[+-]\d\d)(\d\d)"), r"\1:\2"),
    (re.compile(rf"({_DATE}T\d\d:\d\d)(|Z|[+-].*)"), r"\1:00\2"),
)


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
    return _MENDS[0][0].fullmatch(text) is not None


def mended(text: str) -> str | None:
    """Return the date and time that was most likely meant, None if unclear."""
    for pattern, template in _MENDS:
        text = re.sub(rf"^(?:{pattern.pattern})$", template, text)
    return text if is_date_time(text) else None


def _is_real(date: str, time: str) -> bool:
    try:
        datetime.fromisoformat(f"{date}T{time[:8]}")
    except ValueError:
        return False
    return True
