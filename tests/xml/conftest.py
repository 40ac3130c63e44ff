"""A content model of a few elements, enough to tell where elements end."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection

_LEAVES = {
    "EmailContent",
    "EmailContentFormat",
    "EmailTextContent",
    "FromName",
    "GreetingString",
    "Name",
    "OrganizationCity",
    "OrganizationName",
    "OrganizationState",
    "PermissionReminderText",
    "Status",
    "Subject",
}
_FEED = {"id", "title", "updated", "author", "link"}
_CHILDREN = {
    "feed": _FEED | {"entry"},
    "entry": _FEED | {"content", "summary", "source"},
    "source": _FEED,
    "author": {"name", "email"},
    "content": {"Campaign"},
    "Campaign": {*_LEAVES, "ContactLists", "FromEmail", "ReplyToEmail"},
    "ContactLists": {"ContactList"},
    "ContactList": {"link"},
    "FromEmail": {"Email", "EmailAddress"},
    "ReplyToEmail": {"Email", "EmailAddress"},
    "Email": {"link"},
}
_TEXT_ONLY = {
    *_LEAVES,
    "EmailAddress",
    "id",
    "title",
    "updated",
    "name",
    "email",
    "summary",
}
_NAMES = {*_CHILDREN, *_TEXT_ONLY, "link"}


class SmallModel:
    """The elements of a campaign, by hand."""

    def namespace_of(self, prefix: str, names: Collection[str]) -> str:  # noqa: ARG002
        return "u:ctct" if prefix == "ctct" else ""

    def knows(self, name: str) -> bool:
        return name in _NAMES

    def root_tag(self, name: str) -> str:
        return f'<{name} xmlns="u:a">' if name in {"entry", "feed"} else ""

    def holds_text_only(self, name: str) -> bool:
        return name in _TEXT_ONLY

    def may_contain(self, parent: str, child: str) -> bool:
        return child in _CHILDREN.get(parent, ())

    def has_entity(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        return False

    def may_omit_end(self, name: str) -> bool:  # noqa: ARG002 - part of the protocol
        return False

    def spelling_of(self, name: str) -> str | None:
        if len(name) > 40:
            return None
        return next(iter(get_close_matches(name, _NAMES, 1, 0.8)), None)


@pytest.fixture(scope="session")
def model() -> SmallModel:
    return SmallModel()
