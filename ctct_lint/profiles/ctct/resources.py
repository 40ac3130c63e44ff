"""The resources of the service: the one table of what an entry can hold.

To add one takes a line here, its XSD with a driver, its rules and their fixtures.
"""

from __future__ import annotations

from dataclasses import dataclass

ENVELOPE = "atom.xsd"


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of payload, and how entries with it are checked.

    payload         the name of its element, "" where nobody knows it
    schema          the file that declares the element; "" without a schema: then
                    only the envelope is checked
    family          what one document is about: of no document two families are meant
    rules           the folders of its rules; each has `common` as well, if it is
                    `on` that
    also_on         what else than its own name its rules may be `on`
    needs_envelope  does an entry need more than its `content`?
    is_sent         is it a resource that can be sent, or only read?
    is_known_alone  do its children tell it where nothing else does?
    """

    payload: str = ""
    schema: str = ""
    family: str = ""
    rules: tuple[str, ...] = ()
    also_on: tuple[str, ...] = ()
    needs_envelope: bool = True
    is_sent: bool = True
    is_known_alone: bool = False

    @property
    def name(self) -> str:
        """The name under which rules are `on` it; "other" without a schema."""
        return self.schema.removesuffix(".xsd") or "other"

    @property
    def driver(self) -> str:
        """The schema of entries that hold it."""
        return f"{self.name}-entry.xsd"


# What a rule can be `on` beside one resource: each payload, or each that names lists.
PAYLOAD, LISTED = "payload", "listed"
_BOTH = (PAYLOAD, LISTED)
_SHARED = ("atom", "common")
RESOURCES = (
    Resource("Campaign", "campaign.xsd", "campaigns", (*_SHARED, "campaign"), _BOTH),
    Resource("Schedule", "schedule.xsd", "campaigns", ("atom", "schedule"), (PAYLOAD,)),
    Resource("Contact", "contact.xsd", "contacts", (*_SHARED, "contact"), _BOTH),
    Resource("Activity", is_sent=False),
    Resource("BounceEvent", is_sent=False),
    Resource("ClickEvent", is_sent=False),
    Resource("ContactList", is_known_alone=True),
    Resource("ContactListMember", is_sent=False),
    Resource("Email", is_sent=False),
    Resource("ForwardEvent", is_sent=False),
    Resource("OpenEvent", is_sent=False),
    Resource("OptoutEvent", is_sent=False),
    Resource("ReportsSummary", is_sent=False),
    Resource("SentEvent", is_sent=False),
    Resource("SiteOwner"),
    Resource("AttendanceStatus", needs_envelope=False),
    Resource("Event", needs_envelope=False, is_sent=False),
    Resource("Folder", needs_envelope=False),
    Resource("Image", needs_envelope=False),
    Resource("Registrant", needs_envelope=False, is_sent=False),
)
OTHER = Resource()
BY_PAYLOAD = {resource.payload: resource for resource in RESOURCES}
# Those that have a schema, by their payloads.
CHECKED = {r.payload: r for r in RESOURCES if r.schema}
SCHEMAS = (ENVELOPE, *(resource.schema for resource in CHECKED.values()))
FAMILIES = tuple(dict.fromkeys(r.family for r in CHECKED.values()))


def family(name: str) -> tuple[Resource, ...]:
    """Return the resources of a family; the first one gives it away."""
    return tuple(r for r in CHECKED.values() if r.family == name)
