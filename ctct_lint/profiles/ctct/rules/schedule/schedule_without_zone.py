"""`ScheduledTime` does not say in which time zone it is.

## Why

The documentation writes the time in UTC, with a `Z` at its end. Without one it is left
to the server, which may take it for UTC or for its own time, hours apart.

## How to fix it

Write the time in UTC with a `Z`. The fix adds it, which is right only if the time is in
UTC already.

## Example

```xml
<ScheduledTime>2010-11-13T20:03:35</ScheduledTime>
```

Use instead:

```xml
<ScheduledTime>2010-11-13T20:03:35Z</ScheduledTime>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.readings.iso_dates import is_date_time, zone_of
from ctct_lint.rules.base import Evidence, Finding, Findings, guess, rule
from ctct_lint.rules.wording import quoted


@rule(
    code="CTC601",
    severity=Severity.WARNING,
    on="schedule",
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Scheduling and Sending a Campaign",
)
def check(schedule: Record) -> Findings:
    time = schedule.text("ScheduledTime")
    if is_date_time(time) and not zone_of(time):
        at = value_of(schedule.fields["ScheduledTime"])
        yield Finding(
            at=at,
            message=f"{quoted(time)} has no time zone",
            help=("write the time in UTC, with a `Z` at its end",),
            fixes=(guess("add `Z`: it is in UTC", (at, f"{time}Z")),),
        )
