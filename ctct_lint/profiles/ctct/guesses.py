"""Which value or element is likely meant where one is missing.

All of it is a guess: a placeholder that the server takes, or what the document
says elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.catalog import resource_of
from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.ids import is_uri_of
from ctct_lint.profiles.ctct.records.switches import TEXTS_OF
from ctct_lint.rules.wording import child_tag, escaped
from ctct_lint.schema.names import has_text, local_name
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ADDRESSES = frozenset({"FromEmail", "ReplyToEmail"})


def value_for(parent: _Element, name: str) -> str:
    """Return the value that a child may be given, "" if none is known."""
    fact = children_of(local_name(parent)).get(name)
    if fact is None:
        return ""
    if name == "id":
        return next(_ids_of_payloads(parent), fact.placeholder)
    texts = [f"{{*}}{text}" for text in TEXTS_OF.get(name, ())]
    if texts and any(has_text(c.text) for c in parent.iterchildren(*texts)):
        return "YES"
    return fact.placeholder


def may_make_up(parent: _Element, name: str, operation: str) -> bool:
    """Say whether a child may be given what `value_for` returns.

    Any id will do for a create; in an update it says which resource is meant.
    """
    if name != "id" or operation != Operation.UPDATE:
        return True
    return next(_ids_of_payloads(parent), None) is not None


def known_address(element: _Element) -> str:
    """Return the id of an address that the element's campaign has, or "".

    What is no such id is not copied. Where the addresses themselves are said as well,
    it is not that of another one.
    """
    campaign = next(element.iterancestors(ctct("Campaign")), element)
    is_email = local_name(element) == "Email"
    wanted = _address_in(element.getparent() if is_email else element)
    known = [
        (_address_in(email.getparent()), email.get("id", ""))
        for email in campaign.iter(ctct("Email"))
    ]
    right = [(said, id_) for said, id_ in known if is_uri_of("Email", trimmed(id_))]
    same = (id_ for said, id_ in right if said == wanted)
    others = (id_ for said, id_ in right if not (said and wanted))
    return next(iter((*same, *others)), "")


def _address_in(holder: _Element | None) -> str:
    """Return the address that stands in `FromEmail` or `ReplyToEmail`, or ""."""
    texts = [] if holder is None else map(str, holder.itertext())
    return next((trimmed(text) for text in texts if "@" in text), "").lower()


def element_for(parent: _Element, name: str) -> str | None:
    """Return a child that is more than a text in tags, "" if it cannot be guessed."""
    tag = child_tag(parent, name)[1:-1]
    if name == "Email" or name in _ADDRESSES:
        address = escaped(known_address(parent))
        email = f'{child_tag(parent, "Email")[:-1]} id="{address}"/>'
        written = email if name == "Email" else f"<{tag}>{email}</{tag}>"
        return written if address else ""
    return _author(parent, tag) if name == "author" else None


def _author(entry: _Element, tag: str) -> str:
    """Return an author that says nothing: the one of a schedule needs a name."""
    inside = child_tag(entry, "name")[:-1] + "/>"
    is_named = resource_of(entry).payload == "Schedule"
    return f"<{tag}>{inside}</{tag}>" if is_named else f"<{tag}/>"


def _ids_of_payloads(entry: _Element) -> Iterator[str]:
    """Yield the URIs that the payload of an entry gives as its own."""
    for content in entry.iterchildren("{*}content"):
        yield from filter(None, (payload.get("id") for payload in content))
