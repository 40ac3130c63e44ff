"""Ids of resources, and whether rules need to look at those of a document at all.

Most documents of a run name the same lists and addresses of one user, so what was
once seen to be in order is remembered.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.model.place import attribute_value, text_span, value_of
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.facts import pattern_of
from ctct_lint.profiles.ctct.resources import CHECKED, PATHS
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.place import Place

HOST = "api.constantcontact.com"
_LIST = "ContactList"
NAMED = (_LIST, "Email")
# What the service keeps itself: `lists/active`.
KEPT = tuple(f"{path}/{word}" for path, r in PATHS.items() for word in r.kept)
_USERS = f"http://{HOST}/ws/customers/"
# Of a name that was broken at the end of a line nobody knows where it began.
_USER = lazy(r"/ws/customers/([^/\s][^/]*)")
_NUMBER = lazy(r"[0-9]+")
_ODD = lazy(r"[\s{<$%]")
_RESOURCE = lazy(
    rf"/ws/customers/[^/]+/((?:{'|'.join(PATHS)})/0*[1-9]\d*"
    rf"|{'|'.join(KEPT)})(?![^/\s])"
)


class Id(NamedTuple):
    """An id as written, blanks included: the text of `element`, or of its attribute.

    owner      the local name of what it is the id of
    attribute  the attribute's name as written, also `ID`; "" for a text
    """

    value: str
    owner: str
    element: _Element
    attribute: str

    @property
    def at(self) -> Place:
        """The value's place."""
        if self.attribute:
            return attribute_value(self.element, self.attribute)
        return value_of(self.element)

    @property
    def whole(self) -> Place:
        """The value's place, blanks around it included."""
        size = len(self.value)
        return self.at if self.attribute else text_span(self.element, 0, size)


def _usual(value: str) -> tuple[str, str, str] | None:
    """Take a URI of the usual form to pieces: user, path, number ("" without one).

    Nearly all are written so, and patterns take longer to compile than a document
    takes to check.
    """
    if not value.startswith(_USERS):
        return None
    user, _, rest = value.removeprefix(_USERS).partition("/")
    path, _, number = (rest, "", "") if rest in PATHS else rest.rpartition("/")
    is_usual = user.isalnum() and user == user.lower() and value.isascii()
    if is_usual and path in PATHS and (not number or number.isdecimal()):
        return user, path, number
    return None


def user_of(value: str) -> str:
    """Return the user whom a URI names; "" for none."""
    match = _USER.search(value)
    return "" if match is None else match[1]


@lru_cache(maxsize=256)
def resource_path(value: str) -> str:
    """Return what a URI names, such as `campaigns/1100546096289`, or "".

    The service's own lists have a word instead of a number.

    The URI of a collection names no resource, nor does a number that is nought,
    which stands in for one that the server has yet to give. What follows the number
    (`/schedules/1`) does not count.
    """
    usual = _usual(value)
    if usual is not None:
        _, path, number = usual
        return f"{path}/{number}" if number.strip("0") else ""
    match = _RESOURCE.search(value)
    return "" if match is None else match[1]


@lru_cache(maxsize=256)
def is_uri_of(owner: str, value: str) -> bool:
    """Is it the URI of a `ContactList` or of an `Email`, as the schema has it?"""
    return pattern_of("campaign.xsd", f"{owner}Uri").fullmatch(value) is not None


def not_a_number_in(owner: str, value: str) -> str:
    """Return what stands where such a URI has a number and has none; "" if it has one.

    The service's own lists have a word instead.
    """
    path = f"{CHECKED[owner].path}/"
    number = value.rpartition(path)[2]
    return "" if _NUMBER.fullmatch(number) or f"{path}{number}" in KEPT else number


def is_of_service(value: str) -> bool:
    """Tell whether a URI names the host of the service."""
    return value.partition("//")[2].lower().startswith(f"{HOST}/")


@lru_cache(maxsize=64)
def are_plain(ids: tuple[tuple[str, str], ...]) -> bool:
    """Is each as the server writes it, are all of one user, and is no list there twice?

    An id is given as the name of what it is of and its value.
    """
    users = {_plain_user(owner, value) for owner, value in ids}
    users.discard("")
    if len(users) > 1 or None in users:
        return False
    lists = [value for owner, value in ids if owner == _LIST]
    return len(set(lists)) == len(lists)


@lru_cache(maxsize=1024)
def _plain_user(owner: str, value: str) -> str | None:
    """Return the user ("" without one) of an id that is in order, None of others."""
    usual = _usual(value)
    if usual is not None:
        user, path, number = usual
        is_its = owner not in NAMED or (number and path == CHECKED[owner].path)
        return user if is_its else None
    from ctct_lint.profiles.ctct.records.uri import trouble_with_uri

    if not value or _ODD.search(value) or trouble_with_uri(value):
        return None
    if owner in NAMED and not _is_as_written_by_server(owner, value):
        return None
    user = user_of(value)
    return None if value.startswith("https:") or user != user.lower() else user


def _is_as_written_by_server(owner: str, value: str) -> bool:
    is_uri = is_uri_of(owner, value) and is_of_service(value)
    return is_uri and not not_a_number_in(owner, value)
