"""What the server answers: the pages, and how the command shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ctct_lint.profiles.ctct.answers import status_page, statuses, title
from ctct_lint.rules.registry import find_rule

if TYPE_CHECKING:
    from conftest import Called

_HEADINGS = [
    "## Can the XML be the cause?",
    "## What to check",
    "## Sources",
]
_CODE = re.compile(r"CTC\d{3}")


def test_answers_that_developers_asked_about_have_pages() -> None:
    assert statuses() == ["400", "401", "403", "404", "409", "415", "500", "503"]
    assert title("403") == "403 Forbidden"
    with pytest.raises(KeyError):
        status_page("418")


@pytest.mark.parametrize("status", statuses())
def test_page_says_what_is_meant_what_to_check_and_from_where(status: str) -> None:
    lines = status_page(status).splitlines()

    assert lines[0].startswith(f"# {status} ")
    assert [line for line in lines if line.startswith("## ")] == _HEADINGS
    assert lines[-1].startswith("- ")
    assert max(map(len, lines)) <= 90


@pytest.mark.parametrize("status", statuses())
def test_page_names_rules_that_there_are(status: str) -> None:
    assert all(find_rule(code) for code in _CODE.findall(status_page(status)))


def test_refusals_of_the_xml_name_rules_and_permissions_say_that_it_is_not_it() -> None:
    assert len(set(_CODE.findall(status_page("400")))) > 10
    assert "\n\nNo." in status_page("403")
    assert "\n\nNo." in status_page("415")


@pytest.mark.parametrize("status", statuses())
def test_command_shows_the_page(called: Called, status: str) -> None:
    done = called("explain", status)

    assert (done.exit_code, done.stdout) == (0, status_page(status))


@pytest.mark.parametrize("status", ["280", "200", "4000", "0"])
def test_answer_without_a_page_is_a_usage_error(called: Called, status: str) -> None:
    done = called("explain", status)

    assert done.exit_code == 2
    assert done.stderr.endswith(
        f"nothing is known of the answer {status}; known are 400, 401, 403, 404, 409, "
        "415, 500, 503\n"
    )


@pytest.mark.parametrize(("number", "code"), [("203", "CTC203"), ("7", "CTC007")])
def test_the_number_of_a_rule_leads_to_the_rule(
    called: Called, number: str, code: str
) -> None:
    done = called("explain", number)

    assert done.exit_code == 2
    assert done.stderr.endswith(f"415, 500, 503; did you mean {code}?\n")
