"""A new campaign has a `Status` other than Draft.

## Why

The server ignores the `Status` of a new campaign: every one starts as a draft. In
particular `Scheduled` together with a `Date` does not schedule it.

## How to fix it

Write `Draft`, or nothing. To send the campaign, post a Schedule to its
`.../schedules`, for which the API key needs a permission of its own.

## Example

```xml
<Status>Scheduled</Status>
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
    code="CTC406",
    severity=Severity.INFORMATION,
    on="campaign",
    operations=frozenset({Operation.CREATE}),
    when=("Status!=|Draft",),
    evidence=Evidence.STAFF,
    source="developer forum: 400 Error, please check my xml",
)
def check(campaign: Record) -> Findings:
    status = campaign.text("Status")
    if not status or status.lower() == "draft":
        return
    scheduled = status.lower() == "scheduled"
    message = "does not schedule the campaign" if scheduled else "is ignored on create"
    yield Finding(
        at=value_of(campaign.fields["Status"]),
        message=f"{quoted(status)} {message}: a new one is always a draft",
        help=("write `Draft`; to send it, post a Schedule to `.../schedules`",),
    )
