"""An update is of one of the lists that the service keeps itself.

## Why

Who is on `active`, `do-not-mail` and `removed` follows from what contacts do and from
their other lists. A GET of these lists returns two names alone, and nothing of what an
update could change. What the server says to an update of them is not known.

## How to fix it

Update a list with a number. To take a contact off all lists, or off the mails, update
or delete the contact.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/lists/active</id>
  <content type="application/vnd.ctct+xml">
    <ContactList xmlns="http://ws.constantcontact.com/ns/1.0/">
      <Name>Readers</Name>
    </ContactList>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/lists/15</id>
  <content type="application/vnd.ctct+xml">
    <ContactList xmlns="http://ws.constantcontact.com/ns/1.0/">
      <Name>Readers</Name>
    </ContactList>
  </content>
</entry>
```
"""

from __future__ import annotations

import re

from ctct_lint.model.place import attribute_value, value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.text.white_space import trimmed

_SYSTEM = re.compile(
    rf"https?://\S*/lists/({'|'.join(CHECKED['ContactList'].kept)})/?", re.IGNORECASE
)


@rule(
    code="CTC723",
    severity=Severity.WARNING,
    on="list",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.INFERENCE,
    source="documentation: Retrieving a Contact List Collection (its sample)",
)
def check(contact_list: Record) -> Findings:
    """Yield a finding at the entry's id, or else at the list's own."""
    entry = contact_list.entry
    named = _SYSTEM.fullmatch(entry.text("id"))
    own = _SYSTEM.fullmatch(trimmed(contact_list.element.get("id")))
    if named is not None:
        at = value_of(entry.fields["id"])
    else:
        at = attribute_value(contact_list.element, "id")
    found = named or own
    if found is not None:
        yield Finding(
            at=at,
            message=f"`{found[1]}` is a list that the service keeps itself",
            help=("write the URI of one of the account's own lists, with a number",),
        )
