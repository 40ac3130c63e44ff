"""Dates in other forms: what they may mean, and what is advised."""

from __future__ import annotations

import pytest

from ctct_lint import Diagnostic, lint
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.readings.dates import readings
from ctct_lint.readings.iso_dates import is_date, is_date_time

READINGS = [
    # slips in the form of the service
    ("2010-09-28T05:22:42 01:00", "2010-09-28T05:22:42+01:00"),
    ("2010-09-28T05:22:42 0100", "2010-09-28T05:22:42+01:00"),
    ("2010-09-28T05:22:42.5 01:00", "2010-09-28T05:22:42.5+01:00"),
    ("2010-09-28 05:22:42 01:00", "2010-09-28T05:22:42+01:00"),
    ("2010-09-28 05:22:42", "2010-09-28T05:22:42"),
    ("2010-09-28t05:22:42z", "2010-09-28T05:22:42Z"),
    ("2010-09-28T05:22:42:105Z", "2010-09-28T05:22:42.105Z"),
    ("2010-09-28T05:22:42,105Z", "2010-09-28T05:22:42.105Z"),
    ("2010-09-28T05:22:42+0100", "2010-09-28T05:22:42+01:00"),
    ("2010-09-28T05:22:42-7", "2010-09-28T05:22:42-07:00"),
    ("2010-09-28T05:22Z", "2010-09-28T05:22:00Z"),
    ("2010-9-8T5:22:42Z", "2010-09-08T05:22:42Z"),
    # other orders and signs
    ("04/19/2010", "2010-04-19"),
    ("19/04/2010", "2010-04-19"),
    ("19.04.2010", "2010-04-19"),
    ("2010/04/19", "2010-04-19"),
    ("2010-4-9", "2010-04-09"),
    ("04/19/10", "2010-04-19"),
    ("04/04/2010", "2010-04-04"),
    ("4/19/2010 10:15", "2010-04-19T10:15:00"),
    ("10:15 4/19/2010", "2010-04-19T10:15:00"),
    ("4/19/2010 12:05:01 pm", "2010-04-19T12:05:01"),
    ("4/19/2010 12:05 a.m.", "2010-04-19T00:05:00"),
    ("4/19/2010 3 PM EST", "2010-04-19T15:00:00-05:00"),
    # names of months and days
    ("April 19, 2010", "2010-04-19"),
    ("19 Apr 2010", "2010-04-19"),
    ("19-APR-10", "2010-04-19"),
    ("Monday, the 19th of April 2010", "2010-04-19"),
    ("2010 Sept. 5", "2010-09-05"),
    ("Mon, 19 Apr 2010 10:15:00 +0000", "2010-04-19T10:15:00+00:00"),
    ("Mon Apr 19 10:15:00 UTC 2010", "2010-04-19T10:15:00Z"),
    ("Mon Apr 19 10:15:00 2010", "2010-04-19T10:15:00"),
    ("19/Apr/2010:10:15:00 -0700 (PDT)", "2010-04-19T10:15:00-07:00"),
    # without signs
    ("20100419", "2010-04-19"),
    ("20100419T101500Z", "2010-04-19T10:15:00Z"),
    ("1271672100", "2010-04-19T10:15:00Z"),
    ("1271672100000", "2010-04-19T10:15:00Z"),
]
AMBIGUOUS = [
    ("04/05/2010", ["2010-04-05", "2010-05-04"]),
    ("4.5.2010 10:15", ["2010-04-05T10:15:00", "2010-05-04T10:15:00"]),
    ("04/05/06", ["2004-05-06", "2006-04-05", "2006-05-04"]),
]
NONE = [
    *("", "soon", "tomorrow 5", "12:00", "April 2010", "5", "1/2", "1/2/3/4"),
    *("2010-13-45", "2010-02-30", "02/30/2010", "2010-09-28T25:22:42"),
    *("2010-09-31T05:22:42 01:00", "{{date}} 5", "99 Mar 2010", "March 5 Mar"),
    *("12345-01-01", "5 April April", "1" * 65, "2010-04-19-05", "1 two 3"),
]


@pytest.mark.parametrize(("text", "reading"), READINGS)
def test_a_date_has_one_reading(text: str, reading: str) -> None:
    assert readings(text) == (reading,)
    assert not is_date_time(text)


@pytest.mark.parametrize(("text", "several"), AMBIGUOUS)
def test_a_date_has_several_readings(text: str, several: list[str]) -> None:
    assert list(readings(text)) == several


@pytest.mark.parametrize("text", NONE)
def test_no_date_has_no_reading(text: str) -> None:
    assert readings(text) == ()


@pytest.mark.parametrize("text", ["2010-04-19", "2010-04-19T10:15:00.5+01:00"])
def test_what_is_right_is_read_as_it_is(text: str) -> None:
    assert readings(text) == (text,)
    assert is_date(text) or is_date_time(text)


def document(payload: str, updated: str = "2011-03-14") -> str:
    return (
        f'<entry xmlns="{ATOM}"><id>data:,</id><title/><updated>{updated}</updated>'
        f'<author><name/></author><content type="application/vnd.ctct+xml">{payload}'
        "</content></entry>"
    )


def advice(found: Diagnostic) -> tuple[str, list[tuple[str, str]]]:
    """Return the help, and what each fix writes and how sure it is."""
    fixes = [(f.edits[0].new_text, f.applicability.value) for f in found.fixes]
    return found.help[0], fixes


def of_schedule(value: str) -> Diagnostic:
    time = f"<ScheduledTime>{value}</ScheduledTime>"
    payload = f'<Schedule xmlns="{CTCT}">{time}</Schedule>'
    (found,) = lint(document(payload), operation="create", select=["CTC215"])
    return found


def of_campaign(value: str) -> Diagnostic:
    payload = f'<Campaign xmlns="{CTCT}"><Date>{value}</Date></Campaign>'
    (found,) = lint(document(payload), operation="create", select=["CTC405"])
    return found


def of_entry(value: str) -> Diagnostic:
    text = document(f'<Schedule xmlns="{CTCT}"/>', value)
    (found,) = lint(text, operation="create", select=["CTC303"])
    return found


@pytest.mark.parametrize("where", [of_schedule, of_campaign, of_entry])
def test_the_lost_plus_alone_is_safe(where: object) -> None:
    assert callable(where)
    meant = "2031-09-28T05:22:42+01:00"

    assert advice(where("2031-09-28T05:22:42 01:00")) == (
        f"did you mean `{meant}`?",
        [(meant, "safe")],
    )
    assert advice(where("28/9/2031 05:22:42+1:00")) == (
        f"did you mean `{meant}`?",
        [(meant, "unsafe")],
    )
    assert advice(where("9/8/2031 05:22"))[1] == []


def test_nobody_can_guess_the_time_of_a_schedule() -> None:
    assert advice(of_schedule("04/19/2031")) == (
        "write it with its time, like `2031-04-19T20:03:35.000Z`",
        [],
    )
    assert advice(of_schedule("04/05/2031")) == (
        "write which day is meant and its time: `2031-04-05` or `2031-05-04`",
        [],
    )
    assert advice(of_schedule("noon")) == (
        "expected a date and time such as `2010-11-13T20:03:35.000Z`",
        [],
    )


def test_a_date_that_the_server_sets_needs_no_time() -> None:
    midnight = "2010-04-19T00:00:00Z"

    assert advice(of_campaign("04/19/2010")) == (
        f"did you mean `{midnight}`?",
        [(midnight, "unsafe")],
    )
    assert advice(of_campaign("04/05/2010")) == (
        "write which day is meant: `2010-04-05` or `2010-05-04`",
        [],
    )
    assert advice(of_campaign("noon"))[0] == "write it like `2009-10-19T18:34:53.105Z`"


def test_a_date_alone_will_do_for_an_entry() -> None:
    assert advice(of_entry("04/19/2010")) == (
        "did you mean `2010-04-19`?",
        [("2010-04-19", "unsafe")],
    )
    assert advice(of_entry("noon")) == ("write it like `2011-04-25`", [])
