"""What is known of the parameters of bulk activities.

From the documentation ("Creating an Add Contacts / Remove Contacts Activity",
"Creating an Export Contacts Activity", "Creating a Clear Contacts Activity"), the
official samples and libraries. The table of all column heads is not known, so no
document is refused for one.
"""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import closest

TYPE = "activityType"
DATA, LISTS, LIST = "data", "lists", "listId"
COLUMNS = "columns"
_BOOLEAN = ("true", "false")
VALUES = {
    "fileType": ("CSV", "TXT"),
    "exportOptDate": _BOOLEAN,
    "exportOptSource": _BOOLEAN,
    "exportListName": _BOOLEAN,
    "sortBy": ("EMAIL_ADDRESS", "DATE_DESC"),
}
REPEATED = frozenset({LISTS, COLUMNS})
LIST_URIS = frozenset({LISTS, LIST})


class Parameters(NamedTuple):
    """The parameters of an activity beside its type: those needed, and the others."""

    needed: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, with the type."""
        return (TYPE, *self.needed, *self.others)


_WITH_DATA = Parameters((DATA, LISTS))
KINDS = {
    "ADD_CONTACTS": _WITH_DATA,
    "SV_ADD": _WITH_DATA,
    "ADD_CONTACT_DETAIL": _WITH_DATA,
    "REMOVE_CONTACTS_FROM_LISTS": _WITH_DATA,
    "CLEAR_CONTACTS_FROM_LISTS": Parameters((LISTS,)),
    "EXPORT_CONTACTS": Parameters((LIST,), (*VALUES, COLUMNS)),
}
NAMES = (TYPE, DATA, LISTS, LIST, COLUMNS, *VALUES)
ADDRESS = "EMAIL ADDRESS"
HEADS = (
    ADDRESS,
    "FIRST NAME",
    "MIDDLE NAME",
    "LAST NAME",
    "JOB TITLE",
    "COMPANY NAME",
    "WORK PHONE",
    "HOME PHONE",
    *(f"ADDRESS LINE {n}" for n in (1, 2, 3)),
    *(f"ADDR{n}" for n in (1, 2, 3)),
    "CITY",
    "STATE",
    "STATE/PROVINCE (US/CANADA)",
    "US STATE/CA PROVINCE",
    "COUNTRY",
    "POSTAL CODE",
    "SUB POSTAL CODE",
    "NOTES",
    *(f"CUSTOM FIELD {n}" for n in range(1, 16)),
)
_NOT_A_WORD = lazy(r"[\W_]+")
_KNOWN = {_NOT_A_WORD.sub("", head).lower(): head for head in HEADS}


_OTHERS = {
    "email": ADDRESS,
    "emailaddr": ADDRESS,
    "mail": ADDRESS,
    "fname": "FIRST NAME",
    "lname": "LAST NAME",
    "surname": "LAST NAME",
    "company": "COMPANY NAME",
    "phone": "HOME PHONE",
    "zip": "POSTAL CODE",
    "zipcode": "POSTAL CODE",
    "postcode": "POSTAL CODE",
}


def head_meant(text: str) -> str | None:
    """Return the head that is meant by one that is not known, if any is close."""
    bare = _NOT_A_WORD.sub("", text).lower()
    meant = closest(bare, sorted(_KNOWN))
    return _OTHERS.get(bare) or (meant and _KNOWN[meant])


def head_named(text: str) -> str | None:
    """Return the known head of a column, None if there is none of that name.

    Upper case and blanks do not matter: the samples have `Email Address` as well.
    """
    return _KNOWN.get(_NOT_A_WORD.sub("", text).lower())
