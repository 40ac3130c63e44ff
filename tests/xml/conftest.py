"""A content model of a few elements, enough to tell where elements end."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import pytest

from ctct_lint.xml.model import ContentModel, Meaning

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

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


_ELEMENTS = {
    name: Meaning(name, known=True, is_leaf=name in _TEXT_ONLY) for name in _NAMES
}


class SmallModel(ContentModel):
    """The elements of a campaign, by hand."""

    @property
    def elements(self) -> Mapping[str, Meaning]:
        return _ELEMENTS

    def namespace_of(self, prefix: str, names: Collection[str]) -> str:  # noqa: ARG002
        return "u:ctct" if prefix == "ctct" else ""

    def root_tag(self, name: str) -> str:
        return f'<{name} xmlns="u:a">' if name in {"entry", "feed"} else ""

    def holds_no_text(self, name: str) -> bool:
        return name in _CHILDREN

    def may_contain(self, parent: str, child: str) -> bool:
        return child in _CHILDREN.get(parent, ())

    def spelling_of(self, name: str) -> str | None:
        if len(name) > 40:
            return None
        return next(iter(get_close_matches(name, _NAMES, 1, 0.8)), None)


@pytest.fixture(scope="session")
def model() -> SmallModel:
    return SmallModel()
