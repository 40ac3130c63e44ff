"""`ScheduledTime` has the offset of a time zone.

## Why

The documentation writes the time in UTC, with a `Z` at its end. An offset says the same
moment in other words; that the server reads it is likely, but nowhere written.

## How to fix it

Write the time in UTC, as the help does, to be safe.

## Example

```xml
<ScheduledTime>2010-11-13T15:03:35-05:00</ScheduledTime>
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
from ctct_lint.readings.iso_dates import in_utc, moment, zone_of
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted, replacement

_UTC = ("", "Z", "+00:00", "-00:00")


@rule(
    code="CTC602",
    severity=Severity.INFORMATION,
    on="schedule",
    operations=REQUESTS,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Scheduling and Sending a Campaign",
)
def check(schedule: Record) -> Findings:
    time = schedule.text("ScheduledTime")
    zone = zone_of(time)
    when = None if zone in _UTC else moment(time)
    if when is not None:
        at = value_of(schedule.fields["ScheduledTime"])
        meant = in_utc(time, when)
        yield Finding(
            at=at,
            message=f"the time is written with the offset {quoted(zone)}, not in UTC",
            help=(f"write `{meant}`, the same moment",),
            fixes=replacement(at, meant),
        )
