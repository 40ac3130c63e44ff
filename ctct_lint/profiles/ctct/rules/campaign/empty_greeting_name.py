"""`GreetingName` is there but empty.

## Why

The element may be left out, but the official sample calls an empty one an error,
and no accepted document with one is known. On update it erases the stored greeting.

## How to fix it

Leave it out, or write `FirstName`, `LastName`, `FirstAndLastName` or `None`.

## Example

```xml
<GreetingName></GreetingName>
```

Use instead:

```xml
<GreetingName>None</GreetingName>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.rules.base import Evidence, Finding, Findings, rule


@rule(
    code="CTC409",
    severity=Severity.WARNING,
    on="campaign",
    operations=REQUESTS,
    when=("GreetingName=",),
    evidence=Evidence.OFFICIAL_SDK,
    source="PHP sample cc_class.php",
)
def check(campaign: Record) -> Findings:
    if campaign.is_empty("GreetingName"):
        yield Finding(
            at=name_of(campaign.fields["GreetingName"]),
            message="`GreetingName` is empty",
            help=("leave it out, or write `None` for no name",),
        )
