"""The campaign that an update is for is no draft any more.

## Why

A campaign can be updated only while it is a draft. The `Status` itself is ignored in
an update, but one that was sent back as a GET returned it tells that the campaign is
scheduled or has been sent.

## How to fix it

Take back the schedule of a scheduled campaign first; of one that was sent, make a
copy. If the `Status` is only meant to be changed with the update: it cannot be.

## Example

```xml
<Status>Sent</Status>
```

Use instead:

```xml
<Status>Draft</Status>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC423",
    severity=Severity.WARNING,
    on="campaign",
    operations=frozenset({Operation.UPDATE}),
    when=("Status!=|Draft",),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Updating a Campaign",
)
def check(campaign: Record) -> Findings:
    status = campaign.text("Status")
    if status and status.lower() != "draft":
        yield Finding(
            at=value_of(campaign.fields["Status"]),
            message=f"an update of a campaign with status {quoted(status)}: "
            "only drafts can be updated",
            help=("make it a draft again first, or write `Draft` if it is one",),
            notes=("a `Status` in an update changes nothing",),
        )
