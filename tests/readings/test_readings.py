"""Values in another form than their type has: what they may mean."""

from __future__ import annotations

import pytest

from ctct_lint.readings.impossible import impossible
from ctct_lint.readings.readings import readings_of

SURE = [
    ("boolean", "True", "true"),
    ("boolean", "FALSE", "false"),
    ("double", "inf", "INF"),
    ("float", "-Infinity", "-INF"),
    ("double", "nan", "NaN"),
    ("language", "en_US", "en-US"),
    ("time", "8:00", "08:00:00"),
    ("time", "24:00", "24:00:00"),
]
GUESSED = [
    # numbers
    ("decimal", "82,5", "82.5"),
    ("decimal", "0,125", "0.125"),
    ("decimal", "5,", "5"),
    ("decimal", "1.234,50", "1234.50"),
    ("decimal", "1,234.50", "1234.50"),
    ("decimal", "1,234,567.5", "1234567.5"),
    ("decimal", "1 234,50", "1234.50"),
    ("decimal", "1\u202f234\u202f567", "1234567"),
    ("decimal", "1'234.5", "1234.5"),
    ("decimal", "1\u2019234.5", "1234.5"),
    ("decimal", "$5.00", "5.00"),
    ("decimal", "-$5", "-5"),
    ("decimal", "5 €", "5"),
    ("decimal", "EUR 5,00", "5.00"),
    ("decimal", "\u22125.5", "-5.5"),
    ("decimal", "1_000.5", "1000.5"),
    ("decimal", ",5", "0.5"),
    ("int", "0x1F", "31"),
    ("int", "-0b101", "-5"),
    ("int", "+0o17", "15"),
    ("int", "1_000_000", "1000000"),
    ("decimal", "1e3", "1000"),
    ("decimal", "1.5E-2", "0.015"),
    ("double", "1,5", "1.5"),
    ("int", "5.0", "5"),
    ("int", "1,234", "1234"),
    ("integer", "1.234.567", "1234567"),
    ("int", "\uff15", "5"),
    ("integer", "1e3", "1000"),
    ("negativeInteger", "\u20135", "-5"),
    # times and spans of time
    ("time", "8:00 pm", "20:00:00"),
    ("time", "20:03Z", "20:03:00Z"),
    ("time", "12 a.m.", "00:00:00"),
    ("time", "13:00 pm", "13:00:00"),
    ("time", "20h30", "20:30:00"),
    ("time", "8:00-9:00", "08:00:00-09:00"),
    ("time", "2010-01-05T10:00:00Z", "10:00:00Z"),
    ("time", "8:00 UTC", "08:00:00Z"),
    ("duration", "1D", "P1D"),
    ("duration", "P1D12H", "P1DT12H"),
    ("duration", "pt5m", "PT5M"),
    ("duration", "1Y6M", "P1Y6M"),
    ("duration", "1.5S", "PT1.5S"),
    ("duration", "30 minutes", "PT30M"),
    ("duration", "2 weeks", "P14D"),
    ("duration", "P1W2D", "P9D"),
    ("duration", "- 30 minutes", "-PT30M"),
    ("duration", "-1D", "-P1D"),
    ("duration", "01:30:00", "PT1H30M"),
    ("duration", "0:00:00.5", "PT0.5S"),
    ("duration", "2 days, 3 hours and 1 sec", "P2DT3H1S"),
    # dates
    ("date", "04/19/2010", "2010-04-19"),
    ("date", "19.4.2010", "2010-04-19"),
    ("date", "2010-04-19T00:00:00Z", "2010-04-19"),
    ("date", "12/31/69", "1969-12-31"),
    ("date", "12/31/68", "2068-12-31"),
    ("gMonth", "11", "--11"),
    ("gMonth", "November", "--11"),
    ("gDay", "3rd", "---03"),
    ("gDay", "--31", "---31"),
    ("gMonthDay", "11-13", "--11-13"),
    ("gMonthDay", "29 Feb", "--02-29"),
    ("gYearMonth", "11/2010", "2010-11"),
    ("gYearMonth", "2010/1", "2010-01"),
    ("gYearMonth", "Nov 2010", "2010-11"),
    # words
    ("boolean", "YES", "true"),
    ("boolean", "off", "false"),
    ("language", "en_US.UTF-8", "en-US"),
    ("IDREF", "#l1", "l1"),
    ("list", "a,b", "a b"),
    ("list", "a; b | c,", "a b c"),
    ("hexBinary", "0x1F", "1F"),
    ("hexBinary", "0f:b7", "0fb7"),
    ("hexBinary", "#FF00AA", "FF00AA"),
    ("base64Binary", "ab-_", "ab+/"),
    ("base64Binary", "R0lGODl", "R0lGODl="),
]
SEVERAL = [
    ("decimal", "1,234", ["1.234", "1234"]),
    ("int", "1.000", ["1", "1000"]),
    ("date", "04/05/2010", ["2010-04-05", "2010-05-04"]),
    ("gMonthDay", "4/5", ["--04-05", "--05-04"]),
    ("date, dateTime", "4/19/2010 12:00", ["2010-04-19T12:00:00"]),
    ("boolean, decimal", "1,5", ["1.5"]),
]
NONE = [
    ("decimal", ["", "abc", "5%", "1 2,3.4", "12..5", "1,5,", "1.2,3.4", "\u00b2"]),
    ("decimal", ["1 23", "1,23,4", "1" * 65, "1e999", "1.2 3"]),
    ("int", ["5.50", "12,34,567", "4294967296.0", "five"]),
    ("byte", ["300", "128.0"]),
    ("unsignedByte", ["-1.0", "256.0"]),
    ("nonNegativeInteger", ["-5.0"]),
    ("positiveInteger", ["0.0"]),
    ("boolean", ["maybe", "2", "ja"]),
    ("language", ["English language", "e", "en-"]),
    ("time", ["25:00", "08:30 CET", "8", "8:00:61", "1" * 65, "15:00 am", "0:30 pm"]),
    ("time", ["24:00:01", "8:00+15:00", "8h5", "2010-01-05"]),
    ("gMonth", ["13", "0", "x", "Nov 2010", "1" * 65, "\u00b2"]),
    ("gDay", ["32", "0", "first"]),
    ("gMonthDay", ["2-30", "11", "11-12-13", "x-1", "1" * 65]),
    ("int", ["0x", "0xG", "1__000", "1_0", f"{'1' * 5000}e5"]),
    ("duration", ["30M", "12:30", "5", "P", "PT", "1 day 2 days", "two days"]),
    ("duration", ["1 day, then 2 hours", "1" * 65, "-", "0:00:00", "1:60:00"]),
    ("date", ["2010-04-19T10:00:00Z", "2010-02-30", "soon"]),
    ("gYearMonth", ["2010-13", "11/10", "Nov", "2010 2011", "2010", "x 2010"]),
    ("hexBinary", ["fff", "0x", "xyz"]),
    ("IDREF", ["l 1"]),
    ("list", ["a", "a,", ","]),
    ("base64Binary", ["hello", "a b c", "a%bc"]),
    ("anyURI", ["C:\\temp"]),
]


@pytest.mark.parametrize(("type_", "value", "meant"), SURE)
def test_only_the_notation_is_another_one(type_: str, value: str, meant: str) -> None:
    assert readings_of(value, type_) == ((meant, True),)


@pytest.mark.parametrize(("type_", "value", "meant"), GUESSED)
def test_this_is_meant_most_likely(type_: str, value: str, meant: str) -> None:
    assert readings_of(value, type_) == ((meant, False),)


@pytest.mark.parametrize(("types", "value", "meant"), SEVERAL)
def test_each_reading_of_each_type_is_given_once(
    types: str, value: str, meant: list[str]
) -> None:
    assert [one.value for one in readings_of(value, types)] == meant


@pytest.mark.parametrize(
    ("type_", "value"), [(type_, value) for type_, all_ in NONE for value in all_]
)
def test_nobody_knows_what_is_meant(type_: str, value: str) -> None:
    assert readings_of(value, type_) == ()


@pytest.mark.parametrize("type_", sorted({type_ for type_, _, _ in (*SURE, *GUESSED)}))
def test_a_reading_has_no_other_one(type_: str) -> None:
    meant = [value for name, _, value in (*SURE, *GUESSED) if name == type_]

    assert [readings_of(value, type_) for value in meant] == [()] * len(meant)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("1990-02-30", "February 1990 has 28 days"),
        ("2012-02-30Z", "February 2012 has 29 days"),
        ("2010-09-31T05:22:42", "September 2010 has 30 days"),
        ("2010-13-01", "a year has the months 01 to 12"),
        ("2010-00-01", "a year has the months 01 to 12"),
        ("2010-01-00", "January 2010 has 31 days"),
        ("2010-01-01T25:00:00Z", "a day ends at 24:00:00"),
        ("24:00:01", "a day ends at 24:00:00"),
        ("23:60:00", "minutes and seconds end at 59"),
        ("23:59:60+01:00", "minutes and seconds end at 59"),
        ("24:00:00", ""),
        ("2010-01-31", ""),
        ("0000-00-00 00:00:00", "there is no year 0000"),
        ("31.02.2010", "February 2010 has 28 days"),
        ("02/29/2011 10:00", "February 2011 has 28 days"),
        ("Feb 30, 2010", "February 2010 has 28 days"),
        ("2010-02-30 10:00", "February 2010 has 28 days"),
        ("25:00", "a day ends at 24:00:00"),
        ("8:61", "minutes and seconds end at 59"),
        ("10:00:00+15:00", "no zone is farther from UTC than 14:00"),
        ("10:00:00+13:60", "no zone is farther from UTC than 14:00"),
        ("10:00:00-14:00", ""),
        ("32/32/2010", ""),
        ("30.31.2010", ""),
        ("31.2.4", ""),
        ("04/05/2010", ""),
        ("noon", ""),
    ],
)
def test_what_there_is_not_is_told(value: str, why: str) -> None:
    assert impossible(value) == why
