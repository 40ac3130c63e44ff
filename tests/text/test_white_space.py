"""White space is XML's four characters; every other blank is a character like any."""

from __future__ import annotations

import pytest
from fixture_file import FIXTURES
from said import underlined

from ctct_lint import lint
from ctct_lint.text.white_space import collapsed, trimmed

VALID = FIXTURES / "valid"
CAMPAIGN = (VALID / "campaign-html.create.xml").read_text("utf-8")
SCHEDULE = (VALID / "schedule.create.xml").read_text("utf-8")
TIME = "2999-03-18T12:00:00.000Z"
NO_BREAK = "\u00a0"


def said(text: str) -> list[tuple[str, str, str]]:
    """Return the code, the characters and the message of each diagnostic."""
    return [(d.code, underlined(text, d), d.message) for d in lint(text)]


def replaced(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_the_documents_are_clean() -> None:
    assert (said(CAMPAIGN), said(SCHEDULE)) == ([], [])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (None, ""),
        ("", ""),
        (" \t\r\n", ""),
        ("\n a b\r\n", "a b"),
        (f" {NO_BREAK}a ", f"{NO_BREAK}a"),
        ("\x0b\x0c", "\x0b\x0c"),
    ],
)
def test_trimmed(text: str | None, want: str) -> None:
    assert trimmed(text) == want


def test_collapsed() -> None:
    assert collapsed(f"\n a \t\r\n b{NO_BREAK} c ") == f"a b{NO_BREAK} c"


@pytest.mark.parametrize("before", ["", " ", "\t", "\n        "])
@pytest.mark.parametrize("after", ["", " ", "\n      "])
def test_white_space_around_a_date_and_time_is_no_fault(
    before: str, after: str
) -> None:
    assert said(replaced(SCHEDULE, TIME, f"{before}{TIME}{after}")) == []


@pytest.mark.parametrize("blank", [NO_BREAK, "\u2003", "\u2028", "\u3000"])
@pytest.mark.parametrize("order", ["{0}{1}", "{1}{0}"])
def test_other_blanks_around_a_date_and_time_are(blank: str, order: str) -> None:
    value = order.format(blank, TIME)
    shown = order.format(f"<U+{ord(blank):04X}>", TIME)
    message = f"`{shown}` in `ScheduledTime` is not a date and time"

    for written in (value, f"\n {value} "):
        text = replaced(SCHEDULE, TIME, written)
        assert said(text) == [("CTC215", value, message)]


@pytest.mark.parametrize("written", ["{0}HTML", "HTML{0}", "{0}HTML{0}", " HTML{0}\n"])
def test_other_blanks_around_an_enumerated_value_are_named(written: str) -> None:
    value = written.format(NO_BREAK)
    text = replaced(CAMPAIGN, ">HTML<", f">{value}<")
    shown = value.strip("\n ").replace(NO_BREAK, "<U+00A0>")

    (found,) = lint(text)

    assert (found.code, underlined(text, found)) == ("CTC203", value.strip("\n "))
    assert found.message == f"`{shown}` is not a valid EmailContentFormat"
    where = "begins" if value.strip("\n ").startswith(NO_BREAK) else "ends"
    assert found.help == (
        "did you mean `HTML`?",
        f"the value {where} with the character U+00A0 (no-break space)",
        "expected one of `HTML`, `XHTML`",
    )


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("EmailContentFormat", "HTML"),
        ("GreetingName", "FirstName"),
        ("PermissionReminder", "YES"),
        ("OrganizationState", "VT"),
    ],
)
@pytest.mark.parametrize("written", [" {}", "{} ", "\n        {}\n      ", "\t{}"])
def test_white_space_around_an_enumerated_value(
    element: str, value: str, written: str
) -> None:
    start = f"<{element}>{value}<"
    text = replaced(CAMPAIGN, start, f"<{element}>{written.format(value)}<")

    (found,) = lint(text)

    assert (found.code, found.severity.name) == ("CTC432", "WARNING")
    assert underlined(text, found) == value
    assert found.message == f"white space stands around `{value}` in `{element}`"
    (fix,) = found.fixes
    (edit,) = fix.edits
    start_, end = edit.range.start.offset, edit.range.end.offset
    assert text[:start_] + edit.new_text + text[end:] == CAMPAIGN


def test_white_space_around_what_the_server_sets_does_not_count() -> None:
    text = replaced(CAMPAIGN, "<Subject>", "<Status> Draft </Status><Subject>")

    assert "CTC432" not in {d.code for d in lint(text)}


@pytest.mark.parametrize("blank", [NO_BREAK, f" {NO_BREAK}\n", "\u200b\u2003"])
def test_needed_text_of_blanks_alone(blank: str) -> None:
    text = replaced(CAMPAIGN, "<FromName>", f"<FromName>{blank}<!--")
    text = replaced(text, "</FromName>", "--></FromName>")

    found = [d for d in lint(text) if d.code == "CTC433"]

    first = ord(blank.strip("\n ")[0])
    assert [(d.message, d.severity.name) for d in found] == [
        (f"`FromName` has no visible character, only U+{first:04X}", "WARNING")
    ]
