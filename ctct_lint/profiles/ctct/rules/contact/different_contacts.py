"""The ids of an update name different contacts.

## Why

The entry's `id` and the `id` of its `Contact` both name the contact that is updated. If
they differ, one of them was left from another contact, and it is not known which one
the server goes by.

## How to fix it

Write the URI of the contact in both.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/contacts/1806</id>
  <content type="application/vnd.ctct+xml">
    <Contact xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/contacts/1807">
      <EmailAddress>joe@example.com</EmailAddress>
    </Contact>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/contacts/1806</id>
  <content type="application/vnd.ctct+xml">
    <Contact xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/contacts/1806">
      <EmailAddress>joe@example.com</EmailAddress>
    </Contact>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.updated import other_resource
from ctct_lint.rules.base import Evidence, Findings, rule


@rule(
    code="CTC710",
    severity=Severity.WARNING,
    on="contact",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.INFERENCE,
    source="documentation: Adding a Contact to a List, whose sample has one URI",
)
def check(contact: Record) -> Findings:
    return other_resource(contact, "contact")
