"""A date is not an ISO 8601 date and time.

## Why

The server writes dates like `2009-10-19T18:34:53.105Z`. It ignores those that it is
sent in a campaign, and took one that had lost the `+` of its offset (a form-encoded
`+` is decoded to a blank); whoever reads the document may not.

## How to fix it

Write the date and time in ISO 8601. Where the `+` is lost, send the document as it
is, not form-encoded.

## Example

```xml
<Date>2010-09-28T05:22:42 01:00</Date>
```

Use instead:

```xml
<Date>2010-09-28T05:22:42+01:00</Date>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.readings.iso_dates import PLAIN_DATE_TIME, is_date_time, lost_its_plus
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.conditions import of_fields
from ctct_lint.rules.wording import quoted

_DATES = ("Date", "LastEditDate", "LastRunDate", "NextRunDate")


@rule(
    code="CTC405",
    severity=Severity.WARNING,
    on="campaign",
    when=of_fields(_DATES, f"!~{PLAIN_DATE_TIME}"),
    evidence=Evidence.STAFF,
    source="developer forum: 400 Error, please check my xml, where it was taken",
)
def check(campaign: Record) -> Findings:
    for name in _DATES:
        value = campaign.text(name)
        if value and not is_date_time(value):
            yield _finding(campaign, name, value)


def _finding(campaign: Record, name: str, value: str) -> Finding:
    from ctct_lint.rules.date_advice import advice_for

    at = value_of(campaign.fields[name])
    advice = advice_for(value, at, "2009-10-19T18:34:53.105Z")
    message, notes = f"{quoted(value)} is not a date and time", tuple[str, ...]()
    if lost_its_plus(value):
        message = f"{quoted(value)} has lost the `+` of its offset"
        notes = ("a `+` in a form-encoded body is decoded to a blank",)
    return Finding(at, message, help=(advice.help,), notes=notes, fixes=advice.fixes)
