"""Which schema a document is checked with: what its `content` holds decides."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from threading import get_ident
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from ctct_lint.schema.facts import FACT, XS
from ctct_lint.schema.files import read_schema, schema_path
from ctct_lint.schema.names import atom, local_name
from ctct_lint.schema.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


class Profile(NamedTuple):
    """A kind of document: the driver schema, and the payload that it knows.

    Entries of the library and of events need nothing but their `content`.
    """

    name: str
    driver: str
    payload: str = ""
    file: str = ""
    needs_envelope: bool = True


CAMPAIGN = Profile("campaign", "campaign-entry.xsd", "Campaign", "campaign.xsd")
SCHEDULE = Profile("schedule", "schedule-entry.xsd", "Schedule", "schedule.xsd")
CONTACT = Profile("contact", "contact-entry.xsd", "Contact", "contact.xsd")
OTHER = Profile("other", "other-entry.xsd")
LIBRARY = Profile("library", "other-entry.xsd", needs_envelope=False)
_CONTENT = atom("content")
PROFILES = {p.payload: p for p in (CAMPAIGN, SCHEDULE, CONTACT)}
# Payloads of the same service that have no schema here.
OTHER_PAYLOADS = {
    **dict.fromkeys(
        (
            "Activity",
            "BounceEvent",
            "ClickEvent",
            "ContactList",
            "ContactListMember",
            "Email",
            "ForwardEvent",
            "OpenEvent",
            "OptoutEvent",
            "ReportsSummary",
            "SentEvent",
            "SiteOwner",
        ),
        OTHER,
    ),
    **dict.fromkeys(
        ("AttendanceStatus", "Event", "Folder", "Image", "Registrant"), LIBRARY
    ),
}


# A document with more names than that is none of those that are known.
_MOST_COMPARED = 200


def profile_of(root: _Element) -> Profile:
    """Return the profile of a document, misspelt and misplaced payloads included."""
    name = local_name(root)
    if name in PROFILES:
        return PROFILES[name]
    content = next(root.iterchildren(_CONTENT), None) if name == "entry" else None
    if content is not None and len(content) == 1:
        known = PROFILES.get(local_name(content[0]))
        if known is not None:
            return known
    for name in payload_names(root):
        if name in PROFILES:
            return PROFILES[name]
        if name in OTHER_PAYLOADS:
            return OTHER_PAYLOADS[name]
    names = islice(dict.fromkeys(payload_names(root)), _MOST_COMPARED)
    return next(filter(None, map(_close_to, names)), OTHER)


def payload_names(root: _Element) -> Iterator[str]:
    """Yield the local names that stand where a payload can, likeliest first."""
    entry = root
    if local_name(root) == "feed":
        entry = next(root.iterchildren("{*}entry"), root)
    contents = list(entry.iterchildren("{*}content"))
    for content in contents:
        yield from map(local_name, content)
    for child in entry:
        if local_name(child) != "content":
            yield local_name(child)
            yield from map(local_name, child)


@lru_cache(maxsize=1024)
def _close_to(name: str) -> Profile | None:
    return next((p for n, p in PROFILES.items() if _is_close(name, n)), None)


def _is_close(name: str, known: str) -> bool:
    from difflib import SequenceMatcher

    ratio = SequenceMatcher(None, name.lower(), known.lower()).ratio()
    return ratio >= 0.85  # noqa: PLR2004 - one letter of `Campaign`


def validator(driver: str, operation: Operation) -> etree.XMLSchema:
    """Return libxml2's compiled schema for an operation, the thread's own.

    Its log is that of its last document, so threads do not share it.
    """
    return _validator(driver, operation, get_ident())


@lru_cache(maxsize=64)
def _validator(driver: str, operation: Operation, _thread: int) -> etree.XMLSchema:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parser.resolvers.add(_Files(operation))
    root = etree.fromstring(read_schema(driver), parser, base_url=schema_path(driver))
    return etree.XMLSchema(root)


class _Files(etree.Resolver):
    """Serves the schema files as they are for an operation."""

    def __init__(self, operation: Operation) -> None:
        super().__init__()
        self._operation = operation

    # lxml calls it with the context as a third argument, which its stubs lack.
    def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:
        del public_id
        name = system_url.rpartition("/")[2]
        data = variant(name, self._operation)
        return self.resolve_string(data, context, base_url=system_url)


def variant(file: str, operation: Operation) -> bytes:
    """Return a schema file as it is for an operation.

    The files say what a create needs; each fact says for which operations.
    """
    data = read_schema(file)
    if operation is Operation.CREATE:
        return data
    root = etree.fromstring(data)
    for fact in root.iter(FACT):
        required = fact.get("required", "").split()
        if required and operation.value not in required:
            next(fact.iterancestors(f"{XS}element")).set("minOccurs", "0")
    return etree.tostring(root)
