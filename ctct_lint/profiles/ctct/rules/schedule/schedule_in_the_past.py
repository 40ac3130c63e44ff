"""`ScheduledTime` lies in the past.

## Why

A campaign cannot be sent yesterday. What the server does with such a time is not known:
it may refuse it, or send the campaign at once. The time is compared with the
computer's clock, unless another time is set for the run.

## How to fix it

Write a time to come, in UTC.

## Example

```xml
<ScheduledTime>2010-11-13T20:03:35Z</ScheduledTime>
```

Use instead:

```xml
<ScheduledTime>9998-11-13T20:03:35Z</ScheduledTime>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.readings.iso_dates import moment
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC603",
    severity=Severity.WARNING,
    on="schedule",
    operations=REQUESTS,
    evidence=Evidence.INFERENCE,
    source="documentation: Scheduling and Sending a Campaign, which is silent about it",
)
def check(schedule: Record, context: Context) -> Findings:
    time = schedule.text("ScheduledTime")
    when = moment(time)
    if when is not None and when < context.now:
        yield Finding(
            at=value_of(schedule.fields["ScheduledTime"]),
            message=f"{quoted(time)} is in the past",
            help=("write a time to come, in UTC",),
        )
