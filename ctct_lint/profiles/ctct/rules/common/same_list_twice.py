"""A contact list stands twice in `ContactLists`.

## Why

A campaign goes to each contact of its lists once, and a contact is on a list once, so
the second mention adds nothing.
Most likely another list was meant.

## How to fix it

Take one away, or write the URI of the list that was meant.

## Example

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/2"/>
</ContactLists>
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import attribute_value, whole
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.ids import is_uri_of
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import IDS
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element


@rule(
    code="CTC416",
    severity=Severity.WARNING,
    on="listed",
    operations=REQUESTS,
    traits=IDS,
    evidence=Evidence.INFERENCE,
    source="documentation: Campaign Resource, each of whose lists stands once",
)
def check(record: Record) -> Findings:
    lists = record.fields.get("ContactLists")
    if lists is None:
        return
    seen: dict[str, _Element] = {}
    for child in lists:
        uri = trimmed(child.get("id"))
        first = seen.setdefault(_comparable(uri), child)
        if first is not child and is_uri_of("ContactList", uri):
            yield Finding(
                at=attribute_value(child, "id"),
                message="this contact list stands here twice",
                help=("take one away, or write the URI of the list that was meant",),
                related=((attribute_value(first, "id"), "the same list"),),
                fixes=(guess("remove it", (whole(child), "")),),
            )


def _comparable(uri: str) -> str:
    return uri.lower().removeprefix("https:").removeprefix("http:")
