"""A placeholder where a value of a type is asked for is called by its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import lint

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")


@pytest.mark.parametrize(
    "value",
    [
        *("%SOURCE%", "%%source%%", "{{ source }}", "{{{source}}}", "{%raw%}"),
        *("${source}", "#{source}", "@{source}", "{source}", "{$source}", "$source"),
        *("$row->source", "$row['source']", "[[source]]", "@@source@@"),
        *("__SOURCE__", "%(source)s", "*|SOURCE|*", "&lt;%= source %&gt;"),
    ],
)
def test_placeholder_was_not_filled_in(value: str) -> None:
    text = CONTACT.replace("ACTION_BY_CONTACT", value)

    (told,) = lint(text, operation="create")

    plain = value.replace("&lt;", "<").replace("&gt;", ">")
    assert (told.code, told.message) == (
        "CTC203",
        f"the placeholder `{plain}` of `OptInSource` was not filled in",
    )
    fill_in, expected = told.help
    assert fill_in.startswith("write the value that it stands for, or fill it in ")
    assert expected.startswith("expected one of `ACTION_BY_")
    assert told.fixes == ()


def test_placeholder_of_a_date_and_of_an_attribute() -> None:
    text = re.sub("<updated>.*<", "<updated>%NOW%<", CONTACT)
    text = text.replace('type="application/vnd.ctct+xml"', 'type="{{type}}"')

    assert [d.message for d in lint(text, operation="create")] == [
        "the placeholder `%NOW%` of `updated` was not filled in",
        "the placeholder `{{type}}` of `type` of `content` was not filled in",
    ]


@pytest.mark.parametrize(
    "value", ["%", "{}", "$ACCOUNT", "100%", "[source]", "{{a" * 50 + "}}", "ACTION"]
)
def test_other_values_are_what_they_are(value: str) -> None:
    text = CONTACT.replace("ACTION_BY_CONTACT", value)

    told = lint(text, operation="create")

    assert "the placeholder" not in told[0].message


def test_free_text_that_looks_like_one_is_told_of_as_before() -> None:
    text = CONTACT.replace(">Rosa<", ">{{name}}<")

    assert [d.code for d in lint(text, operation="create")] == ["CTC431"]
