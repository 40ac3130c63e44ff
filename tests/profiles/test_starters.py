"""Documents to start from: each is what the linter wants, and the command prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.profiles.ctct.starters import starter, starters

if TYPE_CHECKING:
    from conftest import Called

STARTERS = [
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


def test_what_can_be_sent_has_a_starter() -> None:
    assert starters() == STARTERS
    with pytest.raises(KeyError):
        starter("folder", "update")


@pytest.mark.parametrize(("resource", "operation"), STARTERS)
def test_starter_is_in_order(resource: str, operation: str) -> None:
    found = lint(starter(resource, operation), operation=operation)

    assert found == []


@pytest.mark.parametrize(("resource", "operation"), STARTERS)
def test_command_prints_it(called: Called, resource: str, operation: str) -> None:
    done = called("new", resource, "--operation", operation)

    assert (done.exit_code, done.stdout) == (0, starter(resource, operation))


@pytest.mark.parametrize(
    ("resource", "operation"),
    [("campaign", "create"), ("attendance", "update"), ("schedule", "create")],
)
def test_operation_is_the_first_that_is_possible(
    called: Called, resource: str, operation: str
) -> None:
    assert called("new", resource).stdout == starter(resource, operation)


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
