"""The entry's `updated` is not a date or a date and time.

## Why

The documentation asks for a date or a date and time. The server does not use the
value, and a published wrapper has long sent one with a colon before the
milliseconds, so a malformed one is unlikely to be refused.

## How to fix it

Write the time in ISO 8601, such as `2011-04-25T13:53:04.243Z`, or the date alone.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <updated>2012-03-05T14:07:09:123Z</updated>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <updated>2012-03-05T14:07:09.123Z</updated>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import value_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.readings.iso_dates import PLAIN_DATE_TIME, is_date, is_date_time
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.wording import quoted

_UNUSED = "the server does not use it: it is hardly why a request is refused"


@rule(
    code="CTC303",
    severity=Severity.WARNING,
    on="entry",
    operations=REQUESTS,
    when=("updated=", f"updated!~{PLAIN_DATE_TIME}"),
    evidence=Evidence.DOCUMENTATION,
    source="documentation: Creating a Contact",
)
def check(entry: Record) -> Findings:
    value = entry.text("updated")
    if not entry.has("updated") or is_date_time(value) or is_date(value):
        return
    from ctct_lint.rules.date_advice import advice_for

    at = value_of(entry.fields["updated"])
    advice = advice_for(value, at, "2011-04-25")
    message = f"{quoted(value)} is not a date" if value else "`updated` is empty"
    yield Finding(
        at, message, help=(advice.help,), notes=(_UNUSED,), fixes=advice.fixes
    )
