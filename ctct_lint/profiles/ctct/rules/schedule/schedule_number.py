"""The id of a schedule does not end with the number 1.

## Why

A campaign has one schedule at most, so its URI always ends with `/schedules/1`. The
server most likely ignores the id of a new schedule.

## How to fix it

Write `.../campaigns/{campaign}/schedules/1`, or leave the id of `Schedule` out.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/campaigns/12/schedules/2"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"
      id="http://api.constantcontact.com/ws/customers/joe/campaigns/12/schedules/1"/>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.text.white_space import trimmed


@rule(
    code="CTC605",
    severity=Severity.INFORMATION,
    on="schedule",
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Scheduling and Sending a Campaign",
)
def check(schedule: Record) -> Findings:
    for found in (*schedule.entry.find_ids(), *schedule.find_ids()):
        _, path, number = trimmed(found.value).partition("/schedules")
        if path and number != "/1":
            yield Finding(
                at=found.at,
                message=f"the id of `{found.owner}` does not end with `/schedules/1`",
                help=("a campaign has one schedule at most: write `/schedules/1`",),
            )
