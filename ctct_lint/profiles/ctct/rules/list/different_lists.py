"""The ids of an update name different contact lists.

## Why

An update is of the list whose URI it is sent to, and the entry's `id` must be that URI.
So must the `id` of the `ContactList`: if the two differ, one of them was left from
another list, and it is not known which one the server goes by.

## How to fix it

Write the URI of the list in both.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/lists/15</id>
  <content type="application/vnd.ctct+xml">
    <ContactList xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/lists/16">
      <Name>Newsletter</Name>
    </ContactList>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/lists/15</id>
  <content type="application/vnd.ctct+xml">
    <ContactList xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/lists/15">
      <Name>Newsletter</Name>
    </ContactList>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.updated import other_resource
from ctct_lint.rules.base import Evidence, Findings, rule


@rule(
    code="CTC722",
    on="list",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating a List",
)
def check(contact_list: Record) -> Findings:
    return other_resource(contact_list, "list")
