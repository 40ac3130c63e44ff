"""Which name is meant, and when that is sure."""

from __future__ import annotations

import pytest

from ctct_lint.schema.spelling import is_only_one

LINES = ("Address1", "Address2", "Address3")
SURE = [
    # one slip: a letter lacking, too many, another, swapped
    ("Adress1", "Address1", LINES, True),
    ("Addresss2", "Address2", LINES, True),
    ("Atdress3", "Address3", LINES, True),
    ("Adderss3", "Address3", LINES, True),
    ("PermisionReminder", "PermissionReminder", ("PermissionReminderText",), True),
    # the case does not count
    ("permisionreminder", "PermissionReminder", (), True),
    # more than one name is a slip away
    ("Address", "Address1", LINES, False),
    ("Address4", "Address1", LINES, False),
    # more than a slip, but nothing else is close
    ("Organisatoin", "Organization", ("Subject",), True),
    ("Organisatoin", "Organization", ("Organisation",), False),
    # not close at all
    ("Subject", "Organization", (), False),
    ("ab", "ba", ("bc",), True),
    ("", "a", (), True),
    ("", "ab", (), False),
]


@pytest.mark.parametrize(("name", "meant", "others", "sure"), SURE)
def test_a_name_is_sure_if_nothing_else_fits(
    name: str, meant: str, others: tuple[str, ...], sure: bool
) -> None:
    assert is_only_one(name, meant, (meant, *others)) is sure
