"""The resources of the service: the one table of what an entry can hold.

To add one takes a line here, its XSD with a driver, its rules and their fixtures.
"""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.names import APP, CTCT
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.schema.names import qualified

ENVELOPE = "atom.xsd"


class Resource(NamedTuple):
    """A kind of payload, and how entries with it are checked; there is one of each.

    payload         the name of its element, "" where it is unknown
    schema          the file that declares the element; "" without a schema: then
                    only the envelope is checked
    family          what one document is about: of no document two families are meant
    rules           the folders of its rules; each has `common` as well, if it is
                    `on` that
    also_on         what else than its own name its rules may be `on`
    namespace       of the payload, "" for none
    needs_envelope  does an entry need more than its `content`?
    sent_for        the operations that it can be sent for; none: it is only read
    is_known_alone  do its children tell it where nothing else does?
    path            what its URIs have behind the account and before its number; ""
                    where that is not known, or is part of another one's
    kept            those that the service keeps itself, which have a word as number
    is_document     is the payload the root of a document, without an entry?
    """

    payload: str = ""
    schema: str = ""
    family: str = ""
    rules: tuple[str, ...] = ()
    also_on: tuple[str, ...] = ()
    namespace: str = CTCT
    needs_envelope: bool = True
    sent_for: frozenset[Operation] = frozenset()
    is_known_alone: bool = False
    is_document: bool = False
    path: str = ""
    kept: tuple[str, ...] = ()

    # As there is one of each, there is no need to look at its fields.
    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def name(self) -> str:
        """The name under which rules are `on` it; "other" without a schema."""
        return self.schema.removesuffix(".xsd") or "other"

    @property
    def driver(self) -> str:
        """The schema of entries that hold it, or of the document that it is."""
        return self.schema if self.is_document else f"{self.name}-entry.xsd"

    @property
    def tag(self) -> str:
        """The payload's name with its namespace, in Clark notation."""
        return qualified(self.namespace, self.payload)


# What a rule can be `on` beside one resource: each payload, or each that names lists.
PAYLOAD, LISTED = "payload", "listed"
_BOTH = (PAYLOAD, LISTED)
_SHARED = ("atom", "common")
_LIBRARY = Resource(
    schema="library.xsd",
    family="library",
    rules=_SHARED,
    also_on=(PAYLOAD,),
    namespace="",
    needs_envelope=False,
)
_REPORT = Resource("", "report.xsd", "reports", _SHARED, (PAYLOAD,))
_REGISTRANT = _LIBRARY._replace(
    schema="registrant.xsd", family="registrants", rules=(*_SHARED, "registrant")
)
RESOURCES = (
    Resource(
        "Campaign",
        "campaign.xsd",
        "campaigns",
        (*_SHARED, "campaign"),
        _BOTH,
        sent_for=REQUESTS,
        is_known_alone=True,
        path="campaigns",
    ),
    Resource(
        "Schedule",
        "schedule.xsd",
        "campaigns",
        ("atom", "schedule"),
        (PAYLOAD,),
        sent_for=REQUESTS,
        is_known_alone=True,
    ),
    Resource(
        "Contact",
        "contact.xsd",
        "contacts",
        (*_SHARED, "contact"),
        _BOTH,
        sent_for=REQUESTS,
        is_known_alone=True,
        path="contacts",
    ),
    Resource(
        "ContactList",
        "list.xsd",
        "lists",
        (*_SHARED, "list"),
        (PAYLOAD,),
        sent_for=REQUESTS,
        is_known_alone=True,
        path="lists",
        kept=("active", "do-not-mail", "removed"),
    ),
    Resource("ContactListMember", "member.xsd", "members", _SHARED, (PAYLOAD,)),
    Resource(
        "Email",
        "address.xsd",
        "addresses",
        _SHARED,
        (PAYLOAD,),
        path="settings/emailaddresses",
    ),
    Resource("Activity", "activity.xsd", "activities", _SHARED, (PAYLOAD,)),
    _REPORT._replace(payload="SentEvent"),
    _REPORT._replace(payload="OpenEvent"),
    _REPORT._replace(payload="ClickEvent"),
    _REPORT._replace(payload="BounceEvent"),
    _REPORT._replace(payload="ForwardEvent"),
    _REPORT._replace(payload="OptOutEvent"),
    _REPORT._replace(payload="OptoutEvent"),
    _REPORT._replace(payload="ReportsSummary"),
    _LIBRARY._replace(payload="Folder", sent_for=frozenset({Operation.CREATE})),
    _LIBRARY._replace(payload="Image"),
    _LIBRARY._replace(payload="Event", schema="event.xsd", family="events"),
    _REGISTRANT._replace(payload="Registrant"),
    _REGISTRANT._replace(
        payload="AttendanceStatus", sent_for=frozenset({Operation.UPDATE})
    ),
    _LIBRARY._replace(
        payload="SiteOwner",
        schema="site-owner.xsd",
        family="site owners",
        sent_for=REQUESTS,
    ),
    Resource(
        "service", "service-document.xsd", "services", namespace=APP, is_document=True
    ),
)
OTHER = Resource(sent_for=REQUESTS)
# What is in no namespace is of those that need no envelope, if it is anything.
OTHER_BARE = OTHER._replace(namespace="", needs_envelope=False)
# What a `content` can hold.
CHECKED = {r.payload: r for r in RESOURCES if not r.is_document}
DOCUMENTS = {r.tag: r for r in RESOURCES if r.is_document}
SCHEMAS = tuple(dict.fromkeys((ENVELOPE, *(r.schema for r in RESOURCES))))
PATHS = {r.path: r for r in RESOURCES if r.path}
FAMILIES = tuple(dict.fromkeys(r.family for r in CHECKED.values()))


def resources_about(name: str) -> tuple[Resource, ...]:
    """Return the resources of a family, which the first one tells."""
    return tuple(r for r in CHECKED.values() if r.family == name)
