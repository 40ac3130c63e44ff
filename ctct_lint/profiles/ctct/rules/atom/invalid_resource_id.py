"""The `id` of a resource is not a URI.

## Why

What has an address of its own has it in its `id`. On create the server gives it one and
looks at none; on update it is the resource's. A value that is no URI at all is mostly
a number or a path from another system, or a URI that was broken by a blank.

## How to fix it

Leave the `id` out of what is created. In an update send what a GET returned, and write
a blank in a user's name as `%20`.

## Example

```xml
<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/" id="1100546096289">
```

Use instead:

```xml
<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/"
  id="http://api.constantcontact.com/ws/customers/joe/campaigns/1100546096289">
```
"""

from __future__ import annotations

from ctct_lint.model.place import attribute_value
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.placeholders import placeholder_in_uri
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import IDS
from ctct_lint.profiles.ctct.records.uri import trouble_with_uri
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import local_name
from ctct_lint.text.white_space import trimmed


@rule(
    code="CTC313",
    severity=Severity.WARNING,
    on="payload",
    operations=REQUESTS,
    traits=IDS,
    evidence=Evidence.INFERENCE,
    source="documentation: Creating a Contact, which says it of the entry's id",
)
def check(payload: Record, context: Context) -> Findings:
    value = trimmed(payload.element.get("id"))
    if not value or placeholder_in_uri(value):
        return
    trouble = trouble_with_uri(value)
    if trouble:
        owner = local_name(payload.element)
        advice = "write the URI of the resource that is updated"
        if context.operation == Operation.CREATE:
            advice = "leave it out: the server gives a new resource its id"
        yield Finding(
            at=attribute_value(payload.element, "id"),
            message=f"{quoted(value)}, the id of `{owner}`, is not a URI",
            help=(advice,),
            notes=(trouble,),
        )
