"""The lists that a contact is on, and who puts it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import FACTS
from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.schema.matching.text_home import certain_home
from ctct_lint.schema.names import has_text
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.records.record import Record

BY_CUSTOMER = "ACTION_BY_CUSTOMER"
_BY_CONTACT = "ACTION_BY_CONTACT"
_LISTS, _LIST = "ContactLists", ctct("ContactList")


def lists_of(contact: Record) -> list[_Element]:
    """Return the elements that name the lists which the contact is to be on.

    They may have something round them that does not belong there.
    """
    lists = contact.fields.get(_LISTS)
    return [] if lists is None else list(lists.iter(_LIST))


def leaves_all_lists(contact: Record) -> bool:
    """Is there a `ContactLists` that names no list?"""
    return contact.has(_LISTS) and not lists_of(contact)


def names_lists_otherwise(contact: Record) -> bool:
    """Are there lists, or their URIs, where no list is looked for?"""
    lists = contact.fields[_LISTS]
    if len(lists) or next(contact.element.iter(_LIST), None) is not None:
        return True
    said = [(str(name), str(value)) for name, value in lists.attrib.items()]
    return has_text(lists.text) or any(map(_is_list, said))


def _is_list(said: tuple[str, str]) -> bool:
    """Say whether an attribute or an element tells that a list is meant."""
    name, text = said
    return certain_home(FACTS, trimmed(text), _LISTS, (), name) is not None


def removal(contact: Record) -> _Element | None:
    """Return what makes the update of a contact a removal, None if it is none.

    That is a `ContactLists` without lists, or a `Status` that asks for it where there
    is none. The `Status` alone does nothing: a removed contact who is put on a list
    again has it as well.
    """
    if contact.has(_LISTS):
        return contact.fields[_LISTS] if leaves_all_lists(contact) else None
    return contact.fields["Status"] if contact.text("Status") == "Removed" else None


def is_by_contact(contact: Record) -> bool:
    """Is it the contact who acts, not the owner of the account?"""
    return contact.text("OptInSource") == _BY_CONTACT
