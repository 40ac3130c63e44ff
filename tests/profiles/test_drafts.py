"""Documents to start from: each is what the linter wants, and the command prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.profiles.ctct.drafts import draft, drafts

if TYPE_CHECKING:
    from conftest import Called

DRAFTS = [
    ("attendance", "update"),
    ("campaign", "create"),
    ("campaign", "update"),
    ("contact", "create"),
    ("contact", "update"),
    ("folder", "create"),
    ("list", "create"),
    ("list", "update"),
    ("schedule", "create"),
]


def test_what_can_be_sent_has_a_draft() -> None:
    assert drafts() == DRAFTS
    with pytest.raises(KeyError):
        draft("folder", "update")


@pytest.mark.parametrize(("resource", "operation"), DRAFTS)
def test_draft_is_in_order(resource: str, operation: str) -> None:
    found = lint(draft(resource, operation), operation=operation)

    assert found == []


@pytest.mark.parametrize(("resource", "operation"), DRAFTS)
def test_command_prints_it(called: Called, resource: str, operation: str) -> None:
    done = called("new", resource, "--operation", operation)

    assert (done.exit_code, done.stdout) == (0, draft(resource, operation))


@pytest.mark.parametrize(
    ("resource", "operation"),
    [("campaign", "create"), ("attendance", "update"), ("schedule", "create")],
)
def test_operation_is_the_first_that_is_possible(
    called: Called, resource: str, operation: str
) -> None:
    assert called("new", resource).stdout == draft(resource, operation)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("folder", "--operation", "update"),
            "`folder` cannot be updated, only created",
        ),
        (
            ("attendance", "--operation", "create"),
            "`attendance` cannot be created",
        ),
        (("image",), "'image' is not one of 'attendance', 'campaign', 'contact'"),
        ((), "Missing argument"),
    ],
)
def test_what_cannot_be_sent_is_a_usage_error(
    called: Called, arguments: tuple[str, ...], message: str
) -> None:
    done = called("new", *arguments)

    assert done.exit_code == 2
    assert message in done.stderr
