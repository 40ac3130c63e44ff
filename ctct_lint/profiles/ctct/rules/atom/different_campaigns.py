"""The ids of an update name different campaigns.

## Why

The entry's `id` and the `id` of its `Campaign` both name the campaign that is updated.
If they differ, one of them was left from another campaign, and it is not known which
one the server goes by.

## How to fix it

Write the URI of the campaign in both.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096289</id>
  <content type="application/vnd.ctct+xml">
    <Campaign xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096290"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096289</id>
  <content type="application/vnd.ctct+xml">
    <Campaign xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096289"/>
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
    code="CTC310",
    severity=Severity.WARNING,
    on="campaign",
    operations=frozenset({Operation.UPDATE}),
    evidence=Evidence.INFERENCE,
    source="documentation: Updating a Campaign, whose sample has one URI in both",
)
def check(campaign: Record) -> Findings:
    return other_resource(campaign, "campaign")
