"""Ids at a glance: whether the rules about ids need to look at a document at all.

Most documents of a run name the same lists and addresses of one user, so what was
once seen to be in order is remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.schema.facts import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.rules.record import Id

NAMED = ("ContactList", "Email")
_USER = re.compile(r"/ws/customers/([^/]+)")


def user_of(value: str) -> str:
    """Return the user whom a URI names; "" for none."""
    match = _USER.search(value)
    return "" if match is None else match[1]


@lru_cache(maxsize=256)
def is_uri_of(owner: str, value: str) -> bool:
    """Is it the URI of a `ContactList` or of an `Email`, as the schema has it?"""
    return pattern_of("campaign.xsd", f"{owner}Uri").fullmatch(value) is not None


def are_plain(ids: Iterable[Id]) -> bool:
    """Are all free of blanks, URIs where they must be, and of one user?"""
    users = {_plain_user(found.owner, found.value) for found in ids}
    users.discard("")
    return len(users) <= 1 and None not in users


@lru_cache(maxsize=1024)
def _plain_user(owner: str, value: str) -> str | None:
    """Return the user ("" without one) of an id that is in order, None of others."""
    if any(c.isspace() for c in value) or not value:
        return None
    if owner in NAMED and not is_uri_of(owner, value):
        return None
    return user_of(value)
