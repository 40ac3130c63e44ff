"""A campaign without content: `EmailContent` or `EmailTextContent` is blank.

## Why

A new campaign needs both, the mail and its plain text; libraries refuse blank ones
before they are sent. On update an `EmailContent` that is there but empty deletes
what is stored.

## How to fix it

Write the content, escaped. To keep what is stored, leave the element out of the
update.

## Example

```xml
<EmailContent></EmailContent>
```

Use instead:

```xml
<EmailContent>&lt;html&gt;&lt;body&gt;Hello!&lt;/body&gt;&lt;/html&gt;</EmailContent>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.context import Context

_FIELDS = ("EmailContent", "EmailTextContent")


@rule(
    code="CTC408",
    on="campaign",
    operations=REQUESTS,
    when=of_fields(_FIELDS, "="),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Campaign, Updating a Campaign",
)
def check(campaign: Record, context: Context) -> Findings:
    for name in _FIELDS:
        if campaign.is_empty(name):
            yield _finding(campaign, name, context.operation)


def _finding(campaign: Record, name: str, operation: str) -> Finding:
    at = name_of(campaign.fields[name])
    if operation == Operation.UPDATE:
        return Finding(
            at,
            f"in an update an empty `{name}` deletes the stored content",
            help=(f"leave `{name}` out to keep what is stored",),
            severity=Severity.WARNING,
        )
    return Finding(
        at,
        f"`{name}` must not be empty",
        help=("write the content of the mail, with `<` and `&` escaped",),
    )
